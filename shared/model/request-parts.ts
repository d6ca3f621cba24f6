import type { HeaderList } from './headers.ts';

/** A request as text, ready or nearly ready for the wire. */
export type RequestParts = {
  readonly method: string;
  readonly url: string;
  readonly headers: HeaderList;
  /** `null` where nothing is sent. */
  readonly body: string | null;
};
