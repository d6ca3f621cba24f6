import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  type AskedRow,
  createReconciler,
  type ExportRow,
  type Findings,
} from '../../../shared/engine/reconcile-refunds.ts';
import type { AmountUnit } from '../../../shared/model/amount.ts';

function reconcile(
  asked: readonly (Partial<AskedRow> & Pick<AskedRow, 'key'>)[],
  exported: readonly (readonly [key: string, amount: string | null])[],
  unit: AmountUnit = 'major',
): Findings {
  const reconciler = createReconciler(unit, 500);
  exported.forEach(([key, amount], index) => reconciler.addExport({ row: index + 1, key, amount }));
  asked.forEach((row, index) =>
    reconciler.addAsked({ row: index + 1, state: 'accepted', amount: '10.00', ...row }),
  );
  return reconciler.finish();
}

describe('an export that says the same', () => {
  it.each([
    ['the same amount', '10.00', '10.00', 'major'],
    ['an amount in another notation', '10.00', '10', 'major'],
    ['money that went out', '10.00', '-10.00', 'major'],
    ['cents as cents', '1000', '1000', 'minor'],
    ['cents as whole units', '1000', '10.00', 'minor'],
  ] as const)('has %s', (_what, requested, confirmed, unit) => {
    const { counts } = reconcile([{ key: 'A', amount: requested }], [['A', confirmed]], unit);
    expect(counts).toMatchObject({ same: 1, 'different-amount': 0 });
  });

  it('needs no amounts where it has none, and none for a refund of all that is left', () => {
    expect(reconcile([{ key: 'A' }], [['A', null]])).toMatchObject({ counts: { same: 1 }, confirmed: null });
    expect(reconcile([{ key: 'A', amount: null }], [['A', '3']]).counts.same).toBe(1);
  });

  it('never counts whole units as cents', () => {
    const rows = [{ key: 'A', amount: '1000' }, { key: 'B', amount: '2050' }];
    const { counts } = reconcile(rows, [['A', '1000'], ['B', '20.50']], 'minor');
    expect(counts).toMatchObject({ same: 1, 'different-amount': 1 });
  });
});

describe('what is found', () => {
  it('says what is missing, extra, of another amount and not accepted', () => {
    const { counts, rows, confirmed } = reconcile(
      [
        { key: 'missing' },
        { key: 'other', amount: '5.00' },
        { key: 'refused', state: 'refused' },
        { key: 'unknown', state: 'unknown' },
        { key: 'same' },
      ],
      [['other', '4.99'], ['unknown', '10.00'], ['extra', '1.00'], ['same', '10.00']],
    );
    expect(counts).toEqual({ same: 1, missing: 1, extra: 1, 'different-amount': 1, 'not-accepted': 2 });
    expect(confirmed).toBe('25.99');
    expect(rows.find(({ key }) => key === 'unknown')).toMatchObject({
      accepted: null,
      confirmed: '10.00',
      exportRow: 2,
    });
    expect(rows.find(({ key }) => key === 'unknown')?.detail).toContain('confirms it all the same');
    expect(rows.find(({ key }) => key === 'other')).toMatchObject({ requested: '5.00', confirmed: '4.99' });
    expect(rows.find(({ key }) => key === 'extra')).toMatchObject({ requested: null, row: null });
  });

  it('says that an amount of the export cannot be read', () => {
    const { rows } = reconcile([{ key: 'A' }], [['A', '10,00']]);
    expect(rows).toMatchObject([{ finding: 'different-amount', confirmed: '10,00' }]);
    expect(rows[0]?.detail).toContain('cannot be read');
  });

  it('pairs several refunds of one key by their amounts, and a line too many is extra', () => {
    const asked = [{ key: 'A', amount: '1.00' }, { key: 'A', amount: '2.00' }];
    const { counts, rows } = reconcile(asked, [['A', '2.00'], ['A', '1.00'], ['A', '1.00']]);
    expect(counts).toMatchObject({ same: 2, extra: 1 });
    expect(rows).toMatchObject([{ finding: 'extra', exportRow: 3 }]);
  });

  it('always finds the same whatever the order of the export', () => {
    const line = fc.tuple(fc.constantFrom('A', 'B', 'C'), fc.constantFrom('1.00', '2.00', '3'));
    const state = fc.constantFrom('accepted', 'pending', 'refused', 'unknown');
    const row = fc.record({ key: fc.constantFrom('A', 'B', 'C'), amount: fc.constantFrom('1', '2.00'), state });
    fc.assert(
      fc.property(fc.array(row), fc.array(line).chain((lines) => fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length }))), (rows, [lines, shuffled]) => {
        expect(reconcile(rows, shuffled as typeof lines).counts).toEqual(reconcile(rows, lines).counts);
      }),
    );
  });

  it('always accounts for every row and every line', () => {
    const line = fc.tuple(fc.constantFrom('A', 'B', 'C', 'D'), fc.constantFrom('1.00', '2.00', 'x'));
    const row = fc.record({
      key: fc.constantFrom('A', 'B', null),
      amount: fc.constantFrom('1', '2.00', null),
      state: fc.constantFrom('accepted', 'refused'),
    });
    fc.assert(
      fc.property(fc.array(row), fc.array(line), (rows, lines) => {
        const { counts, rows: told } = reconcile(rows, lines);
        const { extra, ...ofRows } = counts;
        expect(Object.values(ofRows).reduce((sum, count) => sum + count, 0)).toBe(rows.length);
        const taken = told.filter(({ finding, exportRow }) => finding !== 'extra' && exportRow !== null);
        expect(counts.same + taken.length + extra).toBe(lines.length);
        const numbers = told.flatMap(({ exportRow }: Pick<ExportRow, never> & { exportRow: number | null }) =>
          exportRow === null ? [] : [exportRow],
        );
        expect(new Set(numbers).size).toBe(numbers.length);
      }),
    );
  });
});
