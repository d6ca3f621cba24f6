import { sandboxAnswer } from '../../definition/sandbox-answer.ts';
import type { SandboxCheckRule } from '../../definition/sandbox-check.ts';
import { compareAmounts, decimalPlaces } from '../../model/amount.ts';
import { equalInConstantTime } from '../../model/equal-in-constant-time.ts';
import { assumption } from '../../model/source.ts';
import { reject, rejection } from './sandbox-answers.ts';
import type { RefundCall } from './sandbox-call.ts';
import { credentials } from './sandbox-credentials.ts';
import { formatTime } from './sandbox-time.ts';
import { authenticationPage, sample, seed } from './sources.ts';

export type LoginCall = { readonly authorization: string; readonly expected: string };

/** The checks of the login. */
export const loginChecks: readonly SandboxCheckRule<LoginCall>[] = [
  {
    title: 'client id and secret key are the demo credentials, as HTTP Basic',
    source: authenticationPage,
    refuse: ({ authorization, expected }) =>
      equalInConstantTime(authorization, expected)
        ? null
        : reject('client id and secret key are not the demo credentials', 401),
  },
];

/** The checks of a refund, in order. That and what is checked is ours, but for the fields of the sample. */
export const refundChecks: readonly SandboxCheckRule<RefundCall>[] = [
  {
    title: 'Authorization starts with "Token "',
    source: authenticationPage,
    refuse: ({ authorization }) =>
      authorization.startsWith('Token ') ? null : reject('Authorization does not start with "Token "', 401),
  },
  {
    title: 'the token was issued here',
    source: rejection,
    refuse: ({ token }) =>
      token === null ? reject('the token was not issued here, or ended long ago', 401) : null,
  },
  {
    title: 'the token has not ended',
    source: rejection,
    refuse: ({ token, now }) =>
      token === null || now < token.endsAt
        ? null
        : reject(`the token ended at ${formatTime(token.endsAt)} UTC`, 401),
  },
  {
    title: 'CompanyID has 32 hexadecimal digits',
    source: sample,
    refuse: ({ companyId }) =>
      /^[\da-f]{32}$/i.test(companyId) ? null : reject('CompanyID is not 32 hexadecimal digits'),
  },
  {
    title: 'CompanyID is the demo company',
    source: rejection,
    refuse: ({ companyId }) =>
      companyId.toLowerCase() === credentials['digipay.companyId']
        ? null
        : reject('CompanyID is not the demo company'),
  },
  {
    title: 'the body is JSON',
    source: rejection,
    refuse: ({ isJson }) => (isJson ? null : reject('the body is not JSON')),
  },
  {
    title: 'the five fields are there and of the right types',
    source: sample,
    refuse: ({ wrongField }) => (wrongField === null ? null : reject(wrongField)),
  },
  {
    title: 'txn_code is MR or CR',
    source: sample,
    refuse: ({ txnCode }) =>
      txnCode === 'MR' || txnCode === 'CR' ? null : reject(`txn_code is ${txnCode}, not MR or CR`),
  },
  {
    title: 'txn_amount is decimal digits above zero',
    source: rejection,
    refuse: ({ isAmount, amount }) =>
      isAmount && compareAmounts(amount, '0') > 0
        ? null
        : reject('txn_amount is not above zero, or not written in decimal digits'),
  },
  {
    title: 'txn_amount has at most two decimals',
    source: rejection,
    refuse: ({ amount }) =>
      decimalPlaces(amount) <= 2 ? null : reject('txn_amount has more than two decimals'),
  },
  {
    title: 'there is a transaction of this initial_txn_id',
    source: rejection,
    refuse: ({ isKnown, initialTxnId }) => (isKnown ? null : reject(`no transaction ${initialTxnId}`)),
  },
  {
    title: 'txn_amount is left of the transaction',
    source: rejection,
    refuse: ({ amount, left }) =>
      compareAmounts(amount, left) <= 0 ? null : reject(`only ${left} is left of the transaction`),
  },
  {
    title: 'the platform works',
    source: assumption('one demo transaction stands for a failure of the platform'),
    refuse: ({ transaction }) =>
      transaction.broken === true
        ? sandboxAnswer(500, 'this transaction stands for a failure of the platform', seed)
        : null,
  },
];
