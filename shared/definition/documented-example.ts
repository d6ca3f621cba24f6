import type { Source } from '../model/source.ts';

/** What kind of slip it is, and so which differences it explains. */
export type Slip =
  /** The printed value is wrong. */
  | 'value'
  /** The printed type is doubtful; values still count. */
  | 'type'
  /** Something is printed that need not be there. */
  | 'redundant'
  /** Something is not printed that has to be there. */
  | 'absent'
  /** It was mended in `text`, and explains no difference. */
  | 'mended';

/** What is wrong in a sample as the provider prints it. */
export type ExampleDefect = {
  /** Where, as comparisons write it: JSON as `data.items[0].id`, XML as `root/item[2]/@code`; empty for the whole. */
  readonly path: string;
  readonly slip: Slip;
  /** One sentence: what is wrong and how to read it. */
  readonly reason: string;
  /** The part of the value that is wrong, where the rest of it counts. */
  readonly part?: string;
};

/** A value that is the sample's own, such as an id: another one is to be expected. */
export type SampleValue = {
  readonly path: string;
  /** The part of the value that is the sample's own, where the rest of it counts. */
  readonly part?: string;
};

/** A request or an answer that the supplied document prints. */
export type DocumentedExample = {
  /** Kebab-case, unique within the API. */
  readonly id: string;
  readonly title: string;
  readonly operation: string;
  readonly kind: 'request' | 'answer';
  /** The HTTP status it is printed under; `null` for a request, and where the document gives none. */
  readonly status: number | null;
  readonly format: 'json' | 'xml' | 'form';
  /** The form field of the request that carries it, where it is not the whole body. */
  readonly field?: string;
  /** The body, well-formed. */
  readonly text: string;
  /** What is printed instead, where that is not well-formed or is no body at all. */
  readonly printed?: string;
  readonly source: Source;
  readonly defects: readonly ExampleDefect[];
  readonly sampleValues: readonly SampleValue[];
};

/** An example by its id; that there is one is the caller's promise. */
export function exampleOf(examples: readonly DocumentedExample[], id: string): DocumentedExample {
  const found = examples.find((example) => example.id === id);
  if (found === undefined) throw new Error(`There is no documented example ${id}`);
  return found;
}
