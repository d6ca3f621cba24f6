import type { ApiDefinition } from '../definition/api-definition.ts';
import type { RequestTemplate } from '../definition/request-template.ts';
import type { ScenarioRequest } from '../definition/sandbox-scenario.ts';
import type { RequestDraft } from '../model/request-draft.ts';
import { scenarioHeader } from '../model/scenario.ts';
import { draftFromTemplate } from './draft-from-template.ts';

/** A fresh draft that meets a scenario when it is sent to the sandbox; of the scenario's own template, or a like one. */
export function draftFromScenario(
  api: ApiDefinition,
  template: RequestTemplate,
  { id, values, edit }: Pick<ScenarioRequest, 'id' | 'values' | 'edit'>,
): RequestDraft {
  const plain = draftFromTemplate(api, template, values);
  const draft = edit?.(plain) ?? plain;
  return { ...draft, headers: [...draft.headers, [scenarioHeader, id]] };
}
