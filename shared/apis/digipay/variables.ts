import type { EnvironmentPreset } from '../../definition/api-definition.ts';
import type { VariableSpec } from '../../model/variable.ts';
import { authenticationPage, sample, seed } from './sources.ts';

export const variables: readonly VariableSpec[] = [
  {
    name: 'digipay.baseUrl',
    title: 'Base URL',
    kind: 'url',
    secret: false,
    help: 'Everything before /digipay/v3. Every customer has a host of their own; the printed one is a private address.',
    example: 'https://wallet.example.com',
    source: seed,
  },
  {
    name: 'digipay.clientId',
    title: 'Client id',
    kind: 'text',
    secret: false,
    help: 'The user name of the login, issued by the operator of the wallet.',
    source: authenticationPage,
  },
  {
    name: 'digipay.secretKey',
    title: 'Secret key',
    kind: 'text',
    secret: true,
    help: 'The password of the login. It is sent to the authenticate call only.',
    source: authenticationPage,
  },
  {
    name: 'digipay.companyId',
    title: 'Company id',
    kind: 'id',
    secret: false,
    help: 'The id of your company on the platform: 32 hexadecimal digits, sent in the CompanyID header.',
    example: '0123456789abcdef0123456789abcdef',
    source: seed,
  },
  {
    name: 'digipay.transactionId',
    title: 'Original transaction id',
    kind: 'id',
    secret: false,
    help: 'The id of the transaction that is refunded: 32 hexadecimal digits.',
    example: 'a0000000000000000000000000000001',
    source: seed,
  },
  {
    name: 'digipay.amount',
    title: 'Amount',
    kind: 'amount',
    secret: false,
    help: 'What to give back, in whole units of the currency of the wallet: 100 is one hundred, not one. Sent as written.',
    example: '100',
    source: seed,
  },
  {
    name: 'digipay.txnCode',
    title: 'Transaction code',
    kind: 'text',
    secret: false,
    help: 'MR or CR; most likely merchant refund and customer refund.',
    example: 'MR',
    defaultValue: 'MR',
    source: sample,
  },
  {
    name: 'digipay.paymentMode',
    title: 'Payment mode',
    kind: 'text',
    secret: false,
    help: 'A whole number. What the numbers mean is not published; the sample sends 2.',
    example: '2',
    defaultValue: '2',
    source: sample,
  },
];

/** The platform is installed for each customer, so there is no host to offer. */
export const presets: readonly EnvironmentPreset[] = [];
