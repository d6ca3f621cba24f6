import type { FieldSpec } from '../../definition/field-spec.ts';
import {
  entryStart,
  readBrokenJson,
  type LooseContainer,
  type LooseScalar,
  type LooseValue,
} from '../../formats/read-broken-json.ts';
import { maskReferences } from '../mask-references.ts';

/** Reads a draft's JSON for as much as is there, its bare `{{variables}}` as words. */
export function readDraft(text: string): LooseValue | null {
  return readBrokenJson(maskReferences(text, { begun: true }));
}

/** An object or array of a draft, and what is known of it. */
export type DescribedContainer = {
  readonly container: LooseContainer;
  /** The members of the object, or of each item of the list; none where nothing is described. */
  readonly fields: readonly FieldSpec[];
  /** For people: empty for the body itself, `products[0]`. */
  readonly path: string;
};

/** The innermost object or array around an offset; `null` outside of every one. */
export function containerAt(
  root: LooseValue | null,
  fields: readonly FieldSpec[],
  offset: number,
): DescribedContainer | null {
  let found = root === null ? null : described(root, fields, '');
  if (found === null || !isInside(found.container, offset)) return null;
  while (true) {
    const inner: DescribedContainer | undefined = innerContainers(found).find(({ container }) =>
      isInside(container, offset),
    );
    if (inner === undefined) return found;
    found = inner;
  }
}

/** Every object and array of a draft, outer ones first. */
export function allContainers(
  root: LooseValue | null,
  fields: readonly FieldSpec[],
): readonly DescribedContainer[] {
  const first = root === null ? null : described(root, fields, '');
  const found = first === null ? [] : [first];
  // A list that grows while it is walked is walked to its new end.
  for (const outer of found) found.push(...innerContainers(outer));
  return found;
}

/** The entry that an offset stands in or behind: the last that begins before it; -1 before the first. */
export function entryIndexAt({ entries }: LooseContainer, offset: number): number {
  return entries.findLastIndex((entry) => entryStart(entry) < offset);
}

/** True where an offset touches a piece; behind the closing quote of a string it does not. */
export function touches({ range, kind, isClosed }: LooseScalar, offset: number): boolean {
  const end = kind === 'string' && isClosed ? range.end - 1 : range.end;
  return range.start <= offset && offset <= end;
}

/** The described member of this name. */
export function specOf(fields: readonly FieldSpec[], name: string | undefined): FieldSpec | undefined {
  return fields.find((field) => field.name === name);
}

function innerContainers({ container, fields, path }: DescribedContainer): readonly DescribedContainer[] {
  return container.entries.flatMap(({ name, value }, index) => {
    if (value === null) return [];
    const spec = container.kind === 'object' ? specOf(fields, name?.text) : undefined;
    const inner = container.kind === 'array' ? fields : (spec?.fields ?? []);
    const step = container.kind === 'array' ? `[${index}]` : `${path === '' ? '' : '.'}${name?.text ?? ''}`;
    const found = described(value, inner, path + step);
    return found === null ? [] : [found];
  });
}

function described(value: LooseValue, fields: readonly FieldSpec[], path: string): DescribedContainer | null {
  return value.kind === 'object' || value.kind === 'array' ? { container: value, fields, path } : null;
}

function isInside({ range, isClosed }: LooseContainer, offset: number): boolean {
  return range.start < offset && (isClosed ? offset < range.end : offset <= range.end);
}
