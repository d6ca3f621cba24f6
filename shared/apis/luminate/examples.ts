import type { DocumentedExample, ExampleDefect, SampleValue } from '../../definition/documented-example.ts';
import { seed as source } from './sources.ts';

/** The request as printed: four elements are opened again where they should be closed, and one is never closed. */
const printedRequest = refundRequest((name) => `<${name}>`, '');

/** The same with exactly these five tags mended. */
const mendedRequest = refundRequest((name) => `</${name}>`, '\n  </ecommerceRefundInfoList>');

const root = 'refundRequest';
const donation = `${root}/donRefundInfoList/donRefundInfo[1]`;
const tickets = `${root}/ticketRefundInfoList/ticketRefundInfo`;

const reopened = 'Printed as a second opening tag where it should be closed.';
const threeIds = 'One of the three identifiers is enough; the samples print all three.';

const requestDefects: readonly ExampleDefect[] = [
  { path: `${root}/donRefundInfoList`, slip: 'mended', reason: reopened },
  { path: `${tickets}[1]/ticket_refund_item/num_of_tickets`, slip: 'mended', reason: reopened },
  { path: `${tickets}[1]`, slip: 'mended', reason: reopened },
  { path: `${tickets}[2]`, slip: 'mended', reason: reopened },
  { path: `${root}/ecommerceRefundInfoList`, slip: 'mended', reason: 'Printed without its closing tag.' },
  {
    path: `${donation}/refund_amount`,
    slip: 'redundant',
    reason: 'A full refund needs no amount; the text ties amounts to partial refunds.',
  },
  {
    path: `${tickets}[2]/refund_type`,
    slip: 'absent',
    reason: 'The second ticket order has no refund_type; full is the stated default.',
  },
  ...[
    donation,
    `${root}/trRefundInfoList/trRefundInfo[1]`,
    `${root}/pfRefundInfoList/pfRefundInfo[1]`,
    `${tickets}[1]`,
    `${root}/ecommerceRefundInfoList/ecommerceRefundInfo[1]`,
  ].flatMap((item): readonly ExampleDefect[] =>
    ['processor_transaction_id', 'user_confirmation_code'].map((name) => ({
      path: `${item}/${name}`,
      slip: 'redundant',
      reason: threeIds,
    })),
  ),
];

/** The ids and amounts of the sample request. */
const requestValues: readonly SampleValue[] = [
  { path: `${root}/donRefundInfoList/donRefundInfo[1]/transaction_id` },
  { path: `${root}/donRefundInfoList/donRefundInfo[1]/processor_transaction_id` },
  { path: `${root}/donRefundInfoList/donRefundInfo[1]/user_confirmation_code` },
  { path: `${root}/donRefundInfoList/donRefundInfo[1]/refund_amount` },
  { path: `${root}/donRefundInfoList/donRefundInfo[2]/user_confirmation_code` },
  { path: `${root}/trRefundInfoList/trRefundInfo[1]/transaction_id` },
  { path: `${root}/trRefundInfoList/trRefundInfo[1]/processor_transaction_id` },
  { path: `${root}/trRefundInfoList/trRefundInfo[1]/user_confirmation_code` },
  { path: `${root}/trRefundInfoList/trRefundInfo[1]/regRefundDataList/regRefundData/registration_id` },
  { path: `${root}/trRefundInfoList/trRefundInfo[1]/regRefundDataList/regRefundData/reg_refund_amount` },
  { path: `${root}/trRefundInfoList/trRefundInfo[1]/regRefundDataList/regRefundData/gift_refund_amount` },
  { path: `${root}/trRefundInfoList/trRefundInfo[2]/transaction_id` },
  { path: `${root}/pfRefundInfoList/pfRefundInfo[1]/transaction_id` },
  { path: `${root}/pfRefundInfoList/pfRefundInfo[1]/processor_transaction_id` },
  { path: `${root}/pfRefundInfoList/pfRefundInfo[1]/user_confirmation_code` },
  { path: `${root}/pfRefundInfoList/pfRefundInfo[1]/gift_refund_amount` },
  { path: `${root}/pfRefundInfoList/pfRefundInfo[2]/user_confirmation_code` },
  { path: `${root}/ticketRefundInfoList/ticketRefundInfo[1]/transaction_id` },
  { path: `${root}/ticketRefundInfoList/ticketRefundInfo[1]/processor_transaction_id` },
  { path: `${root}/ticketRefundInfoList/ticketRefundInfo[1]/user_confirmation_code` },
  { path: `${root}/ticketRefundInfoList/ticketRefundInfo[1]/gift_refund_amount` },
  { path: `${root}/ticketRefundInfoList/ticketRefundInfo[1]/ticket_refund_item/ticket_class_id` },
  { path: `${root}/ticketRefundInfoList/ticketRefundInfo[1]/ticket_refund_item/ticket_refund_amount` },
  { path: `${root}/ticketRefundInfoList/ticketRefundInfo[1]/ticket_refund_item/num_of_tickets` },
  { path: `${root}/ticketRefundInfoList/ticketRefundInfo[2]/transaction_id` },
  { path: `${root}/ecommerceRefundInfoList/ecommerceRefundInfo[1]/transaction_id` },
  { path: `${root}/ecommerceRefundInfoList/ecommerceRefundInfo[1]/processor_transaction_id` },
  { path: `${root}/ecommerceRefundInfoList/ecommerceRefundInfo[1]/user_confirmation_code` },
  { path: `${root}/ecommerceRefundInfoList/ecommerceRefundInfo[1]/gift_refund_amount` },
  { path: `${root}/ecommerceRefundInfoList/ecommerceRefundInfo[1]/shipping_refund_amount` },
  { path: `${root}/ecommerceRefundInfoList/ecommerceRefundInfo[1]/refund_item_id` },
  { path: `${root}/ecommerceRefundInfoList/ecommerceRefundInfo[2]/processor_transaction_id` },
];

const swapped = (right: string): { slip: 'value'; reason: string } => ({
  slip: 'value',
  reason: `The texts of the two amounts are swapped: this one should read ${right}. Only the decimals count.`,
});

/** The values of the sample answers; `%` stands for the road to the result. */
const resultValues = [
  'full_refund',
  'initial_amount%decimal',
  'final_amount%decimal',
  'final_amount%formatted',
  'refund_amount%decimal',
  'payment_processor_transaction_id',
  'payment_transaction_id',
  'refund_transaction_id',
];

const answer = { operation: 'refund', kind: 'answer', status: 200, source } as const;

/** What the document prints, word for word, the broken request mended. */
export const examples: readonly DocumentedExample[] = [
  {
    id: 'request',
    title: 'Sample request, all kinds of refunds',
    operation: 'refund',
    kind: 'request',
    status: null,
    format: 'xml',
    field: 'refund_transaction_request',
    text: mendedRequest,
    printed: printedRequest,
    source,
    defects: requestDefects,
    sampleValues: requestValues,
  },
  {
    ...answer,
    id: 'result-xml',
    title: 'XML response',
    format: 'xml',
    text: resultXml('$10.00', '$20.00'),
    defects: [
      { path: 'refundResponse/refundResultList/refundResult/initial_amount/formatted', ...swapped('$20.00') },
      { path: 'refundResponse/refundResultList/refundResult/refund_amount/formatted', ...swapped('$10.00') },
    ],
    sampleValues: resultValues.map((name) => ({
      path: `refundResponse/refundResultList/refundResult/${name.replace('%', '/')}`,
    })),
  },
  {
    ...answer,
    id: 'result-json',
    title: 'JSON response',
    format: 'json',
    text: resultJson('$10.00', '$20.00'),
    defects: [
      {
        path: 'refundResponse.refundResultList.refundResult',
        slip: 'type',
        reason: 'A list of one is printed as the object itself; more than one come as a list.',
      },
      { path: 'refundResponse.refundResultList.refundResult.initial_amount.formatted', ...swapped('$20.00') },
      { path: 'refundResponse.refundResultList.refundResult.refund_amount.formatted', ...swapped('$10.00') },
    ],
    sampleValues: resultValues.map((name) => ({
      path: `refundResponse.refundResultList.refundResult.${name.replace('%', '.')}`,
    })),
  },
];

/** `close` writes four end tags, `ending` is the fifth one with the break before it: the places where the print is wrong. */
function refundRequest(close: (name: string) => string, ending: string): string {
  return `<refundRequest xmlns="http://convio.com/crm/v1.0">
  <donRefundInfoList>
    <donRefundInfo>
      <transaction_id>5579</transaction_id>
      <processor_transaction_id>02RYXSPGD7WD4</processor_transaction_id>
      <user_confirmation_code>709-1201-1-5470-5579</user_confirmation_code>
      <process_transaction>false</process_transaction>
      <refund_type>full</refund_type>
      <send_autoresponder>false</send_autoresponder>
      <refund_amount>10000</refund_amount>
    </donRefundInfo>
    <donRefundInfo>
      <user_confirmation_code>709-1201-1-4215-5508</user_confirmation_code>
    </donRefundInfo>
  ${close('donRefundInfoList')}
  <trRefundInfoList>
    <trRefundInfo>
      <transaction_id>5510</transaction_id>
      <processor_transaction_id>02MCM1XXV1ID1</processor_transaction_id>
      <user_confirmation_code>709-1201-1-0258-5510</user_confirmation_code>
      <process_transaction>false</process_transaction>
      <refund_type>partial</refund_type>
      <send_autoresponder>false</send_autoresponder>
      <regRefundDataList>
        <regRefundData>
          <registration_id>1001</registration_id>
          <reg_refund_amount>1000</reg_refund_amount>
          <gift_refund_amount>1300</gift_refund_amount>
        </regRefundData>
      </regRefundDataList>
    </trRefundInfo>
    <trRefundInfo>
      <transaction_id>5511</transaction_id>
      <refund_type>full</refund_type>
    </trRefundInfo>
  </trRefundInfoList>
  <pfRefundInfoList>
    <pfRefundInfo>
      <transaction_id>5422</transaction_id>
      <processor_transaction_id>02LCV1DGC0WX1</processor_transaction_id>
      <user_confirmation_code>709-1201-1-3532-5422</user_confirmation_code>
      <process_transaction>false</process_transaction>
      <refund_type>partial</refund_type>
      <send_autoresponder>false</send_autoresponder>
      <gift_refund_amount>10000</gift_refund_amount>
    </pfRefundInfo>
    <pfRefundInfo>
      <user_confirmation_code>709-1201-1-9872-5429</user_confirmation_code>
    </pfRefundInfo>
  </pfRefundInfoList>
  <ticketRefundInfoList>
    <ticketRefundInfo>
      <transaction_id>5589</transaction_id>
      <processor_transaction_id>01PNXSPGC8QA5</processor_transaction_id>
      <user_confirmation_code>709-1201-1-5470-5589</user_confirmation_code>
      <process_transaction>false</process_transaction>
      <refund_type>partial</refund_type>
      <send_autoresponder>false</send_autoresponder>
      <gift_refund_amount>10000</gift_refund_amount>
      <cancel_all_tickets>false</cancel_all_tickets>
      <ticket_refund_item>
        <ticket_class_id>101</ticket_class_id>
        <ticket_refund_amount>6500</ticket_refund_amount>
        <num_of_tickets>1${close('num_of_tickets')}
      </ticket_refund_item>
    ${close('ticketRefundInfo')}
    <ticketRefundInfo>
      <transaction_id>5590</transaction_id>
      <cancel_all_tickets>true</cancel_all_tickets>
    ${close('ticketRefundInfo')}
  </ticketRefundInfoList>
  <ecommerceRefundInfoList>
    <ecommerceRefundInfo>
      <transaction_id>5599</transaction_id>
      <processor_transaction_id>02TBPXLBC4PC5</processor_transaction_id>
      <user_confirmation_code>709-1201-1-4815-5599</user_confirmation_code>
      <process_transaction>false</process_transaction>
      <refund_type>partial</refund_type>
      <send_autoresponder>false</send_autoresponder>
      <gift_refund_amount>10000</gift_refund_amount>
      <shipping_refund_amount>795</shipping_refund_amount>
      <refund_item_id>502</refund_item_id>
    </ecommerceRefundInfo>
    <ecommerceRefundInfo>
      <processor_transaction_id>02LWZAMGA9ID3</processor_transaction_id>
    </ecommerceRefundInfo>${ending}
</refundRequest>`;
}

/** The answer as XML; in print the texts of initial and refunded amount are swapped. */
export function resultXml(initial: string, refunded: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<refundResponse xsi:schemaLocation="http://convio.com/crm/v1.0 http://service.convio.net/xmlschema/crm.public.v1.xsd" xmlns="http://convio.com/crm/v1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <refundResultList>
    <refundResult>
      <full_refund>false</full_refund>
      <initial_amount>
        <decimal>2000</decimal>
        <formatted>${initial}</formatted>
      </initial_amount>
      <final_amount>
        <decimal>1000</decimal>
        <formatted>$10.00</formatted>
      </final_amount>
      <refund_amount>
        <decimal>1000</decimal>
        <formatted>${refunded}</formatted>
      </refund_amount>
      <payment_processor_transaction_id>123</payment_processor_transaction_id>
      <payment_transaction_id>1000</payment_transaction_id>
      <refund_transaction_id>1001</refund_transaction_id>
      <success>true</success>
    </refundResult>
  </refundResultList>
</refundResponse>`;
}

/** The same as JSON. */
export function resultJson(initial: string, refunded: string): string {
  return `{"refundResponse":{"refundResultList":{"refundResult":{"payment_transaction_id":"1000","refund_transaction_id":"1001","full_refund":"false","final_amount":{"formatted":"$10.00","decimal":"1000"},"initial_amount":{"formatted":"${initial}","decimal":"2000"},"refund_amount":{"formatted":"${refunded}","decimal":"1000"},"payment_processor_transaction_id":"123","success":"true"}}}}`;
}
