import { useMemo } from 'react';

import { apis } from '../../../shared/apis/registry.ts';
import { type KnownBase, presetBases } from '../../../shared/engine/recognise-request.ts';
import { useEnvironments } from '../../stores/stores-context.tsx';

/** The base URLs of the environments, then those that the documents print. */
export function useKnownBases(): readonly KnownBase[] {
  const environments = useEnvironments(({ overview }) => overview.environments);
  return useMemo(
    () => [
      ...environments.flatMap(({ name: title, variables }) =>
        apis.flatMap(({ id }) =>
          variables
            .filter(({ name }) => name === `${id}.baseUrl`)
            .map(({ value }) => ({ api: id, baseUrl: value, title })),
        ),
      ),
      ...presetBases(apis),
    ],
    [environments],
  );
}
