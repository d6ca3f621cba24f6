import { createHash } from 'node:crypto';

import type { PrintedDocument, PrintedResponse } from '../../support/printed-document.ts';

/** The fields as texts; what is left out is what the sandbox prints, and a hash that is right. */
type Call = {
  readonly refund_id: string;
  readonly payu_id: string;
  readonly amount: string;
  readonly merchant_id?: string;
  readonly reseller_id?: string;
  readonly hash?: string;
  readonly token?: string;
};

/** The request sample, with the amount of the table and a payment of the sandbox that has its payu_id. */
const sample: Call = { refund_id: 'test_ref_0001', payu_id: '403993715529606983', amount: '500' };
const paymentOfRefusals = '403993715529339129';

const refusal = { printedStatus: 'Error code=400', status: 400, erratum: null } as const;

const responses: readonly PrintedResponse<Call>[] = [
  {
    where: 'Response parameters, lines 28-33 (names and sample values of a table)',
    printedStatus: null,
    status: 200,
    code: '102',
    message: 'Refund Request Queued',
    body: `{
"status": "1",
"msg": "Refund Request Queued",
"request_id": "6582898821",
"bank_ref_num": "IRN6601148",
"mihpayid": "7043873219",
"error_code": "102"
}`,
    erratum: [
      { from: '"status": "1"', to: '"status": 1', why: 'a String in the table, a bare number in the sample' },
      {
        from: '"error_code": "102"',
        to: '"error_code": 102',
        why: 'a String in the table, a number in the sample',
      },
      {
        from: '"mihpayid": "7043873219"',
        to: '"mihpayid": 7043873219',
        why: 'a String in the table, a number in the sample',
      },
      {
        from: '"IRN6601148"',
        to: 'null',
        why: 'null in the sample: a refund that is queued has no bank reference yet',
      },
      { from: '"6582898821"', to: '<request_id>', why: 'PayU makes it up' },
    ],
    made: { request_id: /^"\d{11}"$/ },
    entry: 'queued',
    confidence: 'certain',
    natural: [sample],
    instead: { '7043873219': sample.payu_id },
    pick: 'queued',
    asked: { ...sample, payu_id: '7043873219' },
  },
  {
    where: 'Sample response, Success scenario, lines 36-43',
    printedStatus: null,
    status: 200,
    code: '102',
    message: 'Refund Request Queued',
    body: `{
"status": 1,
"msg": "Refund Request Queued",
"request_id": "12486538355",
"bank_ref_num": null,
"mihpayid": 17787245459,
"error_code": 102
}`,
    erratum: [{ from: '"12486538355"', to: '<request_id>', why: 'PayU makes it up' }],
    made: { request_id: /^"\d{11}"$/ },
    entry: 'queued',
    confidence: 'certain',
    natural: [sample],
    instead: { '17787245459': sample.payu_id },
    pick: 'queued',
    asked: { ...sample, payu_id: '17787245459' },
  },
  {
    where: 'Failure scenarios, Invalid partner, lines 45-49',
    ...refusal,
    code: null,
    message: 'Partner with UUID 1212312213r is not allowed to do this action',
    body: `{
"message": "Partner with UUID 1212312213r is not allowed to do this action"
}`,
    entry: 'partner-not-allowed',
    confidence: 'certain',
    natural: [{ ...sample, reseller_id: '1212312213r' }],
    pick: 'partner-not-allowed',
    asked: sample,
  },
  {
    where: 'Failure scenarios, Invalid auth token, lines 50-54',
    printedStatus: 'Error code=401',
    status: 401,
    code: null,
    message: 'Invalid Auth token',
    body: `{
"message": "Invalid Auth token"
}`,
    erratum: null,
    entry: 'invalid-auth-token',
    confidence: 'certain',
    natural: [{ ...sample, token: '8c9177c718fc77046efe0d18192b98cadf798f2a136f2d31c7e09d60797403b5' }],
    pick: 'invalid-auth-token',
    asked: sample,
  },
  {
    where: 'Failure scenarios, Invalid Hash, lines 55-59',
    printedStatus: 'Error code=403',
    status: 403,
    code: null,
    message: 'Invalid Hash',
    body: `{
"message": "Invalid Hash"
}`,
    erratum: null,
    entry: 'invalid-hash',
    confidence: 'certain',
    natural: [{ ...sample, hash: '8t7qweyuigadhsc8317' }],
    pick: 'invalid-hash',
    asked: sample,
  },
  {
    where: 'Failure scenarios, Refund request already exists, lines 60-62',
    printedStatus: 'Error code=200',
    status: 200,
    code: null,
    message: 'refund request already exists for test_ref_0010',
    body: '{ "message": "refund request already exists for test_ref_0010" }',
    erratum: [{ why: 'HTTP 200, and still a failure: the text says that the request already exists' }],
    entry: 'already-exists',
    confidence: 'guess',
    natural: [
      { ...sample, refund_id: 'test_ref_0010' },
      { ...sample, refund_id: 'test_ref_0010' },
    ],
    pick: 'already-exists',
    asked: { ...sample, refund_id: 'test_ref_0010' },
  },
  {
    where: 'Other possible responses, Transaction with same amount and token, line 67',
    ...refusal,
    code: '227',
    message: 'Refund FAILURE - Transactions with same amount and same token not allowed',
    body: '{ "status": 0, "msg": "Refund FAILURE - Transactions with same amount and same token not allowed", "error_code": 227, "mihpayid": 403993715529339129 }',
    entry: '227',
    confidence: 'guess',
    // The refund_id and the amount of a refund that stands in a fresh ledger and has ended.
    natural: [{ ...sample, refund_id: 'DEMO-PART', amount: '200.00', payu_id: paymentOfRefusals }],
    pick: '227',
    asked: { ...sample, payu_id: paymentOfRefusals },
  },
  {
    where: 'Other possible responses, Two refunds of same amount within 5 minutes, line 68',
    ...refusal,
    code: '214',
    message:
      'Refund FAILURE - Two refunds of same amount for same transaction within 5 minutes are not allowed',
    body: '{ "status": 0, "msg": "Refund FAILURE - Two refunds of same amount for same transaction within 5 minutes are not allowed", "error_code": 214, "mihpayid": 17788074728 }',
    entry: '214',
    confidence: 'certain',
    natural: [
      { ...sample, amount: '23.12' },
      { ...sample, amount: '23.12', refund_id: 'test_ref_0002' },
    ],
    instead: { '17788074728': sample.payu_id },
    pick: '214',
    asked: { ...sample, payu_id: '17788074728' },
  },
  {
    where: 'Other possible responses, Invalid amount, line 69',
    ...refusal,
    code: '105',
    message: 'Refund FAILURE - Invalid amount',
    body: '{ "status": 0, "msg": "Refund FAILURE - Invalid amount", "error_code": 105, "mihpayid": 17842967667 }',
    entry: '105',
    confidence: 'certain',
    natural: [{ ...sample, amount: '500.01' }],
    instead: { '17842967667': sample.payu_id },
    pick: '105',
    asked: { ...sample, payu_id: '17842967667' },
  },
  {
    where: 'Other possible responses, Transaction does not exist, line 70',
    ...refusal,
    code: null,
    message: 'transaction does not exists',
    body: '{ "status": 0, "msg": "transaction does not exists", "mihpayid": "" }',
    entry: 'transaction-not-found',
    confidence: 'certain',
    // What a JavaScript number makes of the payu_id of the sample.
    natural: [{ ...sample, payu_id: '403993715529607000' }],
    pick: 'transaction-not-found',
    asked: sample,
  },
  {
    where: 'Other possible responses, If refund token already exists, line 71',
    ...refusal,
    code: '106',
    message: 'Refund FAILURE - Token already exists.',
    body: '{"status":0,"msg":"Refund FAILURE - Token already exists.","error_code":106,"mihpayid":403993715529339129}',
    entry: '106-token',
    confidence: 'guess',
    natural: [
      { ...sample, payu_id: paymentOfRefusals },
      { ...sample, payu_id: paymentOfRefusals, amount: '23.12' },
    ],
    pick: '106-token',
    asked: { ...sample, payu_id: paymentOfRefusals },
  },
  {
    where: 'Other possible responses, If request cannot be processed, line 72',
    ...refusal,
    code: null,
    message: 'Refund request cannot be processed',
    body: '{ "status": "Refund request cannot be processed" }',
    erratum: [{ why: 'status is documented as 1 or 0, and here is a sentence: it is read as printed' }],
    entry: 'cannot-be-processed',
    confidence: 'certain',
    natural: 'the document names no cause, so no state leads there',
    pick: 'cannot-be-processed',
    asked: sample,
  },
  {
    where: 'Other possible responses, Invalid partner, line 73',
    ...refusal,
    code: '106',
    message: 'Invalid partner.',
    body: '{"status":0,"msg":"Invalid partner.","error_code":106,"mihpayid":403993715529339129}',
    erratum: [{ why: '106 stands for "Token already exists.", too: the msg tells which' }],
    entry: '106-partner',
    confidence: 'guess',
    natural: [{ ...sample, payu_id: paymentOfRefusals, merchant_id: '8238481' }],
    pick: '106-partner',
    asked: { ...sample, payu_id: paymentOfRefusals },
  },
];

/** "WhatsApp Refund Transaction API" of PayU, the fifth document (004). */
export const payu: PrintedDocument<Call> = {
  api: 'payu',
  notPrinted: {},
  responses,
  openClient:
    async ({ url, given }) =>
    (call) => {
      const merchantId = call.merchant_id ?? given('payu.merchantId');
      const resellerId = call.reseller_id ?? given('payu.resellerId');
      const text = [merchantId, call.refund_id, call.amount, given('payu.clientSecret')].join('|');
      const hash = call.hash ?? createHash('sha512').update(text, 'utf8').digest('hex');
      const token = call.token ?? given('payu.accessToken');
      return {
        method: 'POST',
        url: `${url}/apilayer/partner/refunds`,
        headers: [
          ['Content-Type', 'application/json'],
          ['Authorization', `Bearer ${token}`],
        ],
        body: `{
"refund_id": "${call.refund_id}",
"payu_id": ${call.payu_id},
"merchant_id": "${merchantId}",
"reseller_id": "${resellerId}",
"hash": "${hash}",
"amount": ${call.amount}
}`,
      };
    },
};
