import { findApi } from '../../shared/apis/registry.ts';
import type { Handlers } from '../../shared/contract/commands.ts';
import { fail, ok } from '../../shared/model/result.ts';

/** The documented answers that the sandbox gives when asked. */
export function scenarioHandlers(): Pick<Handlers, 'scenario.list' | 'scenario.draft'> {
  return {
    'scenario.list': async ({ api }) => (findApi(api) === null ? fail(noScenario(api)) : ok([])),
    'scenario.draft': async ({ entry }) => fail(noScenario(entry)),
  };
}

function noScenario(name: string): { code: 'unknown-entry'; message: string; remedy: string } {
  return {
    code: 'unknown-entry',
    message: `The sandbox has no scenario ${name}.`,
    remedy: 'Choose another.',
  };
}
