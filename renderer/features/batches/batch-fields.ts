import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import type { FieldSpec } from '../../../shared/definition/field-spec.ts';
import type { RequestTemplate } from '../../../shared/definition/request-template.ts';
import { variableNames } from '../../../shared/engine/resolve-variables.ts';
import type { VariableSpec } from '../../../shared/model/variable.ts';

/** Something a refund needs that a column can give. */
export type BatchField = {
  readonly spec: VariableSpec;
  /** Whether it is of the refund itself; else it is of the account, and the environment usually has it. */
  readonly isOfRefund: boolean;
  /** Unit and currency of an amount; `null` for anything else. */
  readonly amount: NonNullable<FieldSpec['amount']> | null;
};

/** Templates that move money and have something to fill in for every refund. */
export function batchTemplates(api: ApiDefinition): readonly RequestTemplate[] {
  return api.templates.filter(
    (template) =>
      api.operations.some(({ id, movesMoney }) => id === template.operation && movesMoney) &&
      batchFields(api, template).some(({ isOfRefund }) => isOfRefund),
  );
}

/** What a template asks for and a column can give, first what is of the refund; credentials belong to the environment. */
export function batchFields(api: ApiDefinition, template: RequestTemplate): readonly BatchField[] {
  const used = new Set(variableNames(textOf(template)));
  const body = api.operations.find(({ id }) => id === template.operation)?.body;
  const specs =
    body === undefined || body.format === 'none'
      ? []
      : body.format === 'json' || body.xml === undefined
        ? body.fields
        : [...body.fields, body.xml.root];
  const amount = amountOf(specs);
  const isOfRefund = ({ name }: VariableSpec): boolean => name in template.demo;
  return api.variables
    .filter(({ name, secret, kind }) => used.has(name) && !secret && ['id', 'amount', 'text'].includes(kind))
    .toSorted((left, right) => Number(isOfRefund(right)) - Number(isOfRefund(left)))
    .map((spec) => ({ spec, isOfRefund: isOfRefund(spec), amount: spec.kind === 'amount' ? amount : null }));
}

function textOf({ url, headers, body }: RequestTemplate): string {
  const texts = [url, ...headers.map(([, value]) => value)];
  if (body.kind === 'text') texts.push(body.text);
  if (body.kind === 'form') texts.push(...body.fields.map(({ value }) => value));
  return texts.join('\n');
}

/** The first amount among the fields and what is inside them: an operation has one unit and one currency. */
function amountOf(fields: readonly FieldSpec[]): BatchField['amount'] {
  for (const { amount, fields: inner = [] } of fields) {
    const found = amount ?? amountOf(inner);
    if (found !== null) return found;
  }
  return null;
}
