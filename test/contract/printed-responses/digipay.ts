import type { PrintedDocument, PrintedResponse } from '../../support/printed-document.ts';
import { fetchTransport } from '../../support/bare-client.ts';

type Call = {
  readonly initial_txn_id: string;
  readonly txn_amount: string;
  readonly txn_code: string;
  /** Where it is not that of the document. */
  readonly path?: string;
};

/** The request sample as printed. */
const printedSample: Call = {
  initial_txn_id: 'bcdc063cf4844eea82e1c0e68a2360e8',
  txn_amount: '100',
  txn_code: 'MR / CR',
};
const sample: Call = { ...printedSample, txn_code: 'MR' };
/** A payment of 100.00 of the sandbox. */
const known: Call = { ...sample, initial_txn_id: 'a0000000000000000000000000000001' };

const refunded = {
  status: 200,
  code: null,
  message: 'Money successfully refunded',
  body: `{
"success": 1,
"error": [],
"data": {
"message": "Money successfully refunded",
"transaction": {
"txn_id": "bcdc063cf4844eea82e1c0e68a2360e8",
"txn_number": "bcdc063cf4844eea82e1c0e68a2360e8",
"txn_status": 1
}
}
}`,
  erratum: [
    {
      from: '"bcdc063cf4844eea82e1c0e68a2360e8"',
      to: '<txn_id>',
      why: 'it repeats the initial_txn_id of the request; a refund is a transaction with an id of its own',
    },
  ],
  made: { txn_id: /^"(?!bcdc063c|a0000000)[\da-f]{32}"$/ },
  entry: 'refunded',
  confidence: 'certain',
  natural: [known],
  pick: 'refunded',
  asked: sample,
} as const;

/** The checks behind the one documented rejection are all guesses. */
const rejected = {
  status: 400,
  code: '1',
  message: 'BAD_REQUEST',
  body: `{
"success": 0,
"error"": [1],
"data": {
"message": "BAD_REQUEST",
}
}`,
  erratum: [
    { from: '"error"":', to: '"error":', why: 'no JSON: a quotation mark too many' },
    { from: '"BAD_REQUEST",', to: '"BAD_REQUEST"', why: 'no JSON: a comma too many' },
  ],
  entry: 'bad-request',
  confidence: 'guess',
  natural: [known, known],
  pick: 'bad-request',
  asked: sample,
} as const;

/** Of these two no body is printed, and none is compared. */
const statusAlone = {
  code: null,
  message: null,
  body: null,
  erratum: null,
  confidence: 'certain',
  asked: sample,
} as const;

const responses: readonly PrintedResponse<Call>[] = [
  {
    ...refunded,
    where: 'Response:-, Response 200(OK), lines 43-55',
    printedStatus: 'Response 200(OK)',
  },
  {
    ...rejected,
    where: 'Response:-, Response 400(BAD REQUEST), lines 56-63',
    printedStatus: 'Response 400(BAD REQUEST)',
  },
  {
    ...rejected,
    where: 'Response:-, Response 400(BAD REQUEST), lines 56-63, to the request as lines 34-40 print it',
    printedStatus: 'Response 400(BAD REQUEST)',
    // "MR / CR" lists alternatives, of which one has to be sent.
    natural: [{ ...printedSample, initial_txn_id: known.initial_txn_id }],
  },
  { ...refunded, where: 'RESPONSES :-, line 67', printedStatus: '200 | OK |' },
  { ...rejected, where: 'RESPONSES :-, line 68', printedStatus: '400 | BAD REQUEST |' },
  {
    ...statusAlone,
    where: 'RESPONSES :-, line 69',
    printedStatus: '404 | NOT FOUND |',
    status: 404,
    entry: 'not-found',
    natural: [{ ...known, path: '/digipay/v3/transaction/wallet_refund' }],
    pick: 'not-found',
  },
  {
    ...statusAlone,
    where: 'RESPONSES :-, line 70',
    printedStatus: '500 | INTERNAL SERVER ERROR |',
    status: 500,
    entry: 'server-error',
    natural: [{ ...known, initial_txn_id: 'a0000000000000000000000000000005', txn_amount: '10' }],
    pick: 'server-error',
  },
];

/** "Refund Money" of DigiPay.Guru, the fourth document (003). */
export const digipay: PrintedDocument<Call> = {
  api: 'digipay',
  notPrinted: {},
  responses,
  openClient: async ({ url, given }) => {
    const pair = `${given('digipay.clientId')}:${given('digipay.secretKey')}`;
    const login = await fetchTransport({
      method: 'POST',
      url: `${url}/digipay/v3/auth/authenticate`,
      headers: [['Authorization', `Basic ${Buffer.from(pair).toString('base64')}`]],
      body: null,
    });
    const { data } = JSON.parse(login.body.text) as { data: { access_token: string } };
    return ({ path = '/digipay/v3/transaction/wallet_refund_money', ...call }) => ({
      method: 'POST',
      url: url + path,
      headers: [
        ['Authorization', `Token ${data.access_token}`],
        ['CompanyID', given('digipay.companyId')],
        ['accept', 'application/json'],
        ['content-type', 'application/json'],
      ],
      body: `{
"initial_txn_id": "${call.initial_txn_id}",
"txn_amount": ${call.txn_amount},
"txn_code": "${call.txn_code}",
"payment_mode": 2,
"note": "Refund Money"
}`,
    });
  },
};
