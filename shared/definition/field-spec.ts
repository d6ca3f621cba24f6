import type { AmountUnit } from '../model/amount.ts';
import type { Source } from '../model/source.ts';

export type FieldType = 'text' | 'integer' | 'amount' | 'boolean' | 'choice' | 'object' | 'list' | 'any';

/** A described input of an operation; a member of a JSON object, a pair of a form or an element of an XML text. */
export type FieldSpec = {
  readonly name: string;
  readonly type: FieldType;
  readonly required: boolean;
  /** What it means and how to fill it, in one or two plain sentences. */
  readonly help: string;
  readonly source: Source;
  readonly example?: string;
  /** The element or field may stand more than once; a `list` may always. Anything else twice is a fault. */
  readonly repeats?: true;
  /** `choice`: the allowed texts. */
  readonly choices?: readonly string[];
  /** `text`: the longest allowed, in characters. */
  readonly maxLength?: number;
  /** `amount`: its unit, the name of its currency, and how many decimals it may have. */
  readonly amount?: { readonly unit: AmountUnit; readonly currency: string; readonly decimals: number };
  /** `object` and `list`: what is inside; for a list, of each item. In XML a list is an element that may repeat. */
  readonly fields?: readonly FieldSpec[];
  /** The sentence about a limit is a strong inference or our choice, so breaking it is told and never stops a send. */
  readonly limitSource?: Source;
};
