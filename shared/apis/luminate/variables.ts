import type { EnvironmentPreset } from '../../definition/api-definition.ts';
import type { VariableSpec } from '../../model/variable.ts';
import { commonParameters, communityAnswer, seed } from './sources.ts';

const access: readonly VariableSpec[] = [
  {
    name: 'luminate.baseUrl',
    title: 'Base URL',
    kind: 'url',
    secret: false,
    help: 'Everything before /site/SRDonationAPI: the secure host and the short name of the organization.',
    example: 'https://secure2.convio.net/{organization}',
    source: seed,
  },
  {
    name: 'luminate.apiKey',
    title: 'API key',
    kind: 'text',
    secret: false,
    help: 'The site setting CONVIO_API_KEY. Not a secret, but none of & : \\ " \' ? = may be in it.',
    source: commonParameters,
  },
  {
    name: 'luminate.loginName',
    title: 'Login name',
    kind: 'text',
    secret: false,
    help: 'An API Administrator account with the permission "Add and Refund Offline Donations via API".',
    source: seed,
  },
  {
    name: 'luminate.loginPassword',
    title: 'Login password',
    kind: 'text',
    secret: true,
    help: 'The password of that account. It is sent in the body, never in the URL.',
    source: seed,
  },
  {
    name: 'luminate.responseFormat',
    title: 'Answer format',
    kind: 'switch',
    secret: false,
    help: 'xml or json. The answer says the same in both.',
    example: 'json',
    choices: ['xml', 'json'],
    defaultValue: 'xml',
    source: commonParameters,
  },
];

/** Ids are variables in the batches too, so that no template can reach a real transaction by its sample ids. */
const transaction: readonly VariableSpec[] = [
  {
    name: 'luminate.transactionId',
    title: 'Transaction id',
    kind: 'id',
    secret: false,
    help: 'The transaction_id of the payment, as Luminate numbers it.',
    example: '5579',
    source: seed,
  },
  {
    name: 'luminate.refundAmount',
    title: 'Refund amount',
    kind: 'amount',
    secret: false,
    help: 'Whole cents, digits only: 1000 is 10.00. Used by partial refunds.',
    example: '1000',
    source: seed,
  },
  {
    name: 'luminate.confirmationCode',
    title: 'Confirmation code',
    kind: 'id',
    secret: false,
    help: 'The user_confirmation_code of a payment. It can stand in for the transaction id.',
    example: '709-1201-1-4215-5508',
    source: seed,
  },
  {
    name: 'luminate.processorTransactionId',
    title: 'Processor transaction id',
    kind: 'id',
    secret: false,
    help: 'The id the card processor gave the payment. It can stand in for the transaction id.',
    example: '02LWZAMGA9ID3',
    source: seed,
  },
  {
    name: 'luminate.teamraiserId',
    title: 'TeamRaiser transaction id',
    kind: 'id',
    secret: false,
    help: 'The transaction_id of a TeamRaiser registration, in a batch of several kinds.',
    example: '5511',
    source: seed,
  },
  {
    name: 'luminate.ticketOrderId',
    title: 'Ticket order id',
    kind: 'id',
    secret: false,
    help: 'The transaction_id of a ticket order, in a batch of several kinds.',
    example: '5590',
    source: seed,
  },
];

const parts: readonly VariableSpec[] = [
  {
    name: 'luminate.registrationId',
    title: 'Registration id',
    kind: 'id',
    secret: false,
    help: 'The registration whose fee is given back in part. The registration itself stays.',
    example: '1001',
    source: seed,
  },
  {
    name: 'luminate.addonId',
    title: 'Upsell id',
    kind: 'id',
    secret: false,
    help: 'The addon_id of the TeamRaiser upsell to give back.',
    example: '301',
    source: seed,
  },
  {
    name: 'luminate.ticketClassId',
    title: 'Ticket class id',
    kind: 'id',
    secret: false,
    help: 'The class of the tickets to give back.',
    example: '101',
    source: seed,
  },
  {
    name: 'luminate.itemId',
    title: 'Store item id',
    kind: 'id',
    secret: false,
    help: 'The refund_item_id of the store item to give back.',
    example: '502',
    source: seed,
  },
];

export const variables: readonly VariableSpec[] = [...access, ...transaction, ...parts];

export const presets: readonly EnvironmentPreset[] = [
  {
    title: 'Luminate Online (secure2)',
    environmentClass: 'production',
    baseUrl: 'https://secure2.convio.net/{organization}',
    source: seed,
  },
  {
    title: 'Luminate Online (secure3)',
    environmentClass: 'production',
    baseUrl: 'https://secure3.convio.net/{organization}',
    source: communityAnswer,
  },
];
