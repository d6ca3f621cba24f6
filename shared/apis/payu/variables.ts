import type { EnvironmentPreset } from '../../definition/api-definition.ts';
import type { VariableSpec } from '../../model/variable.ts';
import { partnerHosts, seed } from './sources.ts';

export const variables: readonly VariableSpec[] = [
  {
    name: 'payu.baseUrl',
    title: 'Base URL',
    kind: 'url',
    secret: false,
    help: 'Everything before /partner/refunds. The printed host is a developer machine; use the one PayU gave you.',
    example: 'https://test-partnerapilayer.payu.in/apilayer',
    source: partnerHosts,
  },
  {
    name: 'payu.accessToken',
    title: 'Access token',
    kind: 'text',
    secret: true,
    help: 'The OAuth token of the partner, sent as a bearer token. It expires after one to two hours.',
    source: seed,
  },
  {
    name: 'payu.clientSecret',
    title: 'Client secret',
    kind: 'text',
    secret: true,
    help: 'The last piece of the hashed text. It is never sent.',
    source: seed,
  },
  {
    name: 'payu.merchantId',
    title: 'Merchant id',
    kind: 'id',
    secret: false,
    help: 'The MID of the merchant who took the payment.',
    example: '8238480',
    source: seed,
  },
  {
    name: 'payu.resellerId',
    title: 'Reseller id',
    kind: 'id',
    secret: false,
    help: 'The reseller UUID that PayU issued for WhatsApp, exactly as issued.',
    example: '1212312213',
    source: seed,
  },
  {
    name: 'payu.payuId',
    title: 'PayU payment id',
    kind: 'id',
    secret: false,
    help: 'The payu_id (mihpayid) of the payment. Up to 18 digits; every digit counts.',
    example: '403993715529606983',
    source: seed,
  },
  {
    name: 'payu.refundId',
    title: 'Refund id',
    kind: 'id',
    secret: false,
    help: 'Your own id of this refund, at most 23 characters, never used before. Repeating it is what makes a retry safe.',
    example: 'test_ref_0001',
    source: seed,
  },
  {
    name: 'payu.amount',
    title: 'Amount',
    kind: 'amount',
    secret: false,
    help: 'Rupees with at most two decimals, not more than is left of the payment. Hashed exactly as written.',
    example: '500.00',
    source: seed,
  },
];

export const presets: readonly EnvironmentPreset[] = [
  {
    title: 'PayU test',
    environmentClass: 'test',
    baseUrl: 'https://test-partnerapilayer.payu.in/apilayer',
    source: partnerHosts,
  },
  {
    title: 'PayU production',
    environmentClass: 'production',
    baseUrl: 'https://api.payu.in',
    source: partnerHosts,
  },
];
