import { findApi } from '../../../shared/apis/registry.ts';
import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import type { Packing } from '../../../shared/definition/packing.ts';
import type { RequestTemplate } from '../../../shared/definition/request-template.ts';
import { batchFields } from '../../../shared/engine/batch-fields.ts';
import { draftFromTemplate } from '../../../shared/engine/draft-from-template.ts';
import { createRedactor, type Redactor } from '../../../shared/engine/redact.ts';
import type { BatchPlan } from '../../../shared/model/batch.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import type { RequestDraft } from '../../../shared/model/request-draft.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import { secretsOf } from '../build-scope.ts';
import { openDraft, type OpenDraft } from '../open-draft.ts';
import type { Ports } from '../ports.ts';
import { batchProblem } from './batch-problem.ts';

/** A plan with everything it refers to found: the start of every check, start and resumption. Holds secrets. */
export type OpenBatch = {
  readonly plan: BatchPlan;
  readonly draft: RequestDraft;
  /** How many rows go into one call, where it can be more than one. */
  readonly packing: Packing | null;
  /** The draft without the values of a row. */
  readonly open: OpenDraft;
  readonly redact: Redactor;
  /** Variables that a row gives, each with the position of its cell. */
  readonly cells: readonly (readonly [name: string, position: number])[];
};

/** Finds API, template and environment of a plan, and holds its mapping against the columns of the table. */
export async function openBatch(
  plan: BatchPlan,
  columns: readonly string[],
  ports: Ports,
): Promise<Result<OpenBatch, Problem>> {
  const api = findApi(plan.api);
  const template = api?.templates.find(({ id }) => id === plan.template);
  if (api === null || template === undefined) {
    return fail(batchProblem(`There is no template ${plan.api}/${plan.template}.`, 'Choose another one.'));
  }
  const fault = findMappingFault(plan, api, template, columns);
  if (fault !== null) return fail(fault);
  const draft = draftFromTemplate(api, template);
  const { environmentId, values } = plan;
  const opened = await openDraft({ draft, environmentId, overrides: values }, ports);
  if (!opened.ok) return opened;
  const open = opened.value;
  if (!open.operation.movesMoney) {
    return fail(batchProblem(`${template.title} refunds nothing.`, 'Choose a template that refunds.'));
  }
  return ok({
    // The environment may have been named by its name.
    plan: { ...plan, environmentId: open.environment.id },
    draft,
    packing: api.packing?.find((candidate) => candidate.template === template.id) ?? null,
    open,
    redact: createRedactor(secretsOf(open.scope)),
    cells: Object.entries(plan.columns).map(([name, column]) => [name, columns.indexOf(column)] as const),
  });
}

/** The values of one row: its cells, and what is the same for all rows. */
export function valuesOf(
  { plan, cells: given }: Pick<OpenBatch, 'plan' | 'cells'>,
  cells: readonly string[],
): Readonly<Record<string, string>> {
  return {
    ...plan.values,
    ...Object.fromEntries(given.map(([name, position]) => [name, cells[position] ?? ''])),
  };
}

/** The draft with the values of a row, as a send with them would open it. */
export function withRow(open: OpenDraft, values: Readonly<Record<string, string>>): OpenDraft {
  const scope = new Map(open.scope);
  for (const [name, text] of Object.entries(values)) {
    scope.set(name, { secret: false, origin: 'this send', text });
  }
  return { ...open, scope };
}

/** What would be taken for a reference, so that a cell could ask for a secret. */
export const reference = /\{\{[^{}]*\}\}/;

function findMappingFault(
  plan: BatchPlan,
  api: ApiDefinition,
  template: RequestTemplate,
  columns: readonly string[],
): Problem | null {
  const fields = batchFields(api, template);
  const names = fields.map(({ spec }) => spec.name);
  const given = { ...plan.values, ...plan.columns };
  const settable = api.variables.filter(({ secret, kind }) => !secret && kind === 'switch');
  const strange = [
    ...Object.keys(plan.columns).filter((name) => !names.includes(name)),
    ...Object.keys(plan.values).filter(
      (name) => !names.includes(name) && !settable.some((spec) => spec.name === name),
    ),
  ][0];
  if (strange !== undefined) {
    return batchProblem(
      `${strange} cannot come from a table: ${api.id}/${template.id} has no such field, or it belongs to the environment.`,
      `Use ${names.join(', ')}.`,
    );
  }
  const twice = Object.keys(plan.columns).find((name) => Object.hasOwn(plan.values, name));
  if (twice !== undefined) {
    return batchProblem(`${twice} has a column and a value as well.`, 'Keep one of the two.');
  }
  const absent = Object.values(plan.columns).find((column) => !columns.includes(column));
  if (absent !== undefined) {
    return batchProblem(
      `The table has no column "${absent}".`,
      `Its columns are: ${columns.join(', ')}.`,
    );
  }
  const unusable = Object.entries(plan.values).find(([, text]) => text.trim() === '' || reference.test(text));
  if (unusable !== undefined) {
    return batchProblem(
      `The value of ${unusable[0]} is ${unusable[1].trim() === '' ? 'empty' : 'a reference'}.`,
      'Write the text itself.',
    );
  }
  const missing = fields.find(
    ({ spec, isOfRefund }) =>
      isOfRefund && spec.defaultValue === undefined && !Object.hasOwn(given, spec.name),
  );
  if (missing === undefined) return null;
  return batchProblem(
    `Nothing says where ${missing.spec.title} (${missing.spec.name}) comes from.`,
    `Choose a column for it, or a value for all rows. ${missing.spec.help}`,
  );
}
