import type { FieldSpec } from '../../definition/field-spec.ts';
import type { Operation } from '../../definition/operation.ts';
import { assumption } from '../../model/source.ts';
import { sample, seed } from './sources.ts';

/** What the sample sends. The document marks nothing as required, so a missing field is told and never stops a send. */
const sent: readonly FieldSpec[] = [
  {
    name: 'initial_txn_id',
    type: 'text',
    required: true,
    maxLength: 32,
    help: 'The id of the transaction that is refunded: 32 hexadecimal digits.',
    example: 'a0000000000000000000000000000001',
    source: sample,
  },
  {
    name: 'txn_amount',
    type: 'amount',
    required: true,
    amount: { unit: 'major', currency: 'the wallet currency', decimals: 2 },
    help: 'What to give back, as a bare number in whole units of the currency: 100 is one hundred.',
    example: '100',
    source: sample,
    limitSource: assumption('the table says Double and names no limit; most currencies have two decimals'),
  },
  {
    name: 'txn_code',
    type: 'choice',
    required: true,
    choices: ['MR', 'CR'],
    help: 'MR or CR, most likely merchant and customer refund. The CIB of the table belongs to the top-up page.',
    example: 'MR',
    source: sample,
  },
  {
    name: 'payment_mode',
    type: 'integer',
    required: true,
    help: 'A whole number whose meanings are not published; the sample sends 2.',
    example: '2',
    source: sample,
  },
  {
    name: 'note',
    type: 'text',
    required: false,
    help: 'A short text kept with the refund.',
    example: 'Refund Money',
    source: seed,
  },
];

/** Listed in the table and absent from the sample. Where a table calls a single record an array, both are let through. */
const listed: readonly FieldSpec[] = [
  optional(
    'charges_info',
    'The charges: their total and a list of them. The 32 digits in the table are a slip.',
  ),
  optional(
    'debit_user_info',
    'Who pays: currency_id, wallet_id, user_id, user_type, payment_type, username.',
  ),
  optional('credit_user_info', 'Who receives, with the same members as debit_user_info.'),
  optional('company_admin_user_info', 'The administrator of the company, with the same members.'),
  optional('txn_device_info', 'The device: device_id.'),
  optional('payment_response', 'Data of the payment; what is inside is not published.'),
  optional('card_info', 'Not described at all.'),
  optional('meta_data', 'Not described beyond its name.'),
];

export const operations: readonly Operation[] = [
  {
    id: 'refund',
    title: 'Refund a wallet transaction',
    method: 'POST',
    path: '/digipay/v3/transaction/wallet_refund_money',
    movesMoney: true,
    source: seed,
    body: { format: 'json', fields: [...sent, ...listed] },
  },
];

function optional(name: string, help: string): FieldSpec {
  return { name, type: 'any', required: false, help, source: sample };
}
