import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import type { RequestTemplate } from '../../../shared/definition/request-template.ts';
import { batchFields } from '../../../shared/engine/batch-fields.ts';

/** Templates that move money and have something to fill in for every refund. */
export function batchTemplates(api: ApiDefinition): readonly RequestTemplate[] {
  return api.templates.filter(
    (template) =>
      api.operations.some(({ id, movesMoney }) => id === template.operation && movesMoney) &&
      batchFields(api, template).some(({ isOfRefund }) => isOfRefund),
  );
}
