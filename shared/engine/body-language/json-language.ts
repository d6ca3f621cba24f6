import type { FieldSpec } from '../../definition/field-spec.ts';
import type { BodyLanguage } from '../../model/body-language.ts';
import { nothingKnown } from './nothing-known.ts';

/** What an editor has to know of the json bodies of an operation. */
export function jsonLanguage(_fields: readonly FieldSpec[]): BodyLanguage {
  return nothingKnown;
}
