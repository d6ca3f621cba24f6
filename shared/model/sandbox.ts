import type { Fault } from './sandbox-fault.ts';
import type { Source } from './source.ts';

/** The clock of a sandbox: that of the machine, moved or stopped. */
export type SandboxClock = {
  /** Milliseconds that it is ahead of the machine's; below zero where it is behind. */
  readonly offset: number;
  /** Milliseconds since 1970 at which it stands still; `null` where it runs. */
  readonly stoppedAt: number | null;
};

/** How a sandbox ends refunds that a provider only accepts at first. */
export type Settling = {
  /** Milliseconds of the sandbox's clock after which they end by themselves; `null` where only a hand ends them. */
  readonly after: number | null;
  /** How those end that end by themselves. */
  readonly outcome: SettledOutcome;
};

export type SettledOutcome = 'success' | 'failure';

/** What the sandbox does to the next requests that it fits. */
export type SandboxRule = {
  readonly id: string;
  /** The id of the API; `null` for all of them. A pick always has one. */
  readonly api: string | null;
  readonly does:
    | { readonly kind: 'fault'; readonly fault: Fault }
    /** The documented answer of this catalog entry; it comes to the call that can have it. */
    | { readonly kind: 'pick'; readonly entry: string };
  /** Which requests a fault meets; the steps of a login are `logins`, everything else is `calls`. */
  readonly meets: 'calls' | 'logins' | 'everything';
  /** How many more requests it meets; `null` until it is removed. */
  readonly left: number | null;
};

/** Those of one kind, oldest first. */
export function rulesOfKind(
  rules: readonly SandboxRule[],
  kind: SandboxRule['does']['kind'],
): readonly SandboxRule[] {
  return rules.filter(({ does }) => does.kind === kind);
}

/** What somebody can set at a sandbox, beside its ledger. */
export type SandboxControls = {
  readonly clock: SandboxClock;
  readonly settling: Settling;
  /** Oldest first; of several that fit, the first fault and the first pick count. */
  readonly rules: readonly SandboxRule[];
  /** The id of the next rule, a whole number. */
  readonly nextRule: number;
};

export const untouchedControls: SandboxControls = {
  clock: { offset: 0, stoppedAt: null },
  settling: { after: null, outcome: 'success' },
  rules: [],
  nextRule: 1,
};

/** Something that stands in the ledger: a payment, a refund, a session, as people read it. No secret is in it. */
export type SandboxRecord = {
  /** `payment`, `refund`, `session` and so on, in the words of the API. */
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  /** In the words of the API: `captured`, `REFUND_PENDING`. */
  readonly state: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
};

/** A refund that was accepted and waits for its end. */
export type PendingRefund = {
  /** Unique within its API. */
  readonly id: string;
  /** `500.00 INR of payment 403993715529606983`. */
  readonly title: string;
  /** Milliseconds of the sandbox's clock since 1970, when it was accepted; `null` where it always stood there. */
  readonly since: number | null;
};

/** The ledger of one API as people read it. */
export type SandboxApiState = {
  readonly api: string;
  /** Of each kind the newest, as many as were asked for. */
  readonly records: readonly SandboxRecord[];
  /** How many there are. */
  readonly total: number;
  readonly pending: readonly PendingRefund[];
};

/** All that can be seen of a sandbox. */
export type SandboxState = {
  /** What its clock says, ISO 8601, UTC. */
  readonly now: string;
  readonly controls: SandboxControls;
  readonly apis: readonly SandboxApiState[];
};

/** One check that the sandbox made of a request. */
export type SandboxCheck = {
  /** What has to hold: `the hash is that of the texts as sent`. */
  readonly title: string;
  readonly passed: boolean;
  /** Why it did not hold; `null` where it did. */
  readonly why: string | null;
  /** How sure it is that the provider checks so. */
  readonly source: Source;
};

/** One request in the log of a sandbox. Neither headers nor body nor query are kept: they hold secrets. */
export type SandboxLogEntry = {
  /** Counts up; the newest has the highest. */
  readonly number: number;
  /** When it came, by the sandbox's clock, ISO 8601, UTC. */
  readonly at: string;
  /** `null` where the path is that of no API. */
  readonly api: string | null;
  readonly method: string;
  /** With the mount point, cut at 300 characters. */
  readonly path: string;
  /** `null` where no answer went out. */
  readonly status: number | null;
  /** Which check decided, in words. */
  readonly reason: string;
  readonly confidence: Source['confidence'];
  /** How an answer that was asked for came about; `null` where none was. */
  readonly how: string | null;
  /** The fault that met it, as people write it; `null` where none did. */
  readonly fault: string | null;
  readonly checks: readonly SandboxCheck[];
};

/** What somebody does to a sandbox by hand. */
export type SandboxChange =
  /** Puts the ledger of an API, or of all, back to its demo transactions; `api: null` resets clock, settling and rules, too. */
  | { readonly kind: 'reset'; readonly api: string | null }
  | { readonly kind: 'clock'; readonly change: ClockChange }
  | { readonly kind: 'add-rule'; readonly rule: Omit<SandboxRule, 'id'> }
  /** `id: null` removes all of them. */
  | { readonly kind: 'remove-rule'; readonly id: string | null }
  /** Ends one refund, or with `id: null` all that wait. */
  | {
      readonly kind: 'settle';
      readonly api: string;
      readonly id: string | null;
      readonly outcome: SettledOutcome;
    }
  | { readonly kind: 'settling'; readonly settling: Settling }
  | { readonly kind: 'clear-log' }
  /** Takes over a snapshot, or a seed that a tester wrote; `text` is JSON or YAML. All of it or nothing. */
  | { readonly kind: 'load'; readonly text: string };

export type ClockChange =
  /** Milliseconds; below zero goes back. */
  | { readonly kind: 'advance'; readonly milliseconds: number }
  /** ISO 8601. */
  | { readonly kind: 'set'; readonly to: string }
  | { readonly kind: 'stop' }
  /** Runs on from where it stands. */
  | { readonly kind: 'run' }
  /** The machine's time again. */
  | { readonly kind: 'reset' };
