import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import type { FieldFault } from '../../../shared/definition/operation.ts';
import { checkFields } from '../../../shared/engine/check-fields.ts';
import { draftFromTemplate } from '../../../shared/engine/draft-from-template.ts';
import { mainText, withMainText } from '../../../shared/engine/main-text.ts';
import { type PreparedRequest, prepareRequest } from '../../../shared/engine/prepare-request.ts';
import type { Effect } from '../../../shared/model/effect.ts';
import { scopeOf } from './scope-of.ts';

/** What the test changes about a template: values of variables, and the text that a person edits. */
type Changes = {
  readonly set?: Readonly<Record<string, string>>;
  readonly edit?: (text: string) => string;
};

/** A template on its demo values as it would be signed; fails the test where it cannot be prepared. */
export function preparedTemplate(
  api: ApiDefinition,
  templateId: string,
  { set = {}, edit = (text) => text }: Changes = {},
): PreparedRequest {
  const template = api.templates.find(({ id }) => id === templateId);
  if (template === undefined) throw new Error(`${api.id} has no template ${templateId}`);
  const declared = api.variables.map(({ name, example, defaultValue }) => [
    name,
    defaultValue ?? example ?? 'x',
  ]);
  const session = { '$session.token': 'x', '$session.sessionId': 'x', '$session.sessionInfo': 'x' };
  const draft = draftFromTemplate(api, template);
  const prepared = prepareRequest(
    withMainText(draft, edit(mainText(draft) ?? '')),
    scopeOf({ ...Object.fromEntries(declared), ...session, ...template.demo, ...set }),
  );
  if (!prepared.ok) throw new Error(prepared.error.map(({ message }) => message).join(' '));
  return prepared.value;
}

/** What is told about a template before it is sent. */
export function effectOf(api: ApiDefinition, templateId: string, changes?: Changes): Effect {
  const operation = api.templates.find(({ id }) => id === templateId)?.operation ?? '';
  return api.describeEffect(operation, preparedTemplate(api, templateId, changes).parts);
}

/** What is wrong with the fields of a template. */
export function faultsOf(api: ApiDefinition, templateId: string, changes?: Changes): readonly FieldFault[] {
  const operationId = api.templates.find(({ id }) => id === templateId)?.operation;
  const operation = api.operations.find(({ id }) => id === operationId);
  if (operation === undefined) throw new Error(`${api.id}/${templateId} has no operation`);
  return checkFields(operation, preparedTemplate(api, templateId, changes));
}
