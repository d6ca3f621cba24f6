import type { DraftBody } from '../model/request-draft.ts';
import type { HeaderList } from '../model/headers.ts';

/** A shipped, read-only starting point for one use of an operation. */
export type RequestTemplate = {
  /** Unique in its API; `refund` is always the plain happy path. */
  readonly id: string;
  readonly title: string;
  /** One sentence: what sending it does. */
  readonly summary: string;
  readonly operation: string;
  readonly url: string;
  readonly headers: HeaderList;
  readonly body: DraftBody;
  /** Values for its variables that meet a demo transaction; used with the sandbox environment only. */
  readonly demo: Readonly<Record<string, string>>;
};
