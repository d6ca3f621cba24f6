import { findScenario, sandboxes } from '../../shared/apis/sandboxes.ts';
import type { ApiDefinition } from '../../shared/definition/api-definition.ts';
import type { RequestTemplate } from '../../shared/definition/request-template.ts';
import type { ScenarioRequest } from '../../shared/definition/sandbox-scenario.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import { noSuchScenario } from '../core/no-such-scenario.ts';
import { didYouMean } from './closest.ts';
import { findNamedApi, findTemplate } from './find-template.ts';

/** What a scenario is sent as. */
export type ScenarioTarget = {
  readonly api: ApiDefinition;
  readonly template: RequestTemplate;
  readonly scenario: ScenarioRequest;
};

/** `payu` or `payu/refund`, and the id of a catalog entry; without a template it is the one of the scenario. */
export function findScenarioTarget(target: string, entryId: string): Result<ScenarioTarget, Problem> {
  const [apiId = ''] = target.split('/', 1);
  const api = findNamedApi(apiId);
  if (!api.ok) return api;
  const scenario = findScenario(api.value.id, entryId);
  if (scenario === null) return fail(unknownScenario(api.value, entryId));
  const own = findTemplate(`${apiId}/${scenario.template}`);
  if (!own.ok || target === apiId) return own.ok ? ok({ ...own.value, scenario }) : own;
  const named = findTemplate(target);
  if (!named.ok) return named;
  if (named.value.template.operation === own.value.template.operation)
    return ok({ ...named.value, scenario });
  return fail({
    code: 'bad-input',
    message: `The scenario ${entryId} is an answer to another call than that of ${target}.`,
    remedy: `Use ${apiId}/${scenario.template}.`,
  });
}

function unknownScenario(api: ApiDefinition, entryId: string): Problem {
  const problem = noSuchScenario(api, entryId);
  const remedy = `See "sandbox scenarios ${api.id}".`;
  if (api.catalog.some(({ id }) => id === entryId)) return { ...problem, remedy };
  const ids = sandboxes.get(api.id)?.scenarios.map(({ id }) => id) ?? [];
  return { ...problem, message: `${problem.message}${didYouMean(entryId, ids)}`, remedy };
}
