import type { RepeatRule } from '../../definition/api-definition.ts';
import { implied } from './sources.ts';

export const repeatRule: RepeatRule = {
  text: 'Luminate documents no check against a repeat, and no id marks one. A partial refund sent twice can be recorded twice.',
  sameAmountSeconds: null,
  source: implied,
};
