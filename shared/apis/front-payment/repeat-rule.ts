import type { RepeatRule } from '../../definition/api-definition.ts';
import { seed } from './sources.ts';

export const repeatRule: RepeatRule = {
  text: 'Front Payment documents no check against a repeat, and no id marks one. The same call again can raise a second refund, as long as enough of each product is left (refundRejectionForProductAmountExceed after that).',
  sameAmountSeconds: null,
  source: { ...seed, confidence: 'likely' },
};
