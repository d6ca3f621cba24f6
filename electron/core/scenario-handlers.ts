import { findApi } from '../../shared/apis/registry.ts';
import { findScenario } from '../../shared/apis/sandboxes.ts';
import type { Handlers } from '../../shared/contract/commands.ts';
import type { ApiDefinition } from '../../shared/definition/api-definition.ts';
import { draftFromScenario } from '../../shared/engine/draft-from-scenario.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { fail, ok } from '../../shared/model/result.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import { noSuchScenario } from './no-such-scenario.ts';

/** The documented answers that the sandbox gives when asked. */
export function scenarioHandlers(): Pick<Handlers, 'scenario.list' | 'scenario.draft'> {
  return {
    'scenario.list': async ({ api: id }) => {
      const api = findApi(id);
      return api === null ? fail(unknownApi(id)) : ok(listScenarios(api));
    },
    'scenario.draft': async ({ api: id, entry: entryId }) => {
      const api = findApi(id);
      if (api === null) return fail(unknownApi(id));
      const scenario = findScenario(id, entryId);
      const template = api.templates.find((candidate) => candidate.id === scenario?.template);
      if (scenario === null || template === undefined) return fail(noSuchScenario(api, entryId));
      const title = api.catalog.find((candidate) => candidate.id === entryId)?.title ?? template.title;
      return ok({ title, draft: draftFromScenario(api, template, scenario) });
    },
  };
}

/** In the order of the catalog. */
function listScenarios(api: ApiDefinition): readonly Scenario[] {
  return api.catalog.flatMap(({ id, code, message }) => {
    const scenario = findScenario(api.id, id);
    return scenario === null ? [] : [{ id, code, message, how: scenario.how }];
  });
}

function unknownApi(id: string): Problem {
  return { code: 'unknown-api', message: `There is no API ${id}.`, remedy: 'Choose one of the list.' };
}
