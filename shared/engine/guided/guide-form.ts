import type { FieldSpec } from '../../definition/field-spec.ts';
import type { DraftFormField } from '../../model/request-draft.ts';
import type { GuidedBody, GuidedField } from './guided-field.ts';

type Fields = readonly DraftFormField[];

/** The fields of a form as a form of the documented ones; others stay where they are. */
export function guideForm(fields: Fields, specs: readonly FieldSpec[]): GuidedBody<Fields> {
  const others = fields.map(({ name }) => name).filter((name) => !specs.some((spec) => spec.name === name));
  return { fields: specs.map((spec) => formField(fields, specs, spec)), others };
}

function formField(fields: Fields, specs: readonly FieldSpec[], spec: FieldSpec): GuidedField<Fields> {
  const { name } = spec;
  const index = fields.findIndex((field) => field.name === name);
  const set = (value: string): Fields =>
    index === -1 ? insert(fields, specs, { name, value }) : fields.with(index, { name, value });
  return {
    path: name,
    spec,
    shape: 'value',
    isThere: index !== -1,
    value: fields[index]?.value ?? null,
    notation: null,
    obstacle: null,
    parts: [],
    set,
    add: () => set(''),
    remove: index === -1 ? null : () => fields.toSpliced(index, 1),
  };
}

/** After the last field that comes before it in the documentation. */
function insert(fields: Fields, specs: readonly FieldSpec[], field: DraftFormField): Fields {
  const order = (name: string): number => specs.findIndex((spec) => spec.name === name);
  const before = fields.findLastIndex(({ name }) => order(name) !== -1 && order(name) < order(field.name));
  return fields.toSpliced(before + 1, 0, field);
}
