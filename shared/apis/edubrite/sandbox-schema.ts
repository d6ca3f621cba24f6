import * as v from 'valibot';

import { areDifferent, idText, moment } from '../../definition/sandbox-schema-parts.ts';
import { mostSessions } from './sandbox-sessions.ts';

const invoice = v.strictObject({
  id: idText,
  state: v.picklist(['TEMPORARY', 'ACTIVE', 'REFUNDED']),
  coupon: v.nullable(idText),
});

const coupon = v.strictObject({ code: idText, state: v.picklist(['ACTIVE', 'REFUNDED']) });

const enrolment = v.strictObject({ user: idText, place: idText, by: idText });

const keys = v.strictObject({
  privateKey: v.pipe(v.string(), v.maxLength(5_000)),
  serverKey: v.pipe(v.string(), v.regex(/^[A-Za-z\d+/]{22}==$/, 'it is no Base64 of 16 bytes')),
});

const session = v.strictObject({
  id: idText,
  info: v.nullable(idText),
  keys: v.nullable(keys),
  createdAt: moment,
  usedAt: moment,
});

/** The ledger, and the sessions that are open. */
export const schema = v.strictObject({
  invoices: v.pipe(
    v.array(invoice),
    v.check((list) => areDifferent(list.map(({ id }) => id)), 'two invoices have the same id'),
  ),
  coupons: v.pipe(
    v.array(coupon),
    v.check((list) => areDifferent(list.map(({ code }) => code)), 'two coupons have the same code'),
  ),
  enrolments: v.array(enrolment),
  sessions: v.pipe(v.array(session), v.maxLength(mostSessions)),
});
