import { assert, property, stringMatching } from 'fast-check';
import { describe, expect, it } from 'vitest';

import { amountNotations, numberNotations } from '../../../../shared/engine/signature/amount-notations.ts';

describe('notations of an amount', () => {
  it.each([
    ['23.12', ['23.120', '2312', '23,12']],
    ['23.10', ['23.1', '2310', '23.100', '23,10']],
    ['500', ['500.00', '500.0', '500.', '50000', '5.00', '500,00']],
    ['1234.5', ['1234.50', '1,234.50', '123450']],
    ['1,234.50', ['1234.50', '1234.5']],
    ['0.05', ['5', '0,05']],
    ['5', ['0.05', '5.00']],
    [' 5.00 ', ['5.00', '5']],
  ])('%s', (text, wanted) => {
    expect(amountNotations(text)).toEqual(expect.arrayContaining(wanted));
  });

  it.each(['', 'abc', '1e3', '-5', '1.2.3', '{{amount}}'])('of %j are none', (text) => {
    expect(amountNotations(text)).toEqual([]);
  });

  it('never hold the text itself, nor one twice, and keep every digit of long amounts', () => {
    const digits = stringMatching(/^[1-9]\d{0,25}\.\d{0,6}$/);
    assert(
      property(digits, (text) => {
        const notations = amountNotations(text);
        expect(notations).not.toContain(text);
        expect(new Set(notations).size).toBe(notations.length);
        const significant = text.replace('.', '').replace(/0+$/, '');
        for (const notation of notations) expect(notation.replaceAll(/\D/g, '')).toContain(significant);
      }),
    );
  });
});

it('an id that was read as a number has lost its last digits', () => {
  expect(numberNotations('403993715529606983')).toContain('403993715529607000');
  expect(numberNotations('0012')).toContain('12');
  expect(numberNotations('TICKET-1')).toEqual([]);
});
