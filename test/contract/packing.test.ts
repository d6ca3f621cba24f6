import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { apis } from '../../shared/apis/registry.ts';
import type { ApiDefinition } from '../../shared/definition/api-definition.ts';
import { batchFields } from '../../shared/engine/batch-fields.ts';
import { draftFromTemplate } from '../../shared/engine/draft-from-template.ts';
import { prepareRequest } from '../../shared/engine/prepare-request.ts';
import type { Refund } from '../../shared/model/refund.ts';
import type { RequestDraft } from '../../shared/model/request-draft.ts';
import type { VariableScope } from '../../shared/model/variable.ts';

const packed = apis.flatMap((api) => (api.packing ?? []).map((packing) => ({ api, packing })));

type Values = Readonly<Record<string, string>>;

/** The refunds of a draft with the values of a row; variables that no row gives have their example. */
function refundsOf(api: ApiDefinition, draft: RequestDraft, values: Values): readonly Refund[] {
  const texts = Object.fromEntries(api.variables.map(({ name, example }) => [name, example ?? 'x']));
  const scope: VariableScope = new Map(
    Object.entries({ ...texts, ...values }).map(
      ([name, text]) => [name, { secret: false, origin: 'environment', text }] as const,
    ),
  );
  const prepared = prepareRequest(draft, scope);
  if (!prepared.ok) throw new Error(prepared.error.map(({ message }) => message).join(' '));
  return api.readRefunds(draft.operation, prepared.value.parts);
}

it('is known of at least one API', () => {
  expect(packed.length).toBeGreaterThan(0);
});

describe.each(packed.map(({ api, packing }) => [`${api.id}/${packing.template}`, api, packing] as const))(
  'many refunds in one call of %s',
  (_title, api, packing) => {
    const template = api.templates.find(({ id }) => id === packing.template);
    if (template === undefined) throw new Error(`${api.id} has no template ${packing.template}`);
    const draft = draftFromTemplate(api, template);
    const names = batchFields(api, template)
      .filter(({ isOfRefund }) => isOfRefund)
      .map(({ spec }) => spec);

    it('are always exactly those of the rows, one by one, whatever stands in them', () => {
      const text = fc
        .string({ minLength: 1 })
        .filter((value) => value.trim() === value && !value.includes('{{') && /^[\x20-\x7e]+$/.test(value));
      const awkward = fc.constantFrom('A&B', '<x/>', ']]>', '$1', '$&', '0012', '403993715529606983');
      const row = fc.record(
        Object.fromEntries(names.map(({ name }) => [name, fc.oneof(text, awkward)] as const)),
      );
      fc.assert(
        fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
          const together = refundsOf(api, packing.writeDraft(draft, rows), {});
          expect(together).toEqual(rows.flatMap((values) => refundsOf(api, draft, values)));
          expect(together).toHaveLength(rows.length);
        }),
      );
    });

    it('are as many as its source allows', () => {
      expect(packing.limit).toBeGreaterThan(1);
      expect(packing.source.title).not.toBe('');
    });
  },
);
