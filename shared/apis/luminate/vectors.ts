import { exampleOf } from '../../definition/documented-example.ts';
import type { AnswerVector, ApiVectors, Journey, RequestVector } from '../../definition/vectors.ts';
import { examples, resultJson, resultXml } from './examples.ts';

const known = {
  'luminate.baseUrl': 'https://secure2.convio.example/charity',
  'luminate.apiKey': 'example-key',
  'luminate.loginName': 'api_user',
  'luminate.loginPassword': 'pa ss&wörd=1',
  'luminate.transactionId': '5579',
};

const wire = {
  method: 'POST',
  url: 'https://secure2.convio.example/charity/site/SRDonationAPI',
  headers: [['Content-Type', 'application/x-www-form-urlencoded']],
} as const;

/** The bodies were encoded by another program (Python's urllib). */
const requests: readonly RequestVector[] = [
  {
    ...wire,
    title: 'a whole donation, answered in XML; the password is encoded and stays in the body',
    template: 'refund',
    variables: { ...known, 'luminate.responseFormat': 'xml' },
    body: 'method=refundTransaction&v=1.0&api_key=example-key&login_name=api_user&login_password=pa+ss%26w%C3%B6rd%3D1&response_format=xml&refund_transaction_request=%3CrefundRequest+xmlns%3D%22http%3A%2F%2Fconvio.com%2Fcrm%2Fv1.0%22%3E%0A++%3CdonRefundInfoList%3E%0A++++%3CdonRefundInfo%3E%0A++++++%3Ctransaction_id%3E5579%3C%2Ftransaction_id%3E%0A++++++%3Cprocess_transaction%3Efalse%3C%2Fprocess_transaction%3E%0A++++++%3Crefund_type%3Efull%3C%2Frefund_type%3E%0A++++++%3Csend_autoresponder%3Efalse%3C%2Fsend_autoresponder%3E%0A++++%3C%2FdonRefundInfo%3E%0A++%3C%2FdonRefundInfoList%3E%0A%3C%2FrefundRequest%3E',
  },
  {
    ...wire,
    title: 'a part of a donation, answered in JSON',
    template: 'partial-refund',
    variables: { ...known, 'luminate.responseFormat': 'json', 'luminate.refundAmount': '1000' },
    body: 'method=refundTransaction&v=1.0&api_key=example-key&login_name=api_user&login_password=pa+ss%26w%C3%B6rd%3D1&response_format=json&refund_transaction_request=%3CrefundRequest+xmlns%3D%22http%3A%2F%2Fconvio.com%2Fcrm%2Fv1.0%22%3E%0A++%3CdonRefundInfoList%3E%0A++++%3CdonRefundInfo%3E%0A++++++%3Ctransaction_id%3E5579%3C%2Ftransaction_id%3E%0A++++++%3Cprocess_transaction%3Efalse%3C%2Fprocess_transaction%3E%0A++++++%3Crefund_type%3Epartial%3C%2Frefund_type%3E%0A++++++%3Csend_autoresponder%3Efalse%3C%2Fsend_autoresponder%3E%0A++++++%3Crefund_amount%3E1000%3C%2Frefund_amount%3E%0A++++%3C%2FdonRefundInfo%3E%0A++%3C%2FdonRefundInfoList%3E%0A%3C%2FrefundRequest%3E',
  },
  {
    ...wire,
    title: 'a value that would break the XML is escaped',
    template: 'batch-with-refusal',
    variables: {
      ...known,
      'luminate.responseFormat': 'json',
      'luminate.refundAmount': '1000',
      'luminate.confirmationCode': 'A&B <5508>',
      'luminate.ticketOrderId': '5590',
    },
    body: 'method=refundTransaction&v=1.0&api_key=example-key&login_name=api_user&login_password=pa+ss%26w%C3%B6rd%3D1&response_format=json&refund_transaction_request=%3CrefundRequest+xmlns%3D%22http%3A%2F%2Fconvio.com%2Fcrm%2Fv1.0%22%3E%0A++%3CdonRefundInfoList%3E%0A++++%3CdonRefundInfo%3E%0A++++++%3Ctransaction_id%3E5579%3C%2Ftransaction_id%3E%0A++++++%3Crefund_type%3Epartial%3C%2Frefund_type%3E%0A++++++%3Crefund_amount%3E1000%3C%2Frefund_amount%3E%0A++++%3C%2FdonRefundInfo%3E%0A++++%3CdonRefundInfo%3E%0A++++++%3Cuser_confirmation_code%3EA%26amp%3BB+%26lt%3B5508%26gt%3B%3C%2Fuser_confirmation_code%3E%0A++++%3C%2FdonRefundInfo%3E%0A++%3C%2FdonRefundInfoList%3E%0A++%3CticketRefundInfoList%3E%0A++++%3CticketRefundInfo%3E%0A++++++%3Ctransaction_id%3E5590%3C%2Ftransaction_id%3E%0A++++++%3Ccancel_all_tickets%3Etrue%3C%2Fcancel_all_tickets%3E%0A++++%3C%2FticketRefundInfo%3E%0A++%3C%2FticketRefundInfoList%3E%0A%3C%2FrefundRequest%3E',
  },
];

/** As printed, with `formatted` amounts that belong to other decimals. */
const printedXml = exampleOf(examples, 'result-xml').text;

const printedJson = exampleOf(examples, 'result-json').text;

/** The same with the two texts put back. */
const mendedXml = resultXml('$20.00', '$10.00');

const mendedJson = resultJson('$20.00', '$10.00');

const incorrectKey =
  'Incorrect API key. Verify that the value of the parameter api_key matches the value of the SDP CONVIO_API_KEY.';

/** Printed for a sibling method; the only sample with the namespace /v1. */
const printedError = `<errorResponse xmlns="http://convio.com/crm/v1"
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
xsi:schemaLocation="http://convio.com/crm/v1.0 http://service.convio.net/xmlschema/crm.public.v1.xsd">
<code>2</code>
<message>${incorrectKey}</message>
</errorResponse>`;

function errorXml(code: string, message: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<errorResponse xsi:schemaLocation="http://convio.com/crm/v1.0 http://service.convio.net/xmlschema/crm.public.v1.xsd" xmlns="http://convio.com/crm/v1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <code>${code}</code>
  <message>${message}</message>
</errorResponse>`;
}

function jsonResults(...results: readonly string[]): string {
  return `{"refundResponse":{"refundResultList":{"refundResult":[${results.join(',')}]}}}`;
}

const done =
  '{"payment_transaction_id":"5579","refund_transaction_id":"1001","full_refund":"true","success":"true"}';
const failed = '{"payment_transaction_id":"5590","success":"false"}';

const answer = { operation: 'refund', status: 200 } as const;

const resultAnswers: readonly AnswerVector[] = [
  { ...answer, title: 'the printed XML', body: printedXml, verdict: 'accepted', entry: 'recorded' },
  { ...answer, title: 'the printed JSON', body: printedJson, verdict: 'accepted', entry: 'recorded' },
  { ...answer, title: 'the XML after the errata', body: mendedXml, verdict: 'accepted', entry: 'recorded' },
  {
    ...answer,
    title: 'pasted without a status',
    status: null,
    body: printedXml,
    verdict: 'accepted',
    entry: 'recorded',
  },
  {
    ...answer,
    title: 'two results as a JSON list',
    body: jsonResults(done, done),
    verdict: 'accepted',
    entry: 'recorded',
  },
  {
    ...answer,
    title: 'one refused among two, with HTTP 200',
    body: jsonResults(done, failed),
    verdict: 'refused',
    entry: 'item-refused',
  },
  {
    ...answer,
    title: 'refused, in XML with a prefix for the namespace',
    body: '<c:refundResponse xmlns:c="http://convio.com/crm/v1.0"><c:refundResultList><c:refundResult><c:success>false</c:success></c:refundResult></c:refundResultList></c:refundResponse>',
    verdict: 'refused',
    entry: 'item-refused',
  },
  {
    ...answer,
    title: 'success as a JSON boolean',
    body: '{"refundResponse":{"refundResultList":{"refundResult":{"success":true}}}}',
    verdict: 'accepted',
    entry: 'recorded',
  },
  {
    ...answer,
    title: 'a result without success proves nothing, whatever its amounts say',
    body: '{"refundResponse":{"refundResultList":{"refundResult":{"refund_transaction_id":"1001","full_refund":"true"}}}}',
    verdict: 'unknown',
    entry: null,
  },
  {
    ...answer,
    title: 'success said twice and differently proves nothing',
    body: '<refundResponse><refundResultList><refundResult><success>true</success><success>false</success></refundResult></refundResultList></refundResponse>',
    verdict: 'unknown',
    entry: null,
  },
  {
    ...answer,
    title: 'no result at all proves nothing',
    body: '<refundResponse><refundResultList/></refundResponse>',
    verdict: 'unknown',
    entry: null,
  },
];

const error = { operation: 'refund', status: 403, verdict: 'refused' } as const;

const errorAnswers: readonly AnswerVector[] = [
  { ...error, title: 'the printed error, namespace /v1', body: printedError, entry: '2' },
  { ...error, title: 'the same error, namespace /v1.0', body: errorXml('2', incorrectKey), entry: '2' },
  {
    ...error,
    title: 'an error in JSON, as seen in public',
    body: '{"errorResponse":{"code":"1","message":"Unable to process request."}}',
    entry: '1',
  },
  {
    ...error,
    title: 'an error with HTTP 200 is a refusal',
    status: 200,
    body: '{"errorResponse":{"code":"3","message":"Authorization failed."}}',
    entry: '3',
  },
  {
    ...error,
    title: 'an error pasted without a status',
    status: null,
    body: errorXml('4', 'Request not allowed from source IP address.'),
    entry: '4',
  },
  {
    ...error,
    title: 'a documented code with other words',
    body: errorXml('9', 'login_name is required'),
    entry: '9',
  },
  {
    ...error,
    title: 'a code as a number',
    body: '{"errorResponse":{"code":6,"message":"No method"}}',
    entry: '6',
  },
  {
    ...error,
    title: 'an older code',
    body: errorXml('17', 'No method was requested or the requested method does not exist.'),
    entry: '17',
  },
  {
    ...error,
    title: 'a message without a code',
    body: '<errorResponse><message>Unable to process request.</message></errorResponse>',
    entry: '1',
  },
  {
    ...error,
    title: 'an undocumented code is still an error',
    status: 200,
    body: '{"errorResponse":{"code":"77","message":"Something new."}}',
    entry: null,
  },
  {
    ...error,
    title: 'an empty errorResponse proves nothing, but its status is documented',
    body: '<errorResponse/>',
    verdict: 'unknown',
    entry: 'http-403',
  },
  {
    ...error,
    title: 'a web page with 405',
    status: 405,
    body: '<html><body>Method Not Allowed</body></html>',
    verdict: 'unknown',
    entry: 'http-405',
  },
  {
    ...error,
    title: 'an answer of the donate methods is no answer to a refund',
    status: 200,
    body: '<donationResponse><errors><code>101</code><message>Error: There was a problem encountered while processing your donation.</message><reason>FIELD_VALIDATION</reason></errors></donationResponse>',
    verdict: 'unknown',
    entry: 'donate-101',
  },
];

const recorded = { status: 200, verdict: 'accepted', entry: 'recorded' } as const;
const itemRefused = { status: 200, verdict: 'refused', entry: 'item-refused' } as const;
const inJson = { 'luminate.responseFormat': 'json' };

const effects: readonly Journey[] = [
  {
    title: 'a whole donation, and the same again',
    steps: [
      { ...recorded, template: 'refund' },
      {
        ...itemRefused,
        template: 'refund',
        set: inJson,
        body: '{"refundResponse":{"refundResultList":{"refundResult":{"payment_transaction_id":"5601","success":"false"}}}}',
      },
    ],
  },
  {
    title: 'a part answers word for word as the document, then the rest, then nothing is left',
    steps: [
      { ...recorded, template: 'partial-refund', body: mendedXml },
      { ...itemRefused, template: 'partial-refund', set: { 'luminate.refundAmount': '1001' } },
      {
        ...recorded,
        template: 'partial-refund',
        set: inJson,
        body: '{"refundResponse":{"refundResultList":{"refundResult":{"payment_transaction_id":"1000","refund_transaction_id":"1002","full_refund":"true","final_amount":{"formatted":"$0.00","decimal":"0"},"initial_amount":{"formatted":"$10.00","decimal":"1000"},"refund_amount":{"formatted":"$10.00","decimal":"1000"},"payment_processor_transaction_id":"123","success":"true"}}}}',
      },
      { ...itemRefused, template: 'partial-refund', set: { 'luminate.refundAmount': '1' } },
    ],
  },
  {
    title: 'the JSON answer is that of the document, too',
    steps: [{ ...recorded, template: 'partial-refund', set: inJson, body: mendedJson }],
  },
  {
    title: 'parts of a registration, until a part is used up',
    steps: [
      { ...recorded, template: 'teamraiser-partial' },
      { ...itemRefused, template: 'teamraiser-partial' },
      { ...itemRefused, template: 'teamraiser-partial', set: { 'luminate.registrationId': '1001' } },
      { ...itemRefused, template: 'teamraiser-partial', set: { 'luminate.addonId': '302' } },
      { ...recorded, template: 'teamraiser', set: { 'luminate.transactionId': '5612' } },
      { ...itemRefused, template: 'teamraiser', set: { 'luminate.transactionId': '5612' } },
    ],
  },
  {
    title: 'tickets and store items are given back once',
    steps: [
      { ...recorded, template: 'tickets' },
      { ...recorded, template: 'tickets' },
      { ...itemRefused, template: 'tickets' },
      { ...recorded, template: 'ecommerce' },
      { ...itemRefused, template: 'ecommerce' },
      { ...itemRefused, template: 'ecommerce', set: { 'luminate.itemId': '503' } },
    ],
  },
];

const batches: readonly Journey[] = [
  {
    title: 'five kinds at once, and the same batch again',
    steps: [
      { ...recorded, template: 'mixed-batch' },
      { ...itemRefused, template: 'mixed-batch' },
    ],
  },
  {
    title: 'a batch is recorded in part; the failed item alone fails again',
    steps: [
      {
        ...itemRefused,
        template: 'batch-with-refusal',
        set: inJson,
        body: '{"refundResponse":{"refundResultList":{"refundResult":[{"payment_transaction_id":"5579","refund_transaction_id":"1001","full_refund":"false","final_amount":{"formatted":"$10.00","decimal":"1000"},"initial_amount":{"formatted":"$20.00","decimal":"2000"},"refund_amount":{"formatted":"$10.00","decimal":"1000"},"payment_processor_transaction_id":"02RYXSPGD7WD4","success":"true"},{"payment_transaction_id":"5508","refund_transaction_id":"1002","full_refund":"true","final_amount":{"formatted":"$0.00","decimal":"0"},"initial_amount":{"formatted":"$25.00","decimal":"2500"},"refund_amount":{"formatted":"$25.00","decimal":"2500"},"payment_processor_transaction_id":"DEMO000005508","success":"true"},{"payment_transaction_id":"5591","success":"false"}]}}}',
      },
      {
        ...recorded,
        template: 'batch-with-refusal',
        set: {
          'luminate.confirmationCode': '709-1201-1-5602-5602',
          'luminate.ticketOrderId': '5590',
        },
      },
    ],
  },
];

const refusals: readonly Journey[] = [
  {
    title: 'wrong credentials, in XML and JSON',
    steps: [
      {
        template: 'refund',
        set: { 'luminate.apiKey': 'not-the-key' },
        status: 403,
        verdict: 'refused',
        entry: '2',
        body: errorXml('2', incorrectKey),
      },
      {
        template: 'refund',
        set: { ...inJson, 'luminate.apiKey': 'not-the-key' },
        status: 403,
        verdict: 'refused',
        entry: '2',
        body: `{"errorResponse":{"code":"2","message":"${incorrectKey}"}}`,
      },
      {
        template: 'refund',
        set: { 'luminate.loginName': 'nobody' },
        status: 403,
        verdict: 'refused',
        entry: '3',
      },
      {
        template: 'refund',
        set: { 'luminate.loginPassword': 'not-the-password' },
        status: 403,
        verdict: 'refused',
        entry: '3',
      },
    ],
  },
  {
    title: 'transactions that cannot be refunded',
    steps: [
      { ...itemRefused, template: 'refund', set: { 'luminate.transactionId': '9999' } },
      { ...itemRefused, template: 'refund', set: { 'luminate.transactionId': '5603' } },
      { ...itemRefused, template: 'refund', set: { 'luminate.transactionId': '5611' } },
      { ...itemRefused, template: 'partial-refund', set: { 'luminate.refundAmount': '0' } },
      { ...itemRefused, template: 'partial-refund', set: { 'luminate.refundAmount': '2001' } },
    ],
  },
  {
    title: 'XML that is off the schema refuses the whole call',
    steps: [
      {
        template: 'refund',
        set: { 'luminate.transactionId': 'five' },
        status: 403,
        verdict: 'refused',
        entry: '1',
        body: errorXml('1', 'Unable to process request.'),
      },
      {
        template: 'partial-refund',
        set: { ...inJson, 'luminate.refundAmount': '10.00' },
        status: 403,
        verdict: 'refused',
        entry: '1',
        body: '{"errorResponse":{"code":"1","message":"Unable to process request."}}',
      },
      { ...recorded, template: 'partial-refund' },
    ],
  },
];

export const vectors: ApiVectors = {
  signatures: [],
  requests,
  answers: [...resultAnswers, ...errorAnswers],
  journeys: [...effects, ...batches, ...refusals],
  refunds: {
    refund: [['5601', null]],
    'partial-refund': [['1000', '1000']],
    teamraiser: [['5611', null]],
    'teamraiser-partial': [['5612', '2800']],
    'personal-fundraising': [['5621', '3000']],
    tickets: [['5631', '7500']],
    ecommerce: [['5641', '1795']],
    'mixed-batch': [
      ['5602', '1000'],
      ['5613', null],
      ['709-1201-1-5622-5622', null],
      ['5632', null],
      ['DEMO000005642', null],
    ],
    'batch-with-refusal': [
      ['5579', '1000'],
      ['709-1201-1-4215-5508', null],
      ['5591', null],
    ],
  },
  followUps: {},
};
