import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { apis } from '../../../../shared/apis/registry.ts';
import { xmlLanguage } from '../../../../shared/engine/body-language/xml-language.ts';
import { judgeDraftXml } from '../../../../shared/formats/judge-draft-xml.ts';
import type { BodyFinding, TextEdit } from '../../../../shared/model/body-language.ts';
import { applyEdits } from '../../../support/edit-text.ts';
import { xmlBodies } from '../../../support/xml-bodies.ts';

const described = apis.flatMap((api) =>
  api.operations.flatMap(({ body }) =>
    body.format === 'form' && body.xml !== undefined ? [{ api, root: body.xml.root }] : [],
  ),
);
const [first] = described;
if (first === undefined) throw new Error('no operation has an XML body');
const { root, api } = first;
const language = xmlLanguage(root, api);
const bodies = xmlBodies(root);

/** Ways in which people break XML: what is looked for, and what is left of it. */
const damages: readonly (readonly [
  title: string,
  pattern: RegExp,
  put: (match: RegExpMatchArray) => string,
])[] = [
  ['a closing tag without its slash', /<\/[^>]+>/g, ([tag]) => tag.replace('/', '')],
  ['a leaf that is not closed', /(?<=<(\w+)>[^<]+)<\/\1>/g, () => ''],
  ['an element whose closing line is gone', /\n *<\/\w+>(?=\n)/g, () => ''],
  ['an element whose closing line is empty', /(?<=\n *)<\/\w+>(?=\n)/g, () => ''],
  ['a closing tag with a letter too few', /<\/\w+>/g, ([tag]) => tag.replace(/(?<=.{5})./, '')],
  ['a closing tag in capitals', /<\/\w+>/g, ([tag]) => tag.toUpperCase()],
  ['a closing tag without a name', /<\/\w+>/g, () => '</>'],
  ['a closing tag without its end', /<\/\w+>/g, ([tag]) => tag.slice(0, -1)],
  ['a start tag without its end', /(?<=<\w+)>/g, () => ''],
  ['a closing tag that stands twice', /<\/(\w+)>/g, ([tag]) => tag + tag],
  ['a bare ampersand', /&amp;/g, () => '&'],
  ['a value without quotes', /"urn:x"/g, () => 'urn:x'],
];

describe('a described body that is broken in one place', () => {
  it.each(damages)('%s: the first fix gives it back', (_title, pattern, put) => {
    let tried = 0;
    fc.assert(
      fc.property(bodies, fc.nat(), (text, which) => {
        const broken = damage(text, { pattern, put }, which);
        if (broken === null) return;
        tried += 1;
        const faults = language.findings(broken).filter(({ severity }) => severity === 'fault');
        expect(faults.map(({ message }) => message)).toHaveLength(1);
        expect(applyEdits(broken, faults[0]?.fixes[0]?.edits ?? [])).toBe(text);
      }),
      { numRuns: 120 },
    );
    expect(tried).toBeGreaterThan(20);
  });
});

describe('a described body that is broken in several places', () => {
  it('ends well-formed when everything that can be mended is, again and again', () => {
    fc.assert(
      fc.property(
        bodies,
        fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 2, maxLength: 6 }),
        (text, slips) => {
          let broken = text;
          for (const [way, which] of slips) {
            const [, pattern, put] = damages[way % damages.length] ?? damages[0] ?? [];
            if (pattern === undefined || put === undefined) return;
            broken = damage(broken, { pattern, put }, which) ?? broken;
          }
          let round = 0;
          for (; round < 20 && judgeDraftXml(broken) !== null; round += 1) {
            const faults = language.findings(broken).filter(({ severity }) => severity === 'fault');
            expect({ broken, faults }).not.toEqual({ broken, faults: [] });
            broken = applyEdits(broken, mostEdits(faults));
          }
          expect(judgeDraftXml(broken)).toBeNull();
        },
      ),
      { numRuns: 200 },
    );
  });
});

function damage(
  text: string,
  { pattern, put }: { readonly pattern: RegExp; readonly put: (match: RegExpMatchArray) => string },
  which: number,
): string | null {
  const matches = [...text.matchAll(pattern)];
  const match = matches[which % Math.max(1, matches.length)];
  if (match === undefined) return null;
  return text.slice(0, match.index) + put(match) + text.slice(match.index + match[0].length);
}

function mostEdits(faults: readonly BodyFinding[]): readonly TextEdit[] {
  const fixes = faults.flatMap((fault) => fault.fixes);
  return (fixes.find(({ title }) => title.startsWith('Mend all')) ?? fixes[0])?.edits ?? [];
}
