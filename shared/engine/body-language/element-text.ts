import type { FieldSpec } from '../../definition/field-spec.ts';

/** What is documented of the XML bodies of an operation. */
export type XmlVocabulary = {
  readonly root: FieldSpec;
  /** The namespace of the root, `null` where none is documented. */
  readonly namespace: string | null;
};

/**
 * An element to be inserted, with the elements it requires, each on a line indented by two blanks; lines after the
 * first are relative to the line it is inserted on. `$0` stands where the first text goes.
 */
export function elementText(
  spec: FieldSpec,
  { prefix = '', namespace = null }: { readonly prefix?: string; readonly namespace?: string | null } = {},
): string {
  const lines = linesOf(spec, prefix, namespace === null ? '' : ` xmlns="${namespace}"`);
  const first = lines.findIndex((line) => line.includes(cursor));
  return lines
    .map((line, index) => (index === first ? line.replace(cursor, '$0') : line.replace(cursor, '')))
    .join('\n');
}

/** Stands in no name and no namespace. */
const cursor = '\u0000';

function linesOf(spec: FieldSpec, prefix: string, attributes: string): readonly string[] {
  const name = `${prefix}${spec.name}`;
  if (spec.fields === undefined) return [`<${name}${attributes}>${cursor}</${name}>`];
  const required = spec.fields.filter((field) => field.required);
  const inside = required.length === 0 ? [cursor] : required.flatMap((field) => linesOf(field, prefix, ''));
  return [`<${name}${attributes}>`, ...inside.map((line) => `  ${line}`), `</${name}>`];
}
