import type { Crypto, CipherName } from '../ports/crypto.ts';
import type { DraftBody } from '../model/request-draft.ts';
import type { HeaderList } from '../model/headers.ts';
import type { ParsedBody } from '../model/parsed-body.ts';
import type { RequestParts } from '../model/request-parts.ts';
import type { Result } from '../model/result.ts';
import type { SessionLifetime } from '../model/session.ts';

/** What a login yielded, by name; `token` is written `{{$session.token}}` in a draft. All of it is secret. */
export type SessionValues = Readonly<Record<string, string>>;

/** The answer to a login step, as the API reads it. */
export type LoginAnswer = {
  readonly status: number;
  readonly headers: HeaderList;
  readonly body: ParsedBody;
};

/** One request that has to come before the real one. */
export type LoginStep = {
  readonly id: string;
  readonly title: string;
  readonly method: 'GET' | 'POST';
  /** Texts may use variables and `{{$session.<name>}}` of the steps before. */
  readonly url: string;
  readonly headers: HeaderList;
  readonly body: DraftBody;
  /** Sends `Authorization: Basic` with the values of these variables. */
  readonly basic?: { readonly user: string; readonly password: string };
  /** The values it yields, or `null` where the answer holds no session. */
  readonly read: (answer: LoginAnswer) => SessionValues | null;
};

/** Payload encryption of a session, where an API has it as an option. */
export type Sealing = {
  /** The variable that switches it; it is on where its text is `on`. */
  readonly variable: string;
  readonly cipher: CipherName;
  /** The client's keys, made once per session before the first step. */
  readonly begin: (crypto: Crypto) => SessionValues;
  /** Header lines for every login step. */
  readonly loginHeaders: (session: SessionValues) => HeaderList;
  /** Reads the server's keys from the answer to the last step; the failure is a sentence. */
  readonly accept: (
    answer: LoginAnswer,
    session: SessionValues,
    crypto: Crypto,
  ) => Result<SessionValues, string>;
  readonly sealRequest: (request: RequestParts, session: SessionValues, crypto: Crypto) => RequestParts;
  /** Opens a response body; the failure is a sentence. */
  readonly openBody: (body: string, session: SessionValues, crypto: Crypto) => Result<string, string>;
};

/** How a request proves who sends it. When it does so is the engine's business. */
export type Authentication =
  | {
      /** The credentials stand in the request itself. */
      readonly kind: 'direct';
      /** One or two sentences for the panel beside the editor. */
      readonly note: string;
    }
  | {
      /** One or more login steps yield a session that is reused. */
      readonly kind: 'session';
      readonly note: string;
      /** The variables that make a session; when one changes, a new login is needed. */
      readonly identity: readonly string[];
      readonly steps: readonly [LoginStep, ...LoginStep[]];
      readonly sealing?: Sealing;
      /** What is documented of how long a session lives. */
      readonly lifetime: SessionLifetime;
      /** How long this session is valid, in the words of the answer to the last step, where it says so. */
      readonly readValidUntil?: (answer: LoginAnswer) => string | null;
      /** Whether an answer says that the session is over. It is then dropped; nothing is sent again by itself. */
      readonly isExpired: (answer: LoginAnswer) => boolean;
    };
