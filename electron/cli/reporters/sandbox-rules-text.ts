import type { SandboxRule } from '../../../shared/model/sandbox.ts';
import { faultKinds, formatFault } from '../../../shared/model/sandbox-fault.ts';

/** The faults that are set, one a line. */
export function formatFaults(rules: readonly SandboxRule[]): string {
  return rules.length === 0 ? 'No faults are set.\n' : `Faults:\n${rules.map(formatRule).join('')}`;
}

/** The answers that are picked, one a line. */
export function formatPicks(rules: readonly SandboxRule[]): string {
  return rules.length === 0 ? 'No answers are picked.\n' : `Picks:\n${rules.map(formatRule).join('')}`;
}

/** Every kind of fault with how it is written. */
export function formatFaultKinds(): string {
  const width = Math.max(...faultKinds.map(({ example }) => example.length));
  const lines = faultKinds.map(({ example, title }) => `  ${example.padEnd(width)}  ${title}\n`);
  return `There are\n${lines.join('')}Set one with: sandbox fault "delay 2s" --api payu --next 1\n`;
}

const meetings = { calls: 'not logins', logins: 'only logins', everything: 'logins, too' } as const;

function formatRule({ id, api, does, meets, left }: SandboxRule): string {
  const what = does.kind === 'fault' ? formatFault(does.fault) : does.entry;
  const whom = does.kind === 'fault' ? [api ?? 'every API', meetings[meets]] : [api];
  const count = left === null ? 'until it is cleared' : left === 1 ? 'once' : `${left} times`;
  return `  ${id.padStart(4)}  ${what}  (${[...whom, count].join(', ')})\n`;
}
