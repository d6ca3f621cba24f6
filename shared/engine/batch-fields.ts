import type { ApiDefinition } from '../definition/api-definition.ts';
import type { FieldSpec } from '../definition/field-spec.ts';
import type { Operation } from '../definition/operation.ts';
import type { RequestTemplate } from '../definition/request-template.ts';
import type { VariableSpec } from '../model/variable.ts';
import { variableNames } from './resolve-variables.ts';

/** Something a refund needs that a column can give. */
export type BatchField = {
  readonly spec: VariableSpec;
  /** Whether it is of the refund itself; else it is of the account, and the environment usually has it. */
  readonly isOfRefund: boolean;
};

/** What a template asks for and a column can give, in the order of the API; credentials belong to the environment. */
export function batchFields(api: ApiDefinition, template: RequestTemplate): readonly BatchField[] {
  const used = new Set(variableNames(textOf(template)));
  return api.variables
    .filter(({ name, secret, kind }) => used.has(name) && !secret && kind !== 'url' && kind !== 'switch')
    .map((spec) => ({ spec, isOfRefund: Object.hasOwn(template.demo, spec.name) }));
}

/** Unit and currency of what an operation gives back: an operation has one of each. `null` where it states no amount. */
export function amountOfOperation({ body }: Operation): FieldSpec['amount'] | null {
  if (body.format === 'none') return null;
  const xml = body.format === 'form' ? body.xml : undefined;
  return firstAmount(xml === undefined ? body.fields : [...body.fields, xml.root]);
}

function firstAmount(fields: readonly FieldSpec[]): FieldSpec['amount'] | null {
  for (const { amount, fields: inner = [] } of fields) {
    const found = amount ?? firstAmount(inner);
    if (found !== null && found !== undefined) return found;
  }
  return null;
}

function textOf({ url, headers, body }: RequestTemplate): string {
  const texts = [url, ...headers.map(([, value]) => value)];
  if (body.kind === 'text') texts.push(body.text);
  if (body.kind === 'form') texts.push(...body.fields.map(({ value }) => value));
  return texts.join('\n');
}
