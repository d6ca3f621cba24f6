import { useEffect } from 'react';

import type { Scenario } from '../../../shared/model/scenario.ts';
import { useScenarios, useStores } from '../../stores/stores-context.tsx';

/** The answers that the sandbox gives for an API when asked; `null` until it is known. */
export function useScenariosOf(apiId: string): readonly Scenario[] | null {
  const { scenarios } = useStores();
  useEffect(() => void scenarios.getState().load(apiId), [scenarios, apiId]);
  return useScenarios(({ byApi }) => byApi[apiId]) ?? null;
}
