import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';

/** A part of the documentation of an API under a heading of its own. */
export type DocSection = {
  /** Kebab-case, unique within the API. */
  readonly id: string;
  readonly title: string;
  /** Markdown, without the heading. */
  readonly text: string;
};

/** Ids of the parts that are made of data. */
export const variablesSection = 'variables';
export const errataSection = 'errata';

/** The written documentation of an API, part by part: first what stands before its first heading. */
export function docSections({ docs, summary }: ApiDefinition): readonly DocSection[] {
  const [lead = '', ...parts] = docs.split(/^## /m);
  return [
    { id: 'overview', title: 'Overview', text: `${summary}\n\n${lead.trim()}` },
    ...parts.map((part) => {
      const [title = '', ...lines] = part.split('\n');
      return { id: slugOf(title), title, text: lines.join('\n').trim() };
    }),
  ];
}

/** The paragraphs and points of a Markdown text, without its marks, each on one line. */
export function plainBlocks(markdown: string): readonly string[] {
  return markdown
    .split(/\n\s*\n|\n(?=\s*(?:[-*]|\d+\.) )/)
    .map((block) =>
      block
        .replace(/^\s*(?:[-*]|\d+\.) /, '')
        .replaceAll(/[*`]+/g, '')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
    .filter((block) => block !== '');
}

function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
