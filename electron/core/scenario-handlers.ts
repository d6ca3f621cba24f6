import { findApi } from '../../shared/apis/registry.ts';
import { findScenario } from '../../shared/apis/sandboxes.ts';
import type { Handlers } from '../../shared/contract/commands.ts';
import { draftFromScenario } from '../../shared/engine/draft-from-scenario.ts';
import { fail, ok } from '../../shared/model/result.ts';
import { listScenarios } from './list-scenarios.ts';
import { noSuchScenario } from './no-such-scenario.ts';
import { unknownApi } from './unknown-api.ts';

/** The documented answers that the sandbox gives when asked. */
export function scenarioHandlers(): Pick<Handlers, 'scenario.list' | 'scenario.draft'> {
  return {
    'scenario.list': async ({ api }) => listScenarios(api),
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
