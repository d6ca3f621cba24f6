import { useCallback, useMemo } from 'react';

import { apis } from '../../../shared/apis/registry.ts';
import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import type { FieldSpec } from '../../../shared/definition/field-spec.ts';
import type { RequestTemplate } from '../../../shared/definition/request-template.ts';
import { amountOfOperation, type BatchField, batchFields } from '../../../shared/engine/batch-fields.ts';
import { draftFromTemplate } from '../../../shared/engine/draft-from-template.ts';
import type { BatchCheck, BatchPlan } from '../../../shared/model/batch.ts';
import type { Environment } from '../../../shared/model/environment.ts';
import type { BatchDraft } from '../../stores/create-batch-store.ts';
import { useEnvironments, useStores } from '../../stores/stores-context.tsx';
import { useAsked } from '../use-asked.ts';
import { type EnvironmentValues, isFilled, isSameWork, planOf } from './batch-plan.ts';
import { hasValidRules } from './rules-step.tsx';

/** A batch in the making with everything that follows from its fields. */
export type BatchWork = {
  readonly draft: BatchDraft;
  readonly api: ApiDefinition;
  readonly template: RequestTemplate;
  /** First what is of the refund. */
  readonly fields: readonly BatchField[];
  /** Unit and currency of its amounts; `null` where the operation states none. */
  readonly amount: NonNullable<FieldSpec['amount']> | null;
  readonly environment: Environment;
  readonly values: EnvironmentValues;
  /** `null` while something is open. */
  readonly plan: BatchPlan | null;
  /** What was found when this very batch was looked at; `null` where it was not. */
  readonly check: BatchCheck | null;
};

/** Works out what follows from the fields; `null` where the API or its template is unknown. */
export function useBatchWork(draft: BatchDraft): BatchWork | null {
  const environments = useEnvironments(({ overview }) => overview.environments);
  const api = apis.find(({ id }) => id === draft.api);
  const template = api?.templates.find(({ id }) => id === draft.template);
  const environment = environments.find(({ id }) => id === draft.environmentId) ?? environments[0];
  const fields = useMemo(
    () =>
      api === undefined || template === undefined
        ? []
        : batchFields(api, template).toSorted(
            (left, right) => Number(right.isOfRefund) - Number(left.isOfRefund),
          ),
    [api, template],
  );
  const values = useEnvironmentValues(api, template, draft.environmentId, fields);
  if (api === undefined || template === undefined || environment === undefined) return null;
  const isComplete = hasValidRules(draft) && fields.every((field) => isFilled(field, draft, values));
  const plan = isComplete ? planOf(draft, fields) : null;
  const { checked } = draft;
  const check = plan !== null && checked !== null && isSameWork(checked.plan, plan) ? checked.check : null;
  const operation = api.operations.find(({ id }) => id === template.operation);
  const amount = (operation === undefined ? null : amountOfOperation(operation)) ?? null;
  return { draft, api, template, fields, amount, environment, values, plan, check };
}

/** What the environment has for the fields. What is of the refund has to come from the table, unless the API has a default. */
function useEnvironmentValues(
  api: ApiDefinition | undefined,
  template: RequestTemplate | undefined,
  environmentId: string,
  fields: readonly BatchField[],
): EnvironmentValues {
  const { exchanges, environments } = useStores();
  const ask = useCallback(async () => {
    if (api === undefined || template === undefined) return [];
    const draft = draftFromTemplate(api, template);
    const { variables } = await exchanges.getState().look({ draft, environmentId, overrides: {} });
    return variables;
  }, [api, template, environmentId, exchanges]);
  const variables = useAsked(ask, environments.subscribe);
  return useMemo(
    () =>
      Object.fromEntries(
        (variables ?? []).flatMap(({ name, text }) => {
          const field = fields.find(({ spec }) => spec.name === name);
          if (field === undefined || text === null || text === '') return [];
          return field.isOfRefund && field.spec.defaultValue === undefined ? [] : [[name, text]];
        }),
      ),
    [variables, fields],
  );
}
