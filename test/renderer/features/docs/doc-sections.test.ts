import { describe, expect, it } from 'vitest';

import { docSections, plainBlocks } from '../../../../renderer/features/docs/doc-sections.ts';
import { apis } from '../../../../shared/apis/registry.ts';

describe.each(apis)('the documentation of $title', (api) => {
  it('is cut at its headings, and nothing of it is lost', () => {
    const sections = docSections(api);
    expect(sections.length).toBeGreaterThan(2);
    expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length);
    const words = (text: string): readonly string[] => text.match(/\w+/g) ?? [];
    const cut = sections.flatMap(({ id, title, text }) =>
      words(id === 'overview' ? text : `${title} ${text}`),
    );
    expect(cut).toEqual(words(`${api.summary} ${api.docs}`));
  });

  it('is found by every paragraph, without marks', () => {
    for (const { text } of docSections(api)) expect(plainBlocks(text).join('')).not.toMatch(/\n|\*\*|`/);
  });
});

it('points of a list are blocks of their own', () => {
  expect(plainBlocks('Lead\nin **bold**.\n\n- one\n  and a half\n- `two`\n')).toEqual([
    'Lead in bold.',
    'one and a half',
    'two',
  ]);
});
