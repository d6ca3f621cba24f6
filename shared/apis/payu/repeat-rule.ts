import type { RepeatRule } from '../../definition/api-definition.ts';
import { seed } from './sources.ts';

export const repeatRule: RepeatRule = {
  text: 'PayU refuses a refund_id it has seen before (code 106 or 227, or "refund request already exists"). It also refuses the same amount of the same payment again within 5 minutes (214); later, under a new refund_id, that is a new refund.',
  sameAmountSeconds: 300,
  source: seed,
};
