import type { FollowUp } from '../../definition/api-definition.ts';
import type { RequestTemplate } from '../../definition/request-template.ts';
import type { HeaderList } from '../../model/headers.ts';
import type { DraftBody } from '../../model/request-draft.ts';
import { namespace } from './refund-request.ts';
import { requestField } from './request-fields.ts';

const headers: HeaderList = [['Content-Type', 'application/x-www-form-urlencoded']];

/** The credentials stand in the body, so that no log of URLs ever holds the password. */
function body(lists: string): DraftBody {
  return {
    kind: 'form',
    main: { field: requestField, language: 'xml' },
    fields: [
      { name: 'method', value: 'refundTransaction' },
      { name: 'v', value: '1.0' },
      { name: 'api_key', value: '{{luminate.apiKey}}' },
      { name: 'login_name', value: '{{luminate.loginName}}' },
      { name: 'login_password', value: '{{luminate.loginPassword}}' },
      { name: 'response_format', value: '{{luminate.responseFormat}}' },
      { name: requestField, value: `<refundRequest xmlns="${namespace}">\n${lists}</refundRequest>` },
    ],
  };
}

const call = { operation: 'refund', url: '{{luminate.baseUrl}}/site/SRDonationAPI', headers } as const;

const single: readonly RequestTemplate[] = [
  {
    ...call,
    id: 'refund',
    title: 'Refund a donation',
    summary: 'Records that a whole donation was given back.',
    body: body(`  <donRefundInfoList>
    <donRefundInfo>
      <transaction_id>{{luminate.transactionId}}</transaction_id>
      <process_transaction>false</process_transaction>
      <refund_type>full</refund_type>
      <send_autoresponder>false</send_autoresponder>
    </donRefundInfo>
  </donRefundInfoList>
`),
    demo: { 'luminate.transactionId': '5601' },
  },
  {
    ...call,
    id: 'partial-refund',
    title: 'Refund part of a donation',
    summary: 'Records that a part of a donation was given back; the rest can follow later.',
    body: body(`  <donRefundInfoList>
    <donRefundInfo>
      <transaction_id>{{luminate.transactionId}}</transaction_id>
      <process_transaction>false</process_transaction>
      <refund_type>partial</refund_type>
      <send_autoresponder>false</send_autoresponder>
      <refund_amount>{{luminate.refundAmount}}</refund_amount>
    </donRefundInfo>
  </donRefundInfoList>
`),
    demo: { 'luminate.transactionId': '1000', 'luminate.refundAmount': '1000' },
  },
  {
    ...call,
    id: 'teamraiser',
    title: 'TeamRaiser registration',
    summary: 'Records that a whole TeamRaiser payment was given back. The registration itself stays.',
    body: body(`  <trRefundInfoList>
    <trRefundInfo>
      <transaction_id>{{luminate.transactionId}}</transaction_id>
      <process_transaction>false</process_transaction>
      <refund_type>full</refund_type>
      <send_autoresponder>false</send_autoresponder>
    </trRefundInfo>
  </trRefundInfoList>
`),
    demo: { 'luminate.transactionId': '5611' },
  },
  {
    ...call,
    id: 'teamraiser-partial',
    title: 'TeamRaiser, fee, gift and upsell',
    summary: 'Gives back part of a registration fee, of the gift made with it, and an upsell.',
    body: body(`  <trRefundInfoList>
    <trRefundInfo>
      <transaction_id>{{luminate.transactionId}}</transaction_id>
      <process_transaction>false</process_transaction>
      <refund_type>partial</refund_type>
      <send_autoresponder>false</send_autoresponder>
      <regRefundDataList>
        <regRefundData>
          <registration_id>{{luminate.registrationId}}</registration_id>
          <reg_refund_amount>1000</reg_refund_amount>
          <gift_refund_amount>1300</gift_refund_amount>
        </regRefundData>
      </regRefundDataList>
      <addOnRefundDataList>
        <addOnRefundData>
          <addon_id>{{luminate.addonId}}</addon_id>
          <addon_refund_amount>500</addon_refund_amount>
        </addOnRefundData>
      </addOnRefundDataList>
    </trRefundInfo>
  </trRefundInfoList>
`),
    demo: {
      'luminate.transactionId': '5612',
      'luminate.registrationId': '1002',
      'luminate.addonId': '301',
    },
  },
];

const otherKinds: readonly RequestTemplate[] = [
  {
    ...call,
    id: 'personal-fundraising',
    title: 'Personal fundraising gift',
    summary: 'Gives back part of a personal fundraising gift and part of the additional gift.',
    body: body(`  <pfRefundInfoList>
    <pfRefundInfo>
      <transaction_id>{{luminate.transactionId}}</transaction_id>
      <process_transaction>false</process_transaction>
      <refund_type>partial</refund_type>
      <send_autoresponder>false</send_autoresponder>
      <refund_amount>{{luminate.refundAmount}}</refund_amount>
      <gift_refund_amount>500</gift_refund_amount>
    </pfRefundInfo>
  </pfRefundInfoList>
`),
    demo: { 'luminate.transactionId': '5621', 'luminate.refundAmount': '2500' },
  },
  {
    ...call,
    id: 'tickets',
    title: 'Ticketed event',
    summary:
      'Gives back one ticket of a class and part of the additional gift; the other tickets stay valid.',
    body: body(`  <ticketRefundInfoList>
    <ticketRefundInfo>
      <transaction_id>{{luminate.transactionId}}</transaction_id>
      <process_transaction>false</process_transaction>
      <refund_type>partial</refund_type>
      <send_autoresponder>false</send_autoresponder>
      <gift_refund_amount>1000</gift_refund_amount>
      <cancel_all_tickets>false</cancel_all_tickets>
      <ticket_refund_item>
        <ticket_class_id>{{luminate.ticketClassId}}</ticket_class_id>
        <ticket_refund_amount>6500</ticket_refund_amount>
        <num_of_tickets>1</num_of_tickets>
      </ticket_refund_item>
    </ticketRefundInfo>
  </ticketRefundInfoList>
`),
    demo: { 'luminate.transactionId': '5631', 'luminate.ticketClassId': '101' },
  },
  {
    ...call,
    id: 'ecommerce',
    title: 'Store order',
    summary: 'Gives back one item of a store order, its shipping and part of the additional gift.',
    body: body(`  <ecommerceRefundInfoList>
    <ecommerceRefundInfo>
      <transaction_id>{{luminate.transactionId}}</transaction_id>
      <process_transaction>false</process_transaction>
      <refund_type>partial</refund_type>
      <send_autoresponder>false</send_autoresponder>
      <gift_refund_amount>1000</gift_refund_amount>
      <shipping_refund_amount>795</shipping_refund_amount>
      <refund_item_id>{{luminate.itemId}}</refund_item_id>
    </ecommerceRefundInfo>
  </ecommerceRefundInfoList>
`),
    demo: { 'luminate.transactionId': '5641', 'luminate.itemId': '502' },
  },
];

const batches: readonly RequestTemplate[] = [
  {
    ...call,
    id: 'mixed-batch',
    title: 'Mixed batch, five kinds',
    summary: 'One refund of each kind in a single call, named in the three ways there are.',
    body: body(`  <donRefundInfoList>
    <donRefundInfo>
      <transaction_id>{{luminate.transactionId}}</transaction_id>
      <refund_type>partial</refund_type>
      <refund_amount>{{luminate.refundAmount}}</refund_amount>
    </donRefundInfo>
  </donRefundInfoList>
  <trRefundInfoList>
    <trRefundInfo>
      <transaction_id>{{luminate.teamraiserId}}</transaction_id>
      <refund_type>full</refund_type>
    </trRefundInfo>
  </trRefundInfoList>
  <pfRefundInfoList>
    <pfRefundInfo>
      <user_confirmation_code>{{luminate.confirmationCode}}</user_confirmation_code>
    </pfRefundInfo>
  </pfRefundInfoList>
  <ticketRefundInfoList>
    <ticketRefundInfo>
      <transaction_id>{{luminate.ticketOrderId}}</transaction_id>
      <cancel_all_tickets>true</cancel_all_tickets>
    </ticketRefundInfo>
  </ticketRefundInfoList>
  <ecommerceRefundInfoList>
    <ecommerceRefundInfo>
      <processor_transaction_id>{{luminate.processorTransactionId}}</processor_transaction_id>
    </ecommerceRefundInfo>
  </ecommerceRefundInfoList>
`),
    demo: {
      'luminate.transactionId': '5602',
      'luminate.refundAmount': '1000',
      'luminate.teamraiserId': '5613',
      'luminate.confirmationCode': '709-1201-1-5622-5622',
      'luminate.ticketOrderId': '5632',
      'luminate.processorTransactionId': 'DEMO000005642',
    },
  },
  {
    ...call,
    id: 'batch-with-refusal',
    title: 'Batch with one refusal',
    summary: 'Two donations and a ticket order that was refunded before: two are recorded, one is refused.',
    body: body(`  <donRefundInfoList>
    <donRefundInfo>
      <transaction_id>{{luminate.transactionId}}</transaction_id>
      <refund_type>partial</refund_type>
      <refund_amount>{{luminate.refundAmount}}</refund_amount>
    </donRefundInfo>
    <donRefundInfo>
      <user_confirmation_code>{{luminate.confirmationCode}}</user_confirmation_code>
    </donRefundInfo>
  </donRefundInfoList>
  <ticketRefundInfoList>
    <ticketRefundInfo>
      <transaction_id>{{luminate.ticketOrderId}}</transaction_id>
      <cancel_all_tickets>true</cancel_all_tickets>
    </ticketRefundInfo>
  </ticketRefundInfoList>
`),
    demo: {
      'luminate.transactionId': '5579',
      'luminate.refundAmount': '1000',
      'luminate.confirmationCode': '709-1201-1-4215-5508',
      'luminate.ticketOrderId': '5591',
    },
  },
];

export const templates: readonly RequestTemplate[] = [...single, ...otherKinds, ...batches];

/** Luminate has no call that tells what became of a refund. */
export function followUp(): FollowUp | null {
  return null;
}
