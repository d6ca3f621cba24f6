import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { apis } from '../../../shared/apis/registry.ts';
import { matchColumns } from '../../../shared/engine/match-columns.ts';

const fieldsOf = (apiId: string, ...names: readonly string[]) =>
  (apis.find(({ id }) => id === apiId)?.variables ?? []).filter(({ name }) =>
    names.includes(name.slice(apiId.length + 1)),
  );

const payu = fieldsOf('payu', 'payuId', 'refundId', 'amount');

describe('matchColumns', () => {
  it('takes the name of the variable, whole or its last part', () => {
    expect(matchColumns(payu, ['payu.payuId', 'refundId', 'amount'])).toEqual({
      'payu.payuId': { column: 'payu.payuId', by: 'exact' },
      'payu.refundId': { column: 'refundId', by: 'exact' },
      'payu.amount': { column: 'amount', by: 'exact' },
    });
  });

  it('takes the same letters, whatever their case and signs', () => {
    expect(matchColumns(payu, ['PAYU_ID', 'Refund ID', 'AMOUNT'])).toEqual({
      'payu.payuId': { column: 'PAYU_ID', by: 'letters' },
      'payu.refundId': { column: 'Refund ID', by: 'letters' },
      'payu.amount': { column: 'AMOUNT', by: 'letters' },
    });
  });

  it('guesses by common words, and says that it is a guess', () => {
    expect(matchColumns(payu, ['Transaction', 'Refund reference', 'Sum', 'Customer'])).toEqual({
      'payu.payuId': { column: 'Transaction', by: 'words' },
      'payu.refundId': { column: 'Refund reference', by: 'words' },
      'payu.amount': { column: 'Sum', by: 'words' },
    });
  });

  it('leaves to the user what two columns, or two fields, could be', () => {
    expect(matchColumns(payu, ['Total', 'Value'])).toEqual({});
    expect(matchColumns(payu, ['id'])).toEqual({});
    expect(matchColumns(payu, ['Refund'])).toEqual({});
  });

  it('never gives a column to two fields, and does not depend on the order of the columns', () => {
    const fields = apis.flatMap(({ variables }) => variables);
    const word = fc.constantFrom('refund', 'Amount', 'id', 'txn', 'payuId', 'total', 'order', 'x', 'é', '');
    const column = fc.array(word, { maxLength: 3 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.uniqueArray(column, { maxLength: 8 }), (columns) => {
        const matches = matchColumns(fields, columns);
        const taken = Object.values(matches).map((match) => match.column);
        expect(new Set(taken).size).toBe(taken.length);
        expect(matchColumns(fields, columns.toReversed())).toEqual(matches);
      }),
    );
  });
});
