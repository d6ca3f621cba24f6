import type { RepeatRule } from '../../definition/api-definition.ts';
import { sample } from './sources.ts';

export const repeatRule: RepeatRule = {
  text: 'DigiPay.Guru documents no check against a repeat, and no id marks one. The same call again can refund twice, as long as enough of the transaction is left.',
  sameAmountSeconds: null,
  source: sample,
};
