import type { ApiDefinition, Erratum } from '../../definition/api-definition.ts';
import type { DocumentedExample, ExampleDefect } from '../../definition/documented-example.ts';
import type { FieldSpec } from '../../definition/field-spec.ts';
import type { TagSlip } from '../../formats/pair-xml-tags.ts';
import { readBrokenXml } from '../../formats/read-broken-xml.ts';
import { type PairedElement, pathOfElement, plainTextOf } from '../../formats/xml-tree.ts';
import type { BodyFinding } from '../../model/body-language.ts';

type Element = PairedElement<FieldSpec>;

/** What the samples of a document get wrong, so that whoever pastes one is told. */
export type XmlSamples = {
  /** What a slip of tags is in the sample that prints it; `null` where none does. */
  readonly explain: (slip: TagSlip<FieldSpec>) => string | null;
  /** What to know of a body that has all the slips of a sample; `null` where it has not. */
  readonly explainAll: (slips: readonly TagSlip<FieldSpec>[]) => string | null;
  /** Remarks on what a sample prints without need, or leaves out, where a body does the same. */
  readonly remarks: (text: string, root: Element) => readonly BodyFinding[];
};

/** Reads the sample requests of an API that have the described root. */
export function readXmlSamples(root: FieldSpec, api: ApiDefinition): XmlSamples {
  const samples = api.examples.flatMap((example) => {
    const element = rootOf(root, example);
    return element === undefined ? [] : [readSample({ root, element, example, api })];
  });
  const printed = new Map(samples.flatMap(({ slips }) => [...slips]));
  return {
    explain: (slip) => printed.get(keyOf(slip)) ?? null,
    explainAll: (slips) => {
      const keys = new Set(slips.map((slip) => keyOf(slip)));
      const whole = samples.find(
        (sample) => sample.slips.size > 0 && [...sample.slips.keys()].every((key) => keys.has(key)),
      );
      return whole?.erratum === undefined ? null : `Errata: ${whole.erratum.reading} ${whole.erratum.reason}`;
    },
    remarks: (text, element) => samples.flatMap((sample) => sample.remarks(text, element)),
  };
}

/** The namespace that the samples give the root; `null` where they give none. */
export function documentedNamespace(root: FieldSpec, api: ApiDefinition): string | null {
  const found = api.examples.flatMap((example) => {
    const value = rootOf(root, example)?.tag.attributes.find(({ name }) => name === 'xmlns')?.value;
    return value === undefined || value === null ? [] : [example.text.slice(value.start, value.end)];
  });
  return found[0] ?? null;
}

function rootOf(root: FieldSpec, { kind, format, text }: DocumentedExample): Element | undefined {
  if (kind !== 'request' || format !== 'xml') return undefined;
  return readBrokenXml(text, root).elements.find(({ localName }) => localName === root.name);
}

type Sample = {
  readonly slips: ReadonlyMap<string, string>;
  readonly erratum: Erratum | undefined;
  readonly remarks: XmlSamples['remarks'];
};

function readSample({
  root,
  element,
  example,
  api,
}: {
  readonly root: FieldSpec;
  readonly element: Element;
  readonly example: DocumentedExample;
  readonly api: ApiDefinition;
}): Sample {
  const printed = example.printed === undefined ? [] : readBrokenXml(example.printed, root).slips;
  const names = printed.flatMap((slip) => slip.element?.localName ?? []);
  return {
    slips: new Map(printed.flatMap((slip) => explainSlip(slip, example, api.title))),
    erratum: api.errata.find(
      ({ problem }) => names.length > 0 && names.every((name) => problem.includes(name)),
    ),
    remarks: (text, own) =>
      example.defects.flatMap((defect) =>
        remarkOn(defect, { text, own, element, example, title: api.title }),
      ),
  };
}

/** The same slip of the same kind of element, wherever in its list it stands. */
function keyOf({ kind, element }: TagSlip<FieldSpec>): string {
  return element === null ? kind : `${kind} ${pathOfElement(element, { numbers: false })}`;
}

function explainSlip(
  slip: TagSlip<FieldSpec>,
  { defects, title }: DocumentedExample,
  api: string,
): readonly (readonly [key: string, text: string])[] {
  const path = slip.element === null ? null : pathOfElement(slip.element);
  const defect = defects.find((candidate) => candidate.slip === 'mended' && candidate.path === path);
  if (defect === undefined) return [];
  return [
    [keyOf(slip), `The document of ${api} has this slip in its own sample, “${title}”. ${defect.reason}`],
  ];
}

function remarkOn(
  { slip, path, reason }: ExampleDefect,
  {
    text,
    own,
    element,
    example,
    title,
  }: {
    readonly text: string;
    readonly own: Element;
    readonly element: Element;
    readonly example: DocumentedExample;
    readonly title: string;
  },
): readonly BodyFinding[] {
  if (slip !== 'redundant' && slip !== 'absent') return [];
  const above = path.slice(0, path.lastIndexOf('/'));
  const [parent, printed] = [elementAt(own, above), elementAt(element, above)];
  if (parent === null || printed === null) return [];
  const free = new Set(example.sampleValues.map((value) => value.path));
  if (signatureOf(text, parent, above, free) !== signatureOf(example.text, printed, above, free)) return [];
  const place = slip === 'absent' ? parent : elementAt(own, path);
  if (place === null) return [];
  const message = `${reason} So it stands in the document of ${title}, in the sample “${example.title}”.`;
  return [{ range: place.tag.range, severity: 'remark', message, fixes: [] }];
}

/** The element a path leads to; the number of a step only counts those of its name. */
function elementAt(root: Element, path: string): Element | null {
  const [first, ...steps] = path.split('/');
  if (first !== root.localName) return null;
  return steps.reduce<Element | null>((element, step) => {
    const [name, number = '1'] = step.split(/[[\]]/);
    return element?.children.filter(({ localName }) => localName === name)[Number(number) - 1] ?? null;
  }, root);
}

/** What stands in an element, ids and amounts left out that are the sample's own. */
function signatureOf(text: string, { children }: Element, path: string, free: ReadonlySet<string>): string {
  return children
    .map((child) => {
      const own = free.has(`${path}/${child.localName}`);
      return `${child.localName}=${own ? '' : (plainTextOf(text, child)?.text ?? '')}`;
    })
    .join('\n');
}
