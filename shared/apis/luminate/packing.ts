import type { Packing } from '../../definition/packing.ts';
import { escapeXml } from '../../formats/xml.ts';
import type { RequestDraft } from '../../model/request-draft.ts';
import { mostItems } from './check-request.ts';
import { requestField } from './request-fields.ts';
import { seed } from './sources.ts';

/** Templates that list one refund, so that more of the same can stand beside it. */
const templatesOfOneItem = ['refund', 'partial-refund', 'teamraiser'];

export const packing: readonly Packing[] = templatesOfOneItem.map((template) => ({
  template,
  limit: mostItems,
  source: seed,
  writeDraft,
}));

/** The element of one refund with its indentation, the only thing that is repeated. */
const itemPattern = /[ \t]*<(\w+RefundInfo)>[\s\S]*?<\/\1>\n?/;

function writeDraft(
  draft: RequestDraft,
  rows: readonly Readonly<Record<string, string>>[],
): RequestDraft {
  if (draft.body.kind !== 'form') return draft;
  const fields = draft.body.fields.map(({ name, value }) =>
    name === requestField
      ? { name, value: value.replace(itemPattern, (item) => rows.map((row) => fill(item, row)).join('')) }
      : { name, value },
  );
  return { ...draft, body: { ...draft.body, fields } };
}

function fill(item: string, row: Readonly<Record<string, string>>): string {
  return item.replaceAll(/\{\{([^{}]*)\}\}/g, (whole, name: string) => {
    const value = row[name.trim()];
    return value === undefined ? whole : escapeXml(value);
  });
}
