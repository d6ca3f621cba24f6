import type { PrintedDocument, PrintedResponse } from '../../support/printed-document.ts';

type Call = {
  readonly order: string;
  readonly product: string;
  readonly amount: string;
  readonly type?: string;
  readonly isReversal?: boolean;
};

/** The example payload, for the order of the sandbox that has its product 12, paid with 42. */
const sample: Call = { order: 'ODR1000000001', product: '12', amount: '42' };
const unknown: Call = { ...sample, order: 'ODR1649249709' };

const diff =
  'the page is a comparison of two revisions, with the words of the old one and of the new one run together; ';
const ofOld = `${diff}this is the old one`;
const ofNew = `${diff}this is the new one`;
const sentences = 'the name of a type: an array of sentences comes';
/** One sentence: each of the calls makes one mistake. */
const made = { sentence: /^"[A-Z].+\."$/ } as const;

const firstMixture = `{
"status_code": 200,404,
"status_message": "OK"Not Found",
"message": "terminalOrderReversalSuccessfully"orderNotFound",
"is_data"is_error": false,
"data"errors": null
}`;

const secondMixture = `{
"status_code": 404,510,
"status_message": "NotExecution Found"Exception Occurred",
"message": "orderNotFound"somethingWentWrong",
"is_error": false,true,
"errors": null"Array"
}`;

const notFound = {
  status: 404,
  code: null,
  message: 'orderNotFound',
  entry: 'order-not-found',
  confidence: 'certain',
  natural: [unknown],
  pick: 'order-not-found',
  asked: sample,
} as const;

const somethingWentWrong = {
  status: 510,
  code: null,
  message: 'somethingWentWrong',
  made,
  entry: 'something-went-wrong',
  // The sentences are invented.
  confidence: 'guess',
  natural: [{ order: 'ODR1000000009', product: '91', amount: '10' }],
  pick: 'something-went-wrong',
  asked: sample,
} as const;

const conflict = {
  printedStatus: '"status_code": 400',
  status: 400,
  code: null,
} as const;

const responses: readonly PrintedResponse<Call>[] = [
  {
    where: 'Response, lines 36-43',
    printedStatus: '202 OK',
    status: 202,
    code: null,
    message: 'terminalOrderRefundRequestSuccessfully',
    body: `{
"status_code": 202,
"status_message": "OK",
"message": "terminalOrderRefundRequestSuccessfully",
"is_data": false,
"data": null
}`,
    erratum: [{ why: 'the reason phrase of 202 is Accepted; status_message stays OK' }],
    entry: 'refund-requested',
    confidence: 'certain',
    natural: [sample],
    pick: 'refund-requested',
    asked: sample,
  },
  {
    where: 'Error Response, the old words of lines 46-52',
    printedStatus: '"status_code": 200,',
    status: 200,
    code: null,
    message: 'terminalOrderReversalSuccessfully',
    body: firstMixture,
    erratum: [
      { from: '200,404,', to: '200,', why: ofOld },
      { from: '"OK"Not Found"', to: '"OK"', why: ofOld },
      {
        from: '"terminalOrderReversalSuccessfully"orderNotFound"',
        to: '"terminalOrderReversalSuccessfully"',
        why: ofOld,
      },
      { from: '"is_data"is_error"', to: '"is_data"', why: ofOld },
      { from: '"data"errors"', to: '"data"', why: ofOld },
      { why: 'the current page has no success of a reversal; it is kept as the answer to isReversal true' },
    ],
    entry: 'reversed',
    confidence: 'certain',
    natural: [{ ...sample, isReversal: true }],
    pick: 'reversed',
    asked: { ...sample, isReversal: true },
  },
  {
    where: 'Error Response, the new words of lines 45-52',
    printedStatus: 'API returns a 404 error',
    ...notFound,
    body: firstMixture,
    erratum: [
      { from: '200,404,', to: '404,', why: ofNew },
      { from: '"OK"Not Found"', to: '"Not Found"', why: ofNew },
      { from: '"terminalOrderReversalSuccessfully"orderNotFound"', to: '"orderNotFound"', why: ofNew },
      { from: '"is_data"is_error"', to: '"is_error"', why: ofNew },
      { from: '"data"errors"', to: '"errors"', why: ofNew },
    ],
  },
  {
    where: 'Error Response, lines 53-60',
    printedStatus: 'API return a 417 error',
    status: 417,
    code: null,
    message: 'payloadValidationErrors',
    body: `{
"status_code": 417,
"status_message": "Client Error",
"message": "payloadValidationErrors",
"is_error": true,
"errors": "Array"
}`,
    erratum: [{ from: '"Array"', to: '["The selected type is invalid."]', why: sentences }],
    entry: 'payload-invalid',
    confidence: 'likely',
    natural: [{ ...sample, type: 'whole' }],
    pick: 'payload-invalid',
    asked: sample,
  },
  {
    where: 'Error Response, the old words of lines 62-68',
    printedStatus: '"status_code": 404,',
    ...notFound,
    body: secondMixture,
    erratum: [
      { from: '404,510,', to: '404,', why: ofOld },
      { from: '"NotExecution Found"Exception Occurred"', to: '"Not Found"', why: ofOld },
      { from: '"orderNotFound"somethingWentWrong"', to: '"orderNotFound"', why: ofOld },
      { from: 'false,true,', to: 'false,', why: ofOld },
      { from: 'null"Array"', to: 'null', why: ofOld },
    ],
  },
  {
    where: 'Error Response, the new words of lines 61-68',
    printedStatus: 'API returns a 510 error',
    ...somethingWentWrong,
    body: secondMixture,
    erratum: [
      { from: '404,510,', to: '510,', why: ofNew },
      {
        from: '"NotExecution Found"Exception Occurred"',
        to: '"Execution Exception Occurred"',
        why: ofNew,
      },
      { from: '"orderNotFound"somethingWentWrong"', to: '"somethingWentWrong"', why: ofNew },
      { from: 'false,true,', to: 'true,', why: ofNew },
      { from: 'null"Array"', to: '"Array"', why: ofNew },
      { from: '"Array"', to: '[<sentence>]', why: sentences },
    ],
  },
  {
    where: 'Others refund rejections errors, lines 70-76',
    ...conflict,
    message: 'requestProductIdNotAvailable',
    body: `{
"status_code": 400,
"status_message": "Conflict of Business Logic",
"message": "requestProductIdNotAvailable",
"is_data": false,
"data": null
}`,
    erratum: [{ why: 'an error with is_data and data: recordings mix the two envelopes, too' }],
    entry: 'product-not-available',
    confidence: 'likely',
    natural: [{ ...sample, product: '13' }],
    pick: 'product-not-available',
    asked: sample,
  },
  {
    where: 'Others refund rejections errors, lines 77-83',
    ...conflict,
    message: 'orderProductsNotFound',
    body: `{
"status_code": 400,
"status_message": "Conflict of Business Logic",
"message": "orderProductsNotFound",
"is_error": false,
"errors": null
}`,
    erratum: null,
    entry: 'order-products-not-found',
    confidence: 'likely',
    natural: [{ ...sample, order: 'ODR1000000005' }],
    pick: 'order-products-not-found',
    asked: sample,
  },
  {
    where: 'Others refund rejections errors, lines 84-90',
    ...conflict,
    message: 'refundRejectionForProductAmountExceed',
    body: `{
"status_code": 400,
"status_message": "Conflict of Business Logic",
"message": "refundRejectionForProductAmountExceed",
"is_error": true,
"errors": "Array"
}`,
    erratum: [{ from: '"Array"', to: '[<sentence>]', why: sentences }],
    made,
    entry: 'product-amount-exceeded',
    confidence: 'guess',
    natural: [{ ...sample, amount: '42.01' }],
    pick: 'product-amount-exceeded',
    asked: sample,
  },
  {
    where: 'Others refund rejections errors, lines 91-97',
    printedStatus: '"status_code": 510',
    ...somethingWentWrong,
    body: `{
"status_code": 510,
"status_message": "Execution Exception Occurred",
"message": "somethingWentWrong",
"is_error": true,
"errors": "Array"
}`,
    erratum: [{ from: '"Array"', to: '[<sentence>]', why: sentences }],
  },
];

/** "Refund or Reverse Payment" of Front Payment Go Connect, the second document (001). */
export const frontPayment: PrintedDocument<Call> = {
  api: 'front-payment',
  notPrinted: {},
  responses,
  openClient:
    async ({ url, given }) =>
    (call) => ({
      method: 'POST',
      url: `${url}/api/v1/connect/terminal/orders/refund/${call.order}`,
      headers: [
        ['Content-Type', 'application/json'],
        ['Authorization', `Bearer ${given('front-payment.token')}`],
      ],
      body: `{
"type": "${call.type ?? 'regular'}",
"grandTotal": ${call.amount},
"products": [
{
"id": ${call.product},
"amount": ${call.amount}
}
],
"isReversal": ${call.isReversal ?? false}
}`,
    }),
};
