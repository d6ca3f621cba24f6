import type { DocumentedExample } from '../../definition/documented-example.ts';
import { seed as source } from './sources.ts';

const answer = {
  operation: 'refund',
  kind: 'answer',
  format: 'json',
  source,
  defects: [],
  sampleValues: [],
} as const;

const statusType = {
  path: 'status',
  slip: 'type',
  reason: 'The table calls status a string, the samples print a bare number; both have to be read.',
} as const;

const refusal = {
  ...answer,
  status: 400,
  defects: [statusType],
  sampleValues: [{ path: 'mihpayid' }],
} as const;

/** What the document prints, word for word. */
export const examples: readonly DocumentedExample[] = [
  {
    id: 'request',
    title: 'Sample request',
    operation: 'refund',
    kind: 'request',
    status: null,
    format: 'json',
    text: `{
"refund_id": "test_ref_0001",
"payu_id": 403993715529606983,
"merchant_id": "8238480",
"reseller_id": "1212312213",
"hash": "8t7qweyuigadhsc8317",
"amount": 23.124
}`,
    source,
    defects: [
      {
        path: 'payu_id',
        slip: 'type',
        reason:
          'A string in the table, a bare 18-digit number in the sample; either goes, but never through a JavaScript number.',
      },
      {
        path: 'amount',
        slip: 'type',
        reason: 'A string of 500 in the table, a bare number in the sample.',
      },
      {
        path: 'amount',
        slip: 'value',
        reason: 'Three decimals, while rupees have two.',
      },
      {
        path: 'hash',
        slip: 'value',
        reason: 'A placeholder: a real hash has 128 lower-case hexadecimal digits.',
      },
      {
        path: 'reseller_id',
        slip: 'value',
        reason: 'Called a UUID and shown as ten digits: a placeholder.',
      },
    ],
    sampleValues: [{ path: 'refund_id' }, { path: 'payu_id' }, { path: 'merchant_id' }],
  },
  {
    ...answer,
    id: 'queued',
    title: 'Refund queued',
    status: 200,
    text: `{
"status": 1,
"msg": "Refund Request Queued",
"request_id": "12486538355",
"bank_ref_num": null,
"mihpayid": 17787245459,
"error_code": 102
}`,
    defects: [
      statusType,
      {
        path: 'error_code',
        slip: 'type',
        reason: 'The table calls error_code a string, the sample prints a bare number.',
      },
      {
        path: 'bank_ref_num',
        slip: 'type',
        reason: 'null while the refund is queued; a string, as in the table, once the bank has answered.',
      },
    ],
    sampleValues: [{ path: 'request_id' }, { path: 'mihpayid' }],
  },
  {
    ...answer,
    id: 'partner-not-allowed',
    title: 'Unknown reseller',
    status: 400,
    text: `{
"message": "Partner with UUID 1212312213r is not allowed to do this action"
}`,
    sampleValues: [{ path: 'message', part: '1212312213r' }],
  },
  {
    ...answer,
    id: 'invalid-auth-token',
    title: 'Invalid auth token',
    status: 401,
    text: `{
"message": "Invalid Auth token"
}`,
  },
  {
    ...answer,
    id: 'invalid-hash',
    title: 'Invalid hash',
    status: 403,
    text: `{
"message": "Invalid Hash"
}`,
  },
  {
    ...answer,
    id: 'already-exists',
    title: 'Refund request already exists',
    status: 200,
    text: '{ "message": "refund request already exists for test_ref_0010" }',
    sampleValues: [{ path: 'message', part: 'test_ref_0010' }],
  },
  {
    ...refusal,
    id: 'same-amount-and-token',
    title: 'Same amount and token',
    text: '{ "status": 0, "msg": "Refund FAILURE - Transactions with same amount and same token not allowed", "error_code": 227, "mihpayid": 403993715529339129 }',
  },
  {
    ...refusal,
    id: 'same-amount-within-five-minutes',
    title: 'Same amount within five minutes',
    text: '{ "status": 0, "msg": "Refund FAILURE - Two refunds of same amount for same transaction within 5 minutes are not allowed", "error_code": 214, "mihpayid": 17788074728 }',
  },
  {
    ...refusal,
    id: 'invalid-amount',
    title: 'Invalid amount',
    text: '{ "status": 0, "msg": "Refund FAILURE - Invalid amount", "error_code": 105, "mihpayid": 17842967667 }',
  },
  {
    ...refusal,
    id: 'transaction-not-found',
    title: 'Transaction does not exist',
    text: '{ "status": 0, "msg": "transaction does not exists", "mihpayid": "" }',
    defects: [
      statusType,
      {
        path: 'error_code',
        slip: 'absent',
        reason: 'Every other refusal of this kind has an error_code; this sample leaves it out.',
      },
      {
        path: 'mihpayid',
        slip: 'type',
        reason: 'An empty string here and a bare number in the other samples.',
      },
    ],
  },
  {
    ...refusal,
    id: 'token-exists',
    title: 'Refund token already exists',
    text: '{"status":0,"msg":"Refund FAILURE - Token already exists.","error_code":106,"mihpayid":403993715529339129}',
  },
  {
    ...answer,
    id: 'cannot-be-processed',
    title: 'Request cannot be processed',
    status: 400,
    text: '{ "status": "Refund request cannot be processed" }',
    defects: [
      {
        path: 'status',
        slip: 'type',
        reason: 'status is 0 or 1 everywhere else; here a whole sentence stands in it.',
      },
    ],
  },
  {
    ...refusal,
    id: 'invalid-partner',
    title: 'Invalid partner',
    text: '{"status":0,"msg":"Invalid partner.","error_code":106,"mihpayid":403993715529339129}',
  },
];
