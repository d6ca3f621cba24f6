import type { SessionValues } from '../../shared/definition/authentication.ts';
import type { LoginRecord, SessionDescription } from '../../shared/model/session.ts';

/** A login as it is remembered: the record without secrets, and what it yielded, which is nothing but secret. */
export type NotedLogin = {
  readonly record: LoginRecord;
  /** `null` where it failed. */
  readonly values: SessionValues | null;
  readonly validUntil: string | null;
  /** When it was done (ISO 8601, UTC). */
  readonly at: string;
};

/** What is remembered of a session: everything but its values and what the API documents. */
export type SessionFacts = Omit<SessionDescription, 'lifetime'>;

/** Sessions of this run of the program, by `sessionKey`. They are never stored. */
export type Sessions = {
  /** The values of an open session. */
  readonly find: (key: string) => SessionValues | null;
  readonly describe: (key: string) => SessionFacts;
  /** A failed login leaves an open session as it is: nobody said that it is over. */
  readonly note: (key: string, login: NotedLogin) => void;
  /** The provider said that it is over, at a time (ISO 8601, UTC). Gives false where there was none. */
  readonly end: (key: string, at: string) => boolean;
  readonly forget: (key: string) => void;
  readonly clear: () => void;
};

type Known = {
  readonly values: SessionValues | null;
  /** Of an open session when it was opened, of another one when it ended; `null` where there never was one. */
  readonly since: string | null;
  readonly validUntil: string | null;
  readonly lastLogin: LoginRecord;
};

const unknown: SessionFacts = { state: 'none', since: null, validUntil: null, lastLogin: null };

/** An empty memory; `tell` is called with the number of open sessions after every change. */
export function createSessions(tell: (open: number) => void): Sessions {
  const known = new Map<string, Known>();
  const told = (): void => tell([...known.values()].filter(({ values }) => values !== null).length);
  return {
    find: (key) => known.get(key)?.values ?? null,
    describe: (key) => {
      const session = known.get(key);
      if (session === undefined) return unknown;
      const { values, since, validUntil, lastLogin } = session;
      const state = values !== null ? 'open' : since === null ? 'refused' : 'ended';
      return { state, since, validUntil: values === null ? null : validUntil, lastLogin };
    },
    note: (key, { record, values, validUntil, at }) => {
      const before = known.get(key);
      if (values !== null) known.set(key, { values, since: at, validUntil, lastLogin: record });
      else if (before === undefined || before.values === null)
        known.set(key, { values: null, since: null, validUntil: null, lastLogin: record });
      else known.set(key, { ...before, lastLogin: record });
      told();
    },
    end: (key, at) => {
      const before = known.get(key);
      if (before === undefined || before.values === null) return false;
      known.set(key, { ...before, values: null, since: at });
      told();
      return true;
    },
    forget: (key) => {
      known.delete(key);
      told();
    },
    clear: () => {
      known.clear();
      told();
    },
  };
}
