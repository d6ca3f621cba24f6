import type { EnvironmentClass } from './environment.ts';
import type { Problem } from './problem.ts';
import type { Verdict } from './verdict.ts';

/** What is written into the audit trail. */
export const auditActs = [
  'armed',
  'disarmed',
  'sent',
  'settled',
  'refused-by-rail',
  'repeated',
  'decided',
  'vault-changed',
  'secret-set',
  'secret-cleared',
  'secrets-copied',
] as const;

/** Something that has to stay provable. It names things and never holds the value of a secret. */
export type AuditEvent = {
  readonly what: (typeof auditActs)[number];
  /** `null` where it concerns none. */
  readonly environment: {
    readonly id: string;
    readonly name: string;
    readonly environmentClass: EnvironmentClass;
  } | null;
  /** Id of the API. */
  readonly api: string | null;
  /** Of the refunds it is about. */
  readonly fingerprints: readonly string[];
  readonly exchangeId: string | null;
  readonly verdict: Verdict | null;
  /** Plain words for a reader; may be empty. */
  readonly detail: string;
};

/** One line of the trail: an event, when and by whom, tied to the line before by its hash. */
export type AuditLine = AuditEvent & {
  /** 1, 2, 3 … without gaps. */
  readonly number: number;
  /** ISO 8601, UTC. */
  readonly time: string;
  /** Name of the user in the operating system. */
  readonly who: string;
  /** Hash of the line before; `firstPreviousHash` on the first. */
  readonly previousHash: string;
  /** SHA-256 over the canonical text of the line, lower-case hexadecimal. */
  readonly hash: string;
};

/** A hash of a line, as a reader may type one. */
export const auditHash: RegExp = /^[\da-f]{64}$/;

/** What the first line has for the hash of the line before; also the head of an empty trail. */
export const firstPreviousHash = '0'.repeat(64);

/** What is hashed, in this order. Changing it makes every trail look damaged. */
export const hashedFields = [
  'previousHash',
  'number',
  'time',
  'who',
  'what',
  'environmentId',
  'environmentName',
  'environmentClass',
  'api',
  'fingerprints',
  'exchangeId',
  'verdict',
  'detail',
] as const;

/** The hashed fields of a line as texts: what is `null` is empty, the fingerprints are a JSON array. */
export type AuditTexts = Readonly<Record<(typeof hashedFields)[number], string>>;

/** The text whose SHA-256 over UTF-8 is the hash of a line: a JSON array of its texts, without blanks. */
export function canonicalAuditText(texts: AuditTexts): string {
  return JSON.stringify(hashedFields.map((field) => texts[field]));
}

/**
 * The first thing that is wrong with a trail. `line` is a number as text, because an altered one may be of any size.
 *
 * - `changed`: the line does not fit its own hash.
 * - `missing`: another line stands where this one should be.
 * - `wrong-link`: the line fits its hash and does not continue the line before.
 * - `head-not-found`: no line has the hash that was kept, so the end was cut off or all was written anew.
 */
export type AuditDamage =
  | { readonly kind: 'changed' | 'missing' | 'wrong-link'; readonly line: string }
  | { readonly kind: 'head-not-found'; readonly head: string };

/** What a walk over the whole trail found. */
export type AuditReport = {
  /** How many lines there are. */
  readonly count: number;
  readonly firstTime: string | null;
  readonly lastTime: string | null;
  /** Hash of the last line: who keeps it can prove later that nothing up to there was cut off. */
  readonly head: string;
  /** Lines whose time is before that of the line before: a clock was set back, which is no damage. */
  readonly clockSetBack: { readonly times: number; readonly firstLine: string } | null;
  /** `null` for an unbroken trail. */
  readonly damage: AuditDamage | null;
};

/** A page of the trail: oldest first, `limit` at a time; `after` is the number of the last line seen. */
export type AuditPage = { readonly limit: number; readonly after: number | null };

/** The damage in words. */
export function describeAuditDamage(damage: AuditDamage): Problem {
  return {
    code: 'audit',
    message: `The audit trail is damaged: ${damageWords(damage)}.`,
    remedy: 'Keep the file as it is, and compare it with a backup.',
  };
}

function damageWords(damage: AuditDamage): string {
  switch (damage.kind) {
    case 'changed':
      return `line ${damage.line} was changed after it was written`;
    case 'missing':
      return `line ${damage.line} was removed or renumbered`;
    case 'wrong-link':
      return `line ${damage.line} does not continue the line before it, so one of the two was replaced`;
    case 'head-not-found':
      return `no line has the hash ${damage.head}, so lines were cut off at the end or the trail was written anew`;
  }
}
