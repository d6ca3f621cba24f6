import type { EnvironmentPreset } from '../../definition/api-definition.ts';
import type { VariableSpec } from '../../model/variable.ts';
import { client, refundPage, seed } from './sources.ts';

export const variables: readonly VariableSpec[] = [
  {
    name: 'front-payment.baseUrl',
    title: 'Base URL',
    kind: 'url',
    secret: false,
    help: 'Everything before /connect, so it ends in /api/v1.',
    example: 'https://demo-api.frontpayment.no/api/v1',
    source: refundPage,
  },
  {
    name: 'front-payment.token',
    title: 'Token',
    kind: 'text',
    secret: true,
    help: 'Issued by Front Payment for one organisation; sent as a bearer token.',
    source: refundPage,
  },
  {
    name: 'front-payment.orderUuid',
    title: 'Order UUID',
    kind: 'id',
    secret: false,
    help: 'ODR and digits. It stands in the address, not in the body.',
    example: 'ODR1000000001',
    source: client,
  },
  {
    name: 'front-payment.productId',
    title: 'Product id',
    kind: 'id',
    secret: false,
    help: 'The number of the product inside the order, not the productId you gave it when you made the order.',
    example: '12',
    source: seed,
  },
  {
    name: 'front-payment.amount',
    title: 'Amount',
    kind: 'amount',
    secret: false,
    help: 'Norwegian kroner, not øre: 42 is 42.00 kr. The templates use it as the total and for their one product.',
    example: '42',
    source: seed,
  },
];

export const presets: readonly EnvironmentPreset[] = [
  {
    title: 'Front Payment demo',
    environmentClass: 'test',
    baseUrl: 'https://demo-api.frontpayment.no/api/v1',
    source: refundPage,
  },
  {
    title: 'Front Payment production',
    environmentClass: 'production',
    baseUrl: 'https://apigo.frontpayment.no/api/v1',
    source: client,
  },
];
