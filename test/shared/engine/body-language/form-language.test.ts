import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { FieldSpec } from '../../../../shared/definition/field-spec.ts';
import { formLanguage } from '../../../../shared/engine/body-language/form-language.ts';
import { documented } from '../../../../shared/model/source.ts';
import { applyEdits, atBar, take } from '../../../support/edit-text.ts';

const source = documented('Refunds');
const fields: readonly FieldSpec[] = [
  { name: 'v', type: 'choice', required: true, choices: ['1.0'], help: 'The version.', source },
  { name: 'method', type: 'choice', required: true, choices: ['refund', 'Refund2'], help: 'Which.', source },
  { name: 'tag', type: 'text', required: false, repeats: true, help: 'Marks.', example: 'a', source },
  {
    name: 'amount',
    type: 'amount',
    required: false,
    amount: { unit: 'minor', currency: 'USD', decimals: 0 },
    help: 'How much.',
    source,
  },
];
const language = formLanguage(fields);

describe('a form of one field a line', () => {
  it('proposes fields that are not there yet or may repeat, required ones first', () => {
    expect(proposals('method=refund\ntag=a\n|').map(({ label }) => label)).toEqual(['v', 'tag', 'amount']);
  });

  it.each([
    ['v=1.0\n|', 'method', 'v=1.0\nmethod=|'],
    ['am|', 'amount', 'amount=|'],
    ['am|=5', 'amount', 'amount=5'],
    ['method=re|', 'refund', 'method=refund'],
    ['tag=|', 'a', 'tag=a'],
  ])('writes the right shape: %j with %s', (marked, label, result) => {
    const proposal = proposals(marked).find((candidate) => candidate.label === label);
    expect(proposal && take(marked.replace('|', ''), proposal)).toBe(result);
  });

  it('describes name and value, and says what an amount means', () => {
    expect(language.describe('amount=1000', 2)).toMatchObject({
      title: 'amount',
      range: { start: 0, end: 6 },
    });
    expect(language.describe('amount=1000', 9)).toMatchObject({ range: { start: 7, end: 11 } });
    expect(language.describe('other=1', 2)).toBeNull();
    expect(language.notes('amount=1000')).toEqual([{ offset: 11, text: '10.00 USD, in cents' }]);
  });

  it.each([
    ['v=1.0\nMethod=refund', 'Method is not documented here; method is.', 'v=1.0\nmethod=refund'],
    ['v=1.0\nmethod=REFUND', 'method is REFUND. Write refund', 'v=1.0\nmethod=refund'],
    ['v=1.0\nmethod=refund\r\nv=1.0', 'v stands twice.', 'v=1.0\nmethod=refund'],
    ['method=refund', 'v is missing.', 'v=1.0\nmethod=refund'],
    ['v=1.0\ntag=a', 'method is missing.', 'v=1.0\nmethod=\ntag=a'],
  ])('mends %j', (text, message, mended) => {
    const finding = language.findings(text).find((candidate) => candidate.message.startsWith(message));
    expect(applyEdits(text, finding?.fixes[0]?.edits ?? [])).toBe(mended);
    expect(language.findings(mended)).toEqual([]);
  });

  it('leaves a field twice to a person where the two differ', () => {
    expect(language.findings('v=1.0\nmethod=refund\nmethod=Refund2')).toMatchObject([{ fixes: [] }]);
  });

  it('leaves the lines as they are, and mends with every fix what it belongs to', () => {
    const name = fc.constantFrom('v', 'method', 'Method', 'tag', 'amount', 'amuont', '{{x}}', '');
    const value = fc.constantFrom('', '=', '=1.0', '=REFUND', '={{x}}', '=a=b', '=1000');
    const lines = fc.array(fc.tuple(name, value).map(([left, right]) => left + right));
    fc.assert(
      fc.property(lines, fc.constantFrom('\n', '\r\n', '\n\n'), fc.nat(), (pieces, eol, at) => {
        const text = pieces.join(eol);
        expect(language.format(text)).toBe(text);
        language.describe(text, at % (text.length + 1));
        language.complete(text, at % (text.length + 1));
        for (const { message, fixes } of language.findings(text))
          for (const { edits } of fixes)
            expect(count(applyEdits(text, edits), message)).toBeLessThan(count(text, message));
      }),
      { numRuns: 300 },
    );
  });
});

function proposals(marked: string): ReturnType<typeof language.complete> {
  const { text, offset } = atBar(marked);
  return language.complete(text, offset);
}

function count(text: string, message: string): number {
  return language.findings(text).filter((finding) => finding.message === message).length;
}
