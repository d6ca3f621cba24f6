import type { Stop } from './stop.ts';

/** Where in a draft a problem sits. Lines and columns count from 1. */
export type Place = {
  readonly part: 'url' | 'header' | 'body' | 'variable';
  /** Header, form field or variable name; absent for the body as a whole. */
  readonly name?: string;
  readonly line?: number;
  readonly column?: number;
};

/** The stable codes a caller may match on; the sentence is for people. */
export type ProblemCode =
  | 'bad-input'
  | 'unknown-api'
  | 'unknown-template'
  | 'unknown-environment'
  | 'unknown-entry'
  | 'unresolved-variable'
  | 'empty-variable'
  | 'bad-amount'
  | 'bad-url'
  | 'bad-header'
  | 'bad-body'
  | 'bad-field'
  | 'bad-environment'
  | 'missing-capability'
  | 'bad-collection'
  | 'bad-check'
  | 'bad-table'
  | 'bad-import'
  | 'bad-run'
  | 'bad-batch'
  | 'storage'
  | 'cancelled'
  | 'sandbox'
  | 'repeated-refund'
  | 'unknown-outcome'
  | 'not-armed'
  | 'not-confirmed'
  | 'wrong-host'
  | 'vault'
  | 'audit'
  | 'internal';

/** One thing a user has to mend before the work can go on: what is wrong, and what to do next. */
export type Problem = {
  readonly code: ProblemCode;
  /** One sentence with a full stop: what is wrong, where, and why. */
  readonly message: string;
  /** One sentence: what to do next. */
  readonly remedy: string;
  readonly place?: Place;
  /** Where a rail stopped a send: what leads on. */
  readonly stop?: Stop;
};

/** `Header Authorization`, `Body, line 3, column 9`: the words for a place. */
export function formatPlace(place: Place): string {
  const words: Record<Place['part'], string> = {
    url: 'URL',
    header: 'Header',
    body: 'Body',
    variable: 'Variable',
  };
  const name = place.name === undefined ? '' : ` ${place.name}`;
  const line = place.line === undefined ? '' : `, line ${place.line}, column ${place.column ?? 1}`;
  return `${words[place.part]}${name}${line}`;
}

/** A problem as one text: where it is, what is wrong, what to do next. */
export function problemText({ message, remedy, place }: Problem): string {
  return `${place === undefined ? '' : `${formatPlace(place)}: `}${message} ${remedy}`;
}
