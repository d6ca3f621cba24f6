import bruToJson from '@usebruno/lang/v2/src/bruToJson.js';

import { fail, ok, type Result } from '../model/result.ts';

export type BruPair = { readonly name: string; readonly value: string; readonly enabled: boolean };

/** A request of Bruno as its own parser reads it; of everything else only whether it is there. */
export type BruRequest = {
  readonly meta: { readonly name?: string; readonly type?: string };
  readonly http?: {
    readonly method?: string;
    readonly url?: string;
    readonly body?: string;
    readonly auth?: string;
  };
  readonly headers?: readonly BruPair[];
  readonly auth?: {
    readonly bearer?: { readonly token?: string };
    readonly basic?: { readonly username?: string; readonly password?: string };
  };
  readonly body?: {
    readonly json?: string;
    readonly xml?: string;
    readonly text?: string;
    readonly formUrlEncoded?: readonly BruPair[];
  };
  readonly vars?: { readonly req?: readonly BruPair[]; readonly res?: readonly BruPair[] };
  readonly assertions?: readonly BruPair[];
  readonly script?: { readonly req?: string; readonly res?: string };
  readonly tests?: string;
  readonly docs?: string;
};

/** Reads a `.bru` file; the failure says line and column. */
export type ParseBru = (text: string) => Result<BruRequest, string>;

/** By the parser of Bruno itself, `@usebruno/lang`. It is large, so whoever needs it loads it when it is needed. */
export const parseBru: ParseBru = (text) => {
  try {
    const read = bruToJson(text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')) as Partial<BruRequest>;
    return ok({ ...read, meta: read.meta ?? {} });
  } catch (error) {
    const found = /Line (\d+), col (\d+)[\s\S]*?(?:\n(Expected .*))?$/.exec((error as Error).message);
    return fail(
      found === null
        ? 'it cannot be read'
        : `line ${found[1] ?? ''}, column ${found[2] ?? ''}${found[3] === undefined ? '' : `: ${found[3].replace(/^Expected/, 'expected')}`}`,
    );
  }
};
