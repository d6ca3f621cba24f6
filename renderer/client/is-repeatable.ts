import type { CommandName } from '../../shared/contract/commands.ts';

/**
 * Whether a command may be given a second time where nobody knows if the first was heard: those that only read, and
 * those that put one whole in the place of another. Never what sends a request, or adds anything.
 */
export function isRepeatable(name: CommandName): boolean {
  return reading.test(name) || repeatable.has(name);
}

const reading = /\.(?:list|get|describe|load|read|results|rows|refunds|unresolved|timeline|preview)$/;

const repeatable: ReadonlySet<string> = new Set<CommandName>([
  'tabs.save',
  'layout.save',
  'settings.change',
  'check.evaluate',
  'history.compare',
  'sandbox.start',
  'sandbox.state',
  'sandbox.log',
  'sandbox.snapshot',
]);
