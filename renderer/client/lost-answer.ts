import type { CommandName, Commands } from '../../shared/contract/commands.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { fail, type Result } from '../../shared/model/result.ts';

/** Commands whose failure is a list of problems. */
type Many = {
  [Name in CommandName]: Result<never, readonly Problem[]> extends Commands[Name]['output'] ? Name : never;
}[CommandName];

/** Commands that cannot fail, so that there is no answer to give in their place. */
type Unfailing = {
  [Name in CommandName]: Result<never, Problem> extends Commands[Name]['output']
    ? never
    : Result<never, readonly Problem[]> extends Commands[Name]['output']
      ? never
      : Name;
}[CommandName];

const many: ReadonlySet<CommandName> = new Set(
  Object.keys({
    'exchange.send': true,
    'exchange.reveal-curl': true,
    'run.start': true,
    'batch.start': true,
    'batch.resume': true,
    'session.renew': true,
    'signature.compare': true,
  } satisfies Record<Many, true>) as Many[],
);

const unfailing: ReadonlySet<CommandName> = new Set<Unfailing>(['vault.lock', 'exchange.cancel']);

/**
 * What a caller hears where the connection broke while the core may have been at work: its own kind of failure, so that
 * it is told where it was asked. `null` where a command cannot fail, and for a send, whose outcome is unknown instead.
 */
export function lostAnswer(name: CommandName): Result<never, Problem | readonly Problem[]> | null {
  if (name === 'exchange.send' || unfailing.has(name)) return null;
  return fail(many.has(name) ? [problem] : problem);
}

const problem: Problem = {
  code: 'storage',
  message: 'The workbench does not answer, so nobody knows whether this was done.',
  remedy: 'Wait until it is back and look, before you do it again.',
};
