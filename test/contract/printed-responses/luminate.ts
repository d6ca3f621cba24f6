import type { PrintedDocument, PrintedResponse } from '../../support/printed-document.ts';

type Call = {
  readonly format: 'xml' | 'json';
  /** The refundRequest. */
  readonly request: string;
};

/** The document prints no request to its responses; this is the one that they tell of. */
const request = `<refundRequest xmlns="http://convio.com/crm/v1.0">
  <donRefundInfoList>
    <donRefundInfo>
      <transaction_id>1000</transaction_id>
      <refund_type>partial</refund_type>
      <refund_amount>1000</refund_amount>
    </donRefundInfo>
  </donRefundInfoList>
</refundRequest>`;

const swapped =
  'the two texts are swapped: initial 2000 less refund 1000 is final 1000, and 2000 cents are $20.00';

const recorded = {
  printedStatus: null,
  status: 200,
  code: null,
  message: null,
  entry: 'recorded',
  confidence: 'certain',
  pick: 'recorded',
} as const;

const responses: readonly PrintedResponse<Call>[] = [
  {
    where: 'XML response, lines 265-288',
    ...recorded,
    body: `<?xml version="1.0" encoding="UTF-8"?>
<refundResponse xsi:schemaLocation="http://convio.com/crm/v1.0 http://service.convio.net/xmlschema/crm.public.v1.xsd" xmlns="http://convio.com/crm/v1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <refundResultList>
    <refundResult>
      <full_refund>false</full_refund>
      <initial_amount>
        <decimal>2000</decimal>
        <formatted>$10.00</formatted>
      </initial_amount>
      <final_amount>
        <decimal>1000</decimal>
        <formatted>$10.00</formatted>
      </final_amount>
      <refund_amount>
        <decimal>1000</decimal>
        <formatted>$20.00</formatted>
      </refund_amount>
      <payment_processor_transaction_id>123</payment_processor_transaction_id>
      <payment_transaction_id>1000</payment_transaction_id>
      <refund_transaction_id>1001</refund_transaction_id>
      <success>true</success>
    </refundResult>
  </refundResultList>
</refundResponse>`,
    erratum: [
      {
        from: '<decimal>1000</decimal>\n        <formatted>$20.00</formatted>',
        to: '<decimal>1000</decimal>\n        <formatted>$10.00</formatted>',
        why: swapped,
      },
      {
        from: '<decimal>2000</decimal>\n        <formatted>$10.00</formatted>',
        to: '<decimal>2000</decimal>\n        <formatted>$20.00</formatted>',
        why: swapped,
      },
    ],
    natural: [{ format: 'xml', request }],
    asked: { format: 'xml', request },
  },
  {
    where: 'JSON response, line 290',
    ...recorded,
    body: '{"refundResponse":{"refundResultList":{"refundResult":{"payment_transaction_id":"1000","refund_transaction_id":"1001","full_refund":"false","final_amount":{"formatted":"$10.00","decimal":"1000"},"initial_amount":{"formatted":"$10.00","decimal":"2000"},"refund_amount":{"formatted":"$20.00","decimal":"1000"},"payment_processor_transaction_id":"123","success":"true"}}}}',
    erratum: [
      {
        from: '{"formatted":"$20.00","decimal":"1000"}',
        to: '{"formatted":"$10.00","decimal":"1000"}',
        why: swapped,
      },
      {
        from: '{"formatted":"$10.00","decimal":"2000"}',
        to: '{"formatted":"$20.00","decimal":"2000"}',
        why: swapped,
      },
    ],
    natural: [{ format: 'json', request }],
    asked: { format: 'json', request },
  },
];

/** "refundTransaction" of Luminate Online, the third document (002). */
export const luminate: PrintedDocument<Call> = {
  api: 'luminate',
  notPrinted: {},
  responses,
  openClient:
    async ({ url, given }) =>
    (call) => ({
      method: 'POST',
      url: `${url}/demo/site/SRDonationAPI`,
      headers: [['Content-Type', 'application/x-www-form-urlencoded']],
      body: new URLSearchParams({
        method: 'refundTransaction',
        api_key: given('luminate.apiKey'),
        login_name: given('luminate.loginName'),
        login_password: given('luminate.loginPassword'),
        v: '1.0',
        response_format: call.format,
        refund_transaction_request: call.request,
      }).toString(),
    }),
};
