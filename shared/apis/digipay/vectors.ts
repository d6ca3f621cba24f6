import { exampleOf } from '../../definition/documented-example.ts';
import type { AnswerVector, ApiVectors, Journey } from '../../definition/vectors.ts';
import { examples } from './examples.ts';

const known = {
  'digipay.baseUrl': 'https://wallet.example',
  'digipay.companyId': '0123456789abcdef0123456789abcdef',
  'digipay.transactionId': 'a0000000000000000000000000000001',
  'digipay.amount': '100',
  'digipay.txnCode': 'MR',
  'digipay.paymentMode': '2',
  '$session.token': 'example-session-token',
};

const url = 'https://wallet.example/digipay/v3/transaction/wallet_refund_money';

const headers = [
  ['Authorization', 'Token example-session-token'],
  ['CompanyID', '0123456789abcdef0123456789abcdef'],
  ['accept', 'application/json'],
  ['content-type', 'application/json'],
] as const;

const badRequest = '{"success":0,"error":[1],"data":{"message":"BAD_REQUEST"}}';

/** The two bodies of the document, the second as printed and mended. */
const printed: readonly AnswerVector[] = [
  {
    title: 'refunded',
    operation: 'refund',
    status: 200,
    body: exampleOf(examples, 'refunded').text,
    verdict: 'accepted',
    entry: 'refunded',
  },
  {
    title: 'the 400 as printed is no JSON and stays unknown',
    operation: 'refund',
    status: 400,
    body: exampleOf(examples, 'bad-request').printed ?? '',
    verdict: 'unknown',
    entry: 'bad-request',
  },
  {
    title: 'the 400, mended',
    operation: 'refund',
    status: 400,
    body: exampleOf(examples, 'bad-request').text,
    verdict: 'refused',
    entry: 'bad-request',
  },
];

const tricky: readonly AnswerVector[] = [
  {
    title: 'another txn_status is not published',
    operation: 'refund',
    status: 200,
    body: '{"success":1,"error":[],"data":{"message":"Money successfully refunded","transaction":{"txn_id":"1","txn_number":"1","txn_status":0}}}',
    verdict: 'unknown',
    entry: null,
  },
  {
    title: 'no transaction at all',
    operation: 'refund',
    status: 200,
    body: '{"success":1,"error":[],"data":{"message":"Money successfully refunded"}}',
    verdict: 'unknown',
    entry: null,
  },
  {
    title: 'success beside an error code proves nothing',
    operation: 'refund',
    status: 200,
    body: '{"success":1,"error":[1],"data":{"transaction":{"txn_status":1}}}',
    verdict: 'unknown',
    entry: null,
  },
  {
    title: 'success under a failing HTTP status proves nothing',
    operation: 'refund',
    status: 502,
    body: '{"success":1,"error":[],"data":{"message":"Money successfully refunded","transaction":{"txn_status":1}}}',
    verdict: 'unknown',
    entry: null,
  },
  {
    title: 'success in other words',
    operation: 'refund',
    status: 200,
    body: '{"success":1,"data":{"message":"done","transaction":{"txn_status":1}}}',
    verdict: 'accepted',
    entry: null,
  },
  {
    title: 'a refusal under HTTP 200',
    operation: 'refund',
    status: 200,
    body: badRequest,
    verdict: 'refused',
    entry: 'bad-request',
  },
  {
    title: 'a refusal without code and words',
    operation: 'refund',
    status: 400,
    body: '{"success":0}',
    verdict: 'refused',
    entry: null,
  },
  {
    title: 'a code that is not published',
    operation: 'refund',
    status: 400,
    body: '{"success":0,"error":[7],"data":{"message":"LIMIT_EXCEEDED"}}',
    verdict: 'refused',
    entry: null,
  },
  {
    title: 'with 401 the status says more than the body',
    operation: 'refund',
    status: 401,
    body: badRequest,
    verdict: 'refused',
    entry: 'unauthorized',
  },
  {
    title: 'with 403 too',
    operation: 'refund',
    status: 403,
    body: badRequest,
    verdict: 'refused',
    entry: 'forbidden',
  },
  {
    title: '404 without a documented body',
    operation: 'refund',
    status: 404,
    body: '{"detail":"Not found."}',
    verdict: 'unknown',
    entry: 'not-found',
  },
  {
    title: '500 without a documented body',
    operation: 'refund',
    status: 500,
    body: '{}',
    verdict: 'unknown',
    entry: 'server-error',
  },
  {
    title: 'an undocumented object',
    operation: 'refund',
    status: 200,
    body: '{"status":"ok"}',
    verdict: 'unknown',
    entry: null,
  },
  {
    title: 'success as a word is not the documented 1',
    operation: 'refund',
    status: 200,
    body: '{"success":true,"error":[],"data":{"transaction":{"txn_status":1}}}',
    verdict: 'unknown',
    entry: null,
  },
  {
    title: 'the answer to the login says nothing about a refund',
    operation: 'refund',
    status: 200,
    body: '{"status_code":200,"data":{"access_token":"example-session-token","expiry_time":"2024-01-24 18:18:38"}}',
    verdict: 'unknown',
    entry: 'authenticated',
  },
];

const journeys: readonly Journey[] = [
  {
    title: 'a login, a refund in full, and the same again',
    steps: [
      { template: 'refund', status: 200, verdict: 'accepted', entry: 'refunded' },
      { template: 'refund', status: 400, verdict: 'refused', entry: 'bad-request', body: badRequest },
    ],
  },
  {
    title: 'parts until nothing is left',
    steps: [
      { template: 'partial-refund', status: 200, verdict: 'accepted', entry: 'refunded' },
      {
        template: 'partial-refund',
        set: { 'digipay.amount': '200.51' },
        status: 400,
        verdict: 'refused',
        entry: 'bad-request',
        body: badRequest,
      },
      {
        template: 'partial-refund',
        set: { 'digipay.amount': '200.5' },
        status: 200,
        verdict: 'accepted',
        entry: 'refunded',
      },
      {
        template: 'partial-refund',
        set: { 'digipay.amount': '0.01' },
        status: 400,
        verdict: 'refused',
        entry: 'bad-request',
      },
    ],
  },
  {
    title: 'a customer refund keeps its code',
    steps: [
      {
        template: 'customer-refund',
        set: { 'digipay.txnCode': 'CIB' },
        status: 200,
        verdict: 'accepted',
        entry: 'refunded',
      },
    ],
  },
  {
    title: 'a refused login sends no refund',
    steps: [
      {
        template: 'refund',
        set: { 'digipay.secretKey': 'not-the-key' },
        status: 401,
        verdict: 'refused',
        entry: 'unauthorized',
        body: badRequest,
      },
      {
        template: 'refund',
        set: { 'digipay.clientId': 'somebody-else' },
        status: 401,
        verdict: 'refused',
        entry: 'unauthorized',
        body: badRequest,
      },
      { template: 'refund', status: 200, verdict: 'accepted', entry: 'refunded' },
    ],
  },
  {
    title: 'every other failure looks the same, but for one of the platform',
    steps: [
      rejected({ 'digipay.companyId': '76bc712200ca444fa334f9e55e5fd7a8' }),
      rejected({ 'digipay.companyId': 'short' }),
      rejected({ 'digipay.transactionId': 'b0000000000000000000000000000001' }),
      rejected({ 'digipay.transactionId': 'constructor' }),
      rejected({ 'digipay.transactionId': 'a0000000000000000000000000000004', 'digipay.amount': '1' }),
      rejected({ 'digipay.amount': '100.01' }),
      rejected({ 'digipay.amount': '0' }),
      rejected({ 'digipay.amount': '-1' }),
      rejected({ 'digipay.txnCode': 'MR / CR' }),
      rejected({ 'digipay.txnCode': 'CIB' }),
      rejected({ 'digipay.paymentMode': '2.5' }),
      {
        template: 'refund',
        set: { 'digipay.transactionId': 'a0000000000000000000000000000005', 'digipay.amount': '10' },
        status: 500,
        verdict: 'unknown',
        entry: 'server-error',
      },
    ],
  },
];

export const vectors: ApiVectors = {
  signatures: [],
  requests: [
    {
      title: 'the printed example with one code',
      template: 'refund',
      variables: known,
      method: 'POST',
      url,
      headers,
      body: refundText('100', 'MR'),
    },
    {
      title: 'the amount goes out digit for digit',
      template: 'partial-refund',
      variables: { ...known, 'digipay.amount': '49.50' },
      method: 'POST',
      url,
      headers,
      body: refundText('49.50', 'MR'),
    },
    {
      title: 'a customer refund',
      template: 'customer-refund',
      variables: known,
      method: 'POST',
      url,
      headers,
      body: refundText('100', 'CR'),
    },
  ],
  answers: [...printed, ...tricky],
  journeys,
  refunds: {
    refund: [['a0000000000000000000000000000001', '100']],
    'partial-refund': [['a0000000000000000000000000000002', '49.50']],
    'customer-refund': [['a0000000000000000000000000000003', '80.00']],
  },
  followUps: {},
};

function rejected(set: Readonly<Record<string, string>>): Journey['steps'][number] {
  return { template: 'refund', set, status: 400, verdict: 'refused', entry: 'bad-request', body: badRequest };
}

function refundText(amount: string, code: string): string {
  return `{
  "initial_txn_id": "a0000000000000000000000000000001",
  "txn_amount": ${amount},
  "txn_code": "${code}",
  "payment_mode": 2,
  "note": "Refund Money"
}
`;
}
