import { findApi } from '../../shared/apis/registry.ts';
import { findScenario } from '../../shared/apis/sandboxes.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import { unknownApi } from './unknown-api.ts';

/** The documented answers of an API that its sandbox gives when asked, in the order of the catalog. */
export function listScenarios(apiId: string): Result<readonly Scenario[], Problem> {
  const api = findApi(apiId);
  if (api === null) return fail(unknownApi(apiId));
  return ok(
    api.catalog.flatMap(({ id, code, message }) => {
      const scenario = findScenario(api.id, id);
      return scenario === null ? [] : [{ id, code, message, how: scenario.how }];
    }),
  );
}
