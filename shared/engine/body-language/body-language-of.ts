import type { ApiDefinition } from '../../definition/api-definition.ts';
import type { BodyLanguage } from '../../model/body-language.ts';
import type { DraftBody } from '../../model/request-draft.ts';
import { formLanguage } from './form-language.ts';
import { jsonLanguage } from './json-language.ts';
import { nothingKnown } from './nothing-known.ts';
import { xmlLanguage } from './xml-language.ts';

/** Which body it is, without its texts. */
export type DescribedBody = {
  readonly operation: string;
  readonly kind: DraftBody['kind'];
  /** The field that a form's editor shows, where it shows one. */
  readonly main: Extract<DraftBody, { kind: 'form' }>['main'];
};

/** What the editor of a draft's main text has to know; nothing for an operation that is not described. */
export function bodyLanguageOf(
  api: ApiDefinition | null,
  { operation: id, kind, main }: DescribedBody,
): BodyLanguage {
  const operation = api?.operations.find((candidate) => candidate.id === id);
  if (api === null || operation === undefined) return nothingKnown;
  const { body: spec, signature } = operation;
  if (spec.format === 'none' || kind === 'none') return nothingKnown;
  if (spec.format === 'json') return jsonLanguage(spec.fields, signature?.field ?? null);
  if (kind === 'form' && main === null) return formLanguage(spec.fields);
  return spec.xml === undefined ? nothingKnown : xmlLanguage(spec.xml.root, api);
}
