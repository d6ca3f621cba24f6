import type { ApiDefinition } from '../../definition/api-definition.ts';
import type { FieldSpec } from '../../definition/field-spec.ts';
import type { BodyLanguage } from '../../model/body-language.ts';
import { nothingKnown } from './nothing-known.ts';

/** What an editor has to know of the xml bodies of an operation. */
export function xmlLanguage(_root: FieldSpec, _api: ApiDefinition): BodyLanguage {
  return nothingKnown;
}
