import { formValue, parseForm } from '../../formats/form.ts';
import type { Effect } from '../../model/effect.ts';
import type { RequestParts } from '../../model/request-parts.ts';

/** What EduBrite will do with the request. It has one operation, and only the invoice decides what is undone. */
export function describeEffect(_operation: string, request: RequestParts): Effect {
  const id = formValue(parseForm(request.body ?? ''), 'id') ?? '';
  const invoice = id === '' ? 'an unnamed invoice' : `invoice ${id}`;
  return {
    sentences: [
      `Puts ${invoice} into the state REFUNDED: always the whole invoice, there is no amount.`,
      'A single purchase: the person is removed from the course session or program session.',
      'A group purchase: its coupon is voided, and everybody who enrolled with it is removed.',
    ],
    cautions: [
      'People lose access to what they are enrolled in, and no call is documented that takes a refund back.',
      'It undoes the record in EduBrite and most likely moves no money: pay back where the payment was taken.',
    ],
  };
}
