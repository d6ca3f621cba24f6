import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { nodeCrypto } from '../../../../electron/adapters/node-crypto.ts';
import { parseEvidence } from '../../../../shared/contract/parse-evidence.ts';
import { canonicalEvidence } from '../../../../shared/engine/evidence/canonical-evidence.ts';
import { readEvidence } from '../../../../shared/engine/evidence/read-evidence.ts';
import { verifyEvidence } from '../../../../shared/engine/evidence/verify-evidence.ts';
import { evidenceText } from '../../../../shared/engine/evidence/write-evidence.ts';
import type { EvidenceBundle, EvidenceReport } from '../../../../shared/model/evidence.ts';
import type { Problem } from '../../../../shared/model/problem.ts';
import type { Result } from '../../../../shared/model/result.ts';
import { evidenceOf, exchangeWith, workbenchVersion } from '../../../support/some-evidence.ts';
import { settledExchange } from '../../../support/some-exchange.ts';
import { anyExchange, anyText } from './hostile-texts.ts';

const kinds = ['json', 'html', 'har'] as const;

function check(text: string, version = workbenchVersion): Result<EvidenceReport, Problem> {
  const read = readEvidence(text);
  if (!read.ok) return read;
  const bundle = parseEvidence(read.value.data);
  if (!bundle.ok) return bundle;
  const value = verifyEvidence({ kind: read.value.kind, bundle: bundle.value, text }, version, nodeCrypto);
  return { ok: true, value };
}

function damageOf(text: string): readonly string[] {
  const report = check(text);
  return report.ok ? report.value.damage : [`unreadable: ${report.error.message}`];
}

/** A bundle whose hash of all is right, so that only the parts can tell. */
function resealed(bundle: EvidenceBundle): EvidenceBundle {
  const { sha256: _old, ...rest } = bundle;
  return { ...rest, sha256: nodeCrypto.sha256(canonicalEvidence(rest)) };
}

describe.each(kinds)('%s', (kind) => {
  it('is found unchanged, whatever stands in it', () => {
    fc.assert(
      fc.property(anyExchange, (exchange) => {
        const text = evidenceText(evidenceOf([exchange]), kind);
        expect(check(text)).toMatchObject({ ok: true, value: { kind, damage: [], notes: [], parts: 5 } });
      }),
      { numRuns: 30 },
    );
  });

  it('a change of any character anywhere is found, or the file cannot be read any more', () => {
    const text = evidenceText(evidenceOf([settledExchange('1')]), kind);
    // Blanks between the values of JSON say nothing; changed ones are no change.
    const places = fc
      .nat({ max: text.length - 1 })
      .filter((at) => kind === 'html' || !/\s/.test(text[at] ?? ''));
    fc.assert(
      fc.property(places, fc.constantFrom('x', '0', 'é', '"', '<', '}'), (at, other) => {
        fc.pre(text[at] !== other);
        expect(damageOf(text.slice(0, at) + other + text.slice(at + 1))).not.toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('made by another version, only its data is checked, and that is said', () => {
    const report = check(evidenceText(evidenceOf([settledExchange('1')]), kind), '10.0.0');
    expect(report).toMatchObject({ ok: true, value: { damage: [] } });
    if (report.ok) expect(report.value.notes).toHaveLength(kind === 'json' ? 0 : 1);
  });
});

it('a changed part is found by its own hash, even where the hash of all was made to fit', () => {
  fc.assert(
    fc.property(anyText, anyText, (before, after) => {
      fc.pre(Buffer.from(before).compare(Buffer.from(after)) !== 0);
      const { parts } = evidenceOf([exchangeWith({ body: before })]).exchanges[0] ?? { parts: [] };
      const forged = evidenceOf([exchangeWith({ body: after })]);
      const exchanges = forged.exchanges.map((exchange) => ({ ...exchange, parts }));
      const damage = damageOf(evidenceText(resealed({ ...forged, exchanges }), 'json'));
      expect(damage).toEqual(['The part request-body of exchange 1 does not fit its hash.']);
    }),
    { numRuns: 60 },
  );
});

describe('a file that lies', () => {
  const bundle = evidenceOf([settledExchange('1')]);
  const json = evidenceText(bundle, 'json');
  const html = evidenceText(bundle, 'html');
  const har = evidenceText(bundle, 'har');
  const withParts = (change: (parts: EvidenceBundle['exchanges'][number]['parts']) => typeof parts): string =>
    evidenceText(
      resealed({
        ...bundle,
        exchanges: bundle.exchanges.map((exchange) => ({ ...exchange, parts: change(exchange.parts) })),
      }),
      'json',
    );

  it.each<[string, string, RegExp]>([
    [
      'a part that is not listed',
      withParts((parts) => parts.slice(1)),
      /request-head of exchange 1 is missing/,
    ],
    ['a part listed twice', withParts((parts) => [...parts, ...parts.slice(0, 1)]), /listed twice/],
    [
      'a part that is not there',
      withParts((parts) =>
        parts.map((part) => ({ ...part, name: part.name.replace('request-head', 'opened-body') })),
      ),
      /opened-body of exchange 1 is listed and missing/,
    ],
    ['a changed hash', json.replace(/"sha256": "[\da-f]/, '"sha256": "z'), /^unreadable: .*SHA-256/],
    ['another verdict', json.replace('"verdict": "refused"', '"verdict": "accepted"'), /hash of all/],
    [
      'a page that says something else',
      html.replace('Refused: invented</h2>', 'Accepted</h2>'),
      /visible page/,
    ],
    [
      'a second data block',
      html.replace('</body>', '<script type="application/json">{}</script></body>'),
      /^unreadable: .*2 script blocks/,
    ],
    [
      'a name that stands twice',
      json.replace('"madeAt"', '"format": "x", "madeAt"'),
      /^unreadable: .*"format" stands twice/,
    ],
    [
      'a member nobody knows',
      json.replace('"madeAt"', '"__proto__": {"polluted": 1}, "madeAt"'),
      /^unreadable: .*__proto__/,
    ],
    ['a number that is none', json.replace('"total": 3.5', '"total": 1e999'), /^unreadable: .*total/],
    [
      'a month that no year has',
      har.replaceAll(/"startedAt": ?"\d{4}-\d\d/g, '"startedAt":"2026-20'),
      /^unreadable: .*no time/,
    ],
    [
      'a time beyond any calendar',
      har.replaceAll(/"total": ?3\.5/g, '"total":1e300'),
      /^unreadable: .*total/,
    ],
    ['a part cut off', json.slice(0, -200), /^unreadable: .*no JSON/],
    [
      'a later format',
      json.replaceAll('evidence/1', 'evidence/2'),
      /^unreadable: .*evidence\/2, and this workbench knows/,
    ],
    ['something else', '{"a":1}', /^unreadable: .*nothing in it says/],
    ['nothing', '', /^unreadable/],
    ['Markdown', evidenceText(bundle, 'markdown'), /^unreadable: .*Markdown, which cannot be checked/],
    [
      'nested without end',
      `{"refund-workbench-evidence":${'['.repeat(100_000)}`,
      /^unreadable: .*500 levels/,
    ],
    [
      'more values than there are',
      `{"refund-workbench-evidence":[${'0,'.repeat(600_000)}0]}`,
      /^unreadable: .*more values/,
    ],
    ['larger than any', `{"refund-workbench-evidence":"${'x'.repeat(50_000_000)}"}`, /^unreadable: .*larger/],
  ])('%s is told in a sentence', (_what, text, sentence) => {
    expect(damageOf(text).join(' ')).toMatch(sentence);
    expect(Object.hasOwn({}, 'polluted')).toBe(false);
  });
});
