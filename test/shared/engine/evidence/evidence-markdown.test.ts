import * as fc from 'fast-check';
import { marked, type Token } from 'marked';
import { expect, it } from 'vitest';

import { evidenceMarkdown } from '../../../../shared/engine/evidence/evidence-markdown.ts';
import { evidenceOf, exchangeWith } from '../../../support/some-evidence.ts';
import { settledExchange } from '../../../support/some-exchange.ts';
import { anyExchange } from './hostile-texts.ts';

function tokensOf(markdown: string): readonly Token[] {
  const found: Token[] = [];
  void marked.walkTokens(marked.lexer(markdown), (token) => void found.push(token));
  return found;
}

it('nothing from outside is ever markup: no link, no picture, no HTML, no heading', () => {
  const headings = tokensOf(evidenceMarkdown(evidenceOf([settledExchange('1')]))).filter(
    ({ type }) => type === 'heading',
  ).length;
  fc.assert(
    fc.property(anyExchange, (exchange) => {
      const tokens = tokensOf(evidenceMarkdown(evidenceOf([exchange])));
      expect(tokens.filter(({ type }) => ['link', 'image', 'html', 'del'].includes(type))).toEqual([]);
      expect(tokens.filter(({ type }) => type === 'heading')).toHaveLength(headings);
    }),
    { numRuns: 80 },
  );
});

it('keeps bodies to the letter inside fences longer than any of theirs', () => {
  const text = 'one\n```\ntwo\n`````\n# three <b>';
  const tokens = tokensOf(evidenceMarkdown(evidenceOf([exchangeWith({}, { text })])));
  expect(
    tokens.filter((token) => token.type === 'code').map((token) => (token as { text: string }).text),
  ).toContain(text);
});

it('reads like prose, and lists the hashes', () => {
  const markdown = evidenceMarkdown(evidenceOf([settledExchange('1')]));
  expect(markdown).toContain('\n## Refused: invented\n');
  expect(markdown).toContain('**What to do** Mend it.');
  expect(markdown).toMatch(/\| response-body \| \d+ \| `[\da-f]{64}` \|/);
});
