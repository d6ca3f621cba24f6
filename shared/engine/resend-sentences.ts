import type { ResendAdvice } from '../definition/catalog-entry.ts';

/** Resend advice as a sentence. */
export const resendSentences: Record<ResendAdvice, string> = {
  'not-needed': 'There is no need to send it again.',
  never: 'Do not send it again.',
  'same-id': 'Sending the same request again, unchanged, is safe: the same id is not refunded twice.',
  'new-id': 'Send it again only as a new refund, with a new id.',
  'after-fix': 'Send it again once this is mended; as it stands it will be refused again.',
  'after-wait': 'Wait, then send the same request again.',
  'after-status': 'Do not send it again before you know whether the first one went through.',
};
