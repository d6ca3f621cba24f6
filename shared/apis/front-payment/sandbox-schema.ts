import * as v from 'valibot';

import {
  amountText,
  areDifferent,
  idText,
  moment,
  soundCheck,
} from '../../definition/sandbox-schema-parts.ts';
import { compareAmounts } from '../../model/amount.ts';
import { bookedOf } from './sandbox-orders.ts';

/** What an order can be kept under: a part of a path, and none of the names that JavaScript objects hold already. */
export const orderUuid = v.pipe(
  v.string('it is no text'),
  v.regex(
    /^(?!(?:__proto__|prototype|constructor)$)[^/]{1,180}$/,
    'it is no order UUID such as ODR1000000001',
  ),
);

const part = v.strictObject({ id: idText, amount: amountText });

const product = v.pipe(
  v.strictObject({ id: idText, amount: amountText, taken: amountText }),
  soundCheck(({ amount, taken }) => compareAmounts(taken, amount) <= 0, 'more is taken than its amount'),
);

const refund = v.strictObject({
  state: v.picklist(['REFUND_PENDING', 'REFUNDED', 'REJECTED', 'REVERSED']),
  parts: v.array(part),
  at: v.exactOptional(moment),
});

const order = v.pipe(
  v.strictObject({
    state: v.picklist(['CREATED', 'PAID', 'REFUNDED', 'REVERSED', 'CANCELLED']),
    products: v.array(product),
    refunds: v.array(refund),
    broken: v.exactOptional(v.literal(true)),
  }),
  soundCheck(({ products }) => areDifferent(products.map(({ id }) => id)), 'two products have the same id'),
  soundCheck(
    ({ products, refunds }) =>
      products.every((one) => compareAmounts(bookedOf(one, refunds), one.taken) <= 0),
    'its refunds come to more than what is taken of a product',
  ),
);

/** The ledger: all orders by their UUID. */
export const schema = v.strictObject({ orders: v.record(orderUuid, order) });
