import type { RepeatRule } from '../../definition/api-definition.ts';
import { seed } from './sources.ts';

export const repeatRule: RepeatRule = {
  text: 'EduBrite refuses an invoice that is refunded already with 0231 and status = REFUNDED, so a repeat changes nothing.',
  sameAmountSeconds: null,
  source: seed,
};
