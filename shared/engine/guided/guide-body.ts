import type { ApiDefinition } from '../../definition/api-definition.ts';
import type { SyntaxProblem } from '../../model/parsed-body.ts';
import { fail, type Result } from '../../model/result.ts';
import type { GuidedBody } from './guided-field.ts';
import { guideJson } from './guide-json.ts';
import { guideXml } from './guide-xml.ts';

/** The main text of an operation's body as a form; fails with `null` where its fields are not described. */
export function guideBody(
  api: ApiDefinition | null,
  operation: string,
  text: string,
): Result<GuidedBody<string>, SyntaxProblem | null> {
  const spec = api?.operations.find(({ id }) => id === operation)?.body;
  if (spec?.format === 'json') return guideJson(text, spec.fields);
  return spec?.format === 'form' && spec.xml !== undefined ? guideXml(text, spec.xml.root) : fail(null);
}
