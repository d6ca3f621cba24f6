import type { ComparedPart, DifferenceKind } from '../../../shared/model/comparison.ts';

/** What a kind of difference is called, seen from the exchange on the left. */
export const kindWords: Record<DifferenceKind, { readonly word: string; readonly icon: string }> = {
  missing: { word: 'Missing', icon: 'diff-removed' },
  extra: { word: 'Extra', icon: 'diff-added' },
  type: { word: 'Type', icon: 'symbol-misc' },
  value: { word: 'Value', icon: 'diff-modified' },
  notation: { word: 'Notation', icon: 'symbol-text' },
};

/** What the parts of an exchange are called. */
export const partWords: Record<ComparedPart, string> = {
  'request-line': 'Request',
  'request-headers': 'Request headers',
  'request-body': 'Request body',
  status: 'Status',
  'response-headers': 'Response headers',
  'response-body': 'Response body',
  verdict: 'Verdict',
};
