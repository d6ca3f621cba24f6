import type { DifferenceKind } from '../../../shared/model/comparison.ts';

/** What a kind of difference is called, seen from the exchange on the left. */
export const kindWords: Record<DifferenceKind, { readonly word: string; readonly icon: string }> = {
  missing: { word: 'Missing', icon: 'diff-removed' },
  extra: { word: 'Extra', icon: 'diff-added' },
  type: { word: 'Type', icon: 'symbol-misc' },
  value: { word: 'Value', icon: 'diff-modified' },
  notation: { word: 'Notation', icon: 'symbol-text' },
};
