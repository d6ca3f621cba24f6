import type { FieldSpec } from '../../definition/field-spec.ts';
import type { Operation } from '../../definition/operation.ts';
import { assumption } from '../../model/source.ts';
import { refundApiV1, refundStatus, seed } from './sources.ts';

const payuId: FieldSpec = {
  name: 'payu_id',
  type: 'integer',
  required: true,
  help: 'The payu_id (mihpayid) of the payment. The table says string, the sample sends a bare number; both keep every digit here.',
  example: '403993715529606983',
  source: seed,
};

const merchantId: FieldSpec = {
  name: 'merchant_id',
  type: 'text',
  required: true,
  help: 'The MID of the merchant. First piece of the hashed text.',
  example: '8238480',
  source: seed,
};

const resellerId: FieldSpec = {
  name: 'reseller_id',
  type: 'text',
  required: true,
  help: 'The reseller UUID for WhatsApp, exactly as issued. Not part of the hash.',
  example: '1212312213',
  source: seed,
};

const hash: FieldSpec = {
  name: 'hash',
  type: 'text',
  required: true,
  help: 'SHA-512 as 128 lower-case hexadecimal digits; {{$signature}} puts it here.',
  source: seed,
};

export const operations: readonly Operation[] = [
  {
    id: 'refund',
    title: 'Refund or cancel a payment',
    method: 'POST',
    path: '/partner/refunds',
    movesMoney: true,
    source: seed,
    body: {
      format: 'json',
      fields: [
        {
          name: 'refund_id',
          type: 'text',
          required: true,
          maxLength: 23,
          help: 'Your own id of this refund, never used before. The table calls it token; sample and hash formula call it refund_id.',
          example: 'test_ref_0001',
          source: seed,
        },
        payuId,
        merchantId,
        resellerId,
        hash,
        {
          name: 'amount',
          type: 'amount',
          required: true,
          amount: { unit: 'major', currency: 'INR', decimals: 2 },
          help: 'Rupees, at most what is left of the payment; for an authorised payment exactly the authorised amount.',
          example: '500.00',
          source: seed,
          limitSource: { ...refundApiV1, title: 'Rupees have two decimals, and every PayU answer shows two' },
        },
      ],
    },
    signature: {
      algorithm: 'sha512',
      pieces: [
        { from: 'body', name: 'merchant_id' },
        { from: 'body', name: 'refund_id' },
        { from: 'body', name: 'amount' },
        { from: 'variable', name: 'payu.clientSecret' },
      ],
      separator: '|',
      field: 'hash',
      note: 'merchant_id | refund_id | amount | client_secret. The amount is hashed exactly as it is written in the body; payu_id and reseller_id are not hashed.',
      source: seed,
    },
  },
  {
    id: 'refund-status',
    title: 'Look up the refunds of a payment',
    method: 'POST',
    path: '/partner/refund/status',
    movesMoney: false,
    source: assumption(
      'The fields are documented, the path and method are not printed anywhere; ask PayU for them',
    ),
    body: { format: 'json', fields: [merchantId, payuId, resellerId, hash] },
    signature: {
      algorithm: 'sha512',
      pieces: [
        { from: 'body', name: 'merchant_id' },
        { from: 'body', name: 'payu_id' },
        { from: 'variable', name: 'payu.clientSecret' },
      ],
      separator: '|',
      field: 'hash',
      note: 'merchant_id | payu_id | client_secret. Each piece is hashed exactly as it is written in the body.',
      source: refundStatus,
    },
  },
];
