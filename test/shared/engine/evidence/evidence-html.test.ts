import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { evidenceHtml } from '../../../../shared/engine/evidence/evidence-html.ts';
import { readEvidence } from '../../../../shared/engine/evidence/read-evidence.ts';
import { evidenceOf, exchangeWith } from '../../../support/some-evidence.ts';
import { anyExchange, hostileTexts } from './hostile-texts.ts';

it('always holds exactly one data block, and that is the bundle', () => {
  fc.assert(
    fc.property(anyExchange, (exchange) => {
      const bundle = evidenceOf([exchange]);
      const html = evidenceHtml(bundle);
      expect(html.match(/<script/gi)).toHaveLength(1);
      expect(html.match(/<\/script/gi)).toHaveLength(1);
      expect(html.match(/<!--/g)).toBeNull();
      const read = readEvidence(html);
      expect(read).toMatchObject({ ok: true, value: { kind: 'html' } });
      if (read.ok) expect(read.value.data).toEqual(bundle);
    }),
    { numRuns: 60 },
  );
});

describe.each(hostileTexts.map((text) => [JSON.stringify(text), text] as const))('%s', (_name, text) => {
  const html = evidenceHtml(evidenceOf([exchangeWith({ url: text, body: text }, { text })]));

  it('adds no element, no address and no unseen character to the page', () => {
    const elements = new Set([...html.matchAll(/<([a-z\d]+)/gi)].map(([, name]) => name));
    const known =
      'html head meta title style body main h1 h2 h3 p section dl dt dd table caption thead tbody tr th td figure figcaption pre code span script';
    expect([...elements].filter((name) => !known.split(' ').includes(name ?? ''))).toEqual([]);
    expect(html).not.toMatch(/<[^>]*\s(?:src|href|srcset|action|style|on\w+)\s*=/i);
    expect(html).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    expect(html.isWellFormed()).toBe(true);
  });
});

it('needs nothing from anywhere: no address to load, and a policy that forbids it', () => {
  const html = evidenceHtml(evidenceOf([exchangeWith({})]));
  expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'`);
  expect(html).not.toMatch(/url\(|@import|<link|<img|<script(?! type="application\/json")/i);
});

it('shows controls by their names, where they stand', () => {
  const html = evidenceHtml(evidenceOf([exchangeWith({}, { text: 'a\u202Eb' })]));
  expect(html).toContain('a<span class="unseen">U+202E</span>b');
});
