import type { Problem } from '../../shared/model/problem.ts';

/** A text that came in from outside, or why it could not be read. Forgotten when its dialog closes. */
export type PastedInput = {
  /** Name of the file; `null` where it was pasted or typed. */
  readonly name: string | null;
  readonly text: string;
  /** How it was read, where that may have gone wrong. */
  readonly remark: string | null;
  readonly problem: Problem | null;
};
