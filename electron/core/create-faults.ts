import { createRedactor, type NamedSecret } from '../../shared/engine/redact.ts';
import type { Problem } from '../../shared/model/problem.ts';

export type FaultTools = {
  /** Every secret that can be read now. */
  readonly secrets: () => readonly NamedSecret[];
  readonly log: { readonly path: string; readonly write: (description: string) => void };
  readonly tell: (problem: Problem) => void;
};

/** Where faults of the workbench itself go; without secrets, and never off this machine. */
export type Faults = {
  /** Takes whatever was thrown where nobody expected it: keeps it, and tells the user the first time. Never throws. */
  readonly report: (thrown: unknown) => void;
  /** Keeps what the user hears of in another way. */
  readonly note: (description: string) => void;
};

export function createFaults({ secrets, log, tell }: FaultTools): Faults {
  const told = new Set<string>();
  return {
    report: (thrown) => {
      const redact = redactorOf(secrets);
      const { message, description } = describe(thrown);
      log.write(redact(description));
      const sentence = redact(message);
      if (told.has(sentence)) return;
      told.add(sentence);
      tell({
        code: 'internal',
        message: `Something went wrong inside the workbench: ${sentence}`,
        remedy: `It goes on, and what was sent is in the history. The details, without secrets, are in ${log.path}.`,
      });
    },
    note: (description) => log.write(redactorOf(secrets)(description)),
  };
}

/** Where the secrets cannot be read, nothing is known to be free of them. */
function redactorOf(secrets: FaultTools['secrets']): (text: string) => string {
  try {
    return createRedactor(secrets());
  } catch {
    return () => 'a fault that cannot be described, because the secrets to leave out cannot be read.';
  }
}

/** The first line of the message for people, everything for the log. */
function describe(thrown: unknown): { readonly message: string; readonly description: string } {
  if (!(thrown instanceof Error)) return { message: `${String(thrown)}.`, description: String(thrown) };
  const [first = ''] = thrown.message.split('\n', 1);
  const cause = thrown.cause === undefined ? '' : `\ncaused by ${describe(thrown.cause).description}`;
  return {
    message: first === '' ? `${thrown.name}.` : first.slice(0, 300).replace(/[^.!?]$/, '$&.'),
    description: `${thrown.stack ?? `${thrown.name}: ${thrown.message}`}${cause}`,
  };
}
