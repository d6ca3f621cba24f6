import type { State } from '../../../shared/apis/edubrite/sandbox-ledger.ts';
import { sandbox } from '../../../shared/apis/edubrite/sandbox.ts';
import type { SandboxRequest } from '../../../shared/definition/sandbox-definition.ts';
import { formValue, parseForm, writeForm } from '../../../shared/formats/form.ts';
import { type HeaderList, headerValue } from '../../../shared/model/headers.ts';
import type { SandboxMachine } from './sandbox-machine.ts';

const {
  'edubrite.username': username = '',
  'edubrite.password': password = '',
  'edubrite.adminUser': admin = '',
} = sandbox.variables;

const invoices = [
  ...sandbox.transactions.map(({ id }) => id),
  'b1000000-f5b4-11e7-8c3e-024200000001',
  'b1000000-f5b4-11e7-8c3e-024200000002',
  'none',
];

/** An invoice is refunded as a whole: one is paid, and one or none of it is gone. */
export const machine: SandboxMachine = {
  api: 'edubrite',
  refund: (draw, { id = 'none', info = 'none' }) =>
    post('/oltpublish/site/paymentTxnService.do', { dispatch: 'refund', id: draw.from(invoices) }, [
      ['Cookie', `SESSION_ID=${id}; SESSION_INFO=${info}`],
      ['REAL_UNAME', draw.oneIn(12) ? 'learner' : admin],
    ]),
  spoil: (request) => ({ ...request, headers: request.headers.filter(([name]) => name !== 'Cookie') }),
  others: [],
  logIn: [
    () => post('/oltpublish/site/connect.do', {}, []),
    ({ id = 'none' }) =>
      post('/oltpublish/site/connect.do', { username, password }, [['Cookie', `SESSION_ID=${id}`]]),
  ],
  learn: ({ headers }, session) => {
    const cookie = headerValue(headers, 'Set-Cookie') ?? '';
    const [, name = '', value = ''] = /^(SESSION_ID|SESSION_INFO)=([^;]+)/.exec(cookie) ?? [];
    if (name === 'SESSION_ID') return { id: value };
    return name === 'SESSION_INFO' ? { ...session, info: value } : session;
  },
  isBroken: () => false,
  callsOff: () => false,
  accepted: ({ body: asked, path }, { status, body }) => {
    const isAccepted = status === 200 && /^<response code="0">/.test(body) && path.endsWith('Service.do');
    const id = invoiceOf(asked);
    return isAccepted ? [[id, [[id, '1']]]] : [];
  },
  boughtAnew: ({ body }) => [invoiceOf(body)],
  read: (given) => {
    const known = (given as State).invoices;
    const refunded = known.filter(({ state }) => state === 'REFUNDED');
    return {
      accounts: new Map(
        known.map(({ id, state }) => [id, { paid: '1', taken: state === 'REFUNDED' ? '1' : '0' }]),
      ),
      refunds: new Map(refunded.map(({ id }) => [id, { parts: [[id, '1']], counts: true }])),
    };
  },
};

function invoiceOf(body: string): string {
  return formValue(parseForm(body), 'id') ?? '';
}

function post(path: string, fields: Readonly<Record<string, string>>, headers: HeaderList): SandboxRequest {
  const body = writeForm(Object.entries(fields).map(([name, value]) => ({ name, value })));
  const type = ['Content-Type', 'application/x-www-form-urlencoded'] as const;
  return { method: 'POST', path, query: '', headers: [type, ...headers], body };
}
