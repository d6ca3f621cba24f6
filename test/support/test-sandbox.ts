import * as v from 'valibot';
import { onTestFinished } from 'vitest';

import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import type { SandboxPatience } from '../../electron/adapters/sandbox/create-sandbox-listener.ts';
import { createSandboxServer, type SandboxServer } from '../../electron/adapters/sandbox/sandbox-server.ts';
import { createSqliteSandboxLedger } from '../../electron/adapters/sandbox/sqlite-sandbox-ledger.ts';
import { systemClock } from '../../electron/adapters/system-clock.ts';
import {
  type AnySandbox,
  defineSandbox,
  type SandboxResponse,
} from '../../shared/definition/sandbox-definition.ts';
import { amountText, idText, moment } from '../../shared/definition/sandbox-schema-parts.ts';
import { ok } from '../../shared/model/result.ts';
import type { SandboxRule } from '../../shared/model/sandbox.ts';
import { parseFault } from '../../shared/model/sandbox-fault.ts';
import { assumption } from '../../shared/model/source.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import { temporaryDirectory } from './temporary-directory.ts';

type Refund = {
  readonly id: string;
  readonly amount: string;
  readonly state: 'waits' | 'done' | 'failed';
  readonly at: number;
};
type State = { readonly refunds: readonly Refund[]; readonly logins: number };

/** JSON with an id that no number can hold, and a letter of more than one byte. */
export const jsonAnswer = '{"id":403993715529606983,"amount":1.00,"note":"é"}';
export const xmlAnswer = '<?xml version="1.0"?><refund><id>403993715529606983</id></refund>';

function respond(body: string, contentType = 'application/json'): SandboxResponse {
  const source = assumption('a test');
  return { status: 200, contentType, headers: [], body, reason: 'it is a test', source };
}

/**
 * A small API: `/base/refund` keeps a refund that waits, its id the body; `/base/xml`, `/base/text` and `/base/login`
 * answer otherwise; `/base/broken` is a defect. The pick `late` is of `/refund`, `moved` of `/xml`.
 */
export const testSandbox: AnySandbox = defineSandbox<State>({
  basePath: '/base',
  variables: {},
  transactions: [],
  series: { first: '1', last: '9', title: 'none', state: 'none' },
  scenarios: [
    { id: 'late', template: 'refund', call: '/refund', how: 'forced', answer: () => respond('"late"') },
    { id: 'moved', template: 'xml', call: '/xml', how: 'forced', answer: () => respond('"moved"') },
  ],
  isLogin: ({ path }) => path === '/login',
  schema: v.strictObject({
    refunds: v.array(
      v.strictObject({
        id: idText,
        amount: amountText,
        state: v.picklist(['waits', 'done', 'failed']),
        at: moment,
      }),
    ),
    logins: moment,
  }),
  seed: () => ({ refunds: [], logins: 0 }),
  describe: ({ refunds, logins }) => [
    ...refunds.map(({ id, state }) => ({ kind: 'refund', id, title: id, state, facts: [] })),
    ...Array.from({ length: logins }, (_, index) => ({
      kind: 'session',
      id: `s${index}`,
      title: 'session',
      state: 'open',
      facts: [],
    })),
  ],
  settling: {
    pending: ({ refunds }) =>
      refunds.filter(({ state }) => state === 'waits').map(({ id, at }) => ({ id, title: id, since: at })),
    settle: (state, id, outcome) =>
      state.refunds.some((refund) => refund.id === id && refund.state === 'waits')
        ? {
            ...state,
            refunds: state.refunds.map((refund) =>
              refund.id === id ? { ...refund, state: outcome === 'success' ? 'done' : 'failed' } : refund,
            ),
          }
        : null,
  },
  handle: ({ path, body }, state, { clock }) => {
    if (path === '/broken') throw new Error('a bug');
    if (path === '/xml') return { state, response: respond(xmlAnswer, 'text/xml') };
    if (path === '/text') return { state, response: respond('plain words', 'text/plain') };
    if (path === '/login')
      return { state: { ...state, logins: state.logins + 1 }, response: respond('"in"') };
    if (path === '/echo') return { state, response: respond(JSON.stringify([...body].length)) };
    const refund: Refund = { id: body, amount: '1.00', state: 'waits', at: clock.now() };
    return {
      state: { ...state, refunds: [...state.refunds, refund] },
      response: respond(jsonAnswer),
      checks: [{ title: 'it is there', passed: true, why: null, source: assumption('a test') }],
    };
  },
});

export type TestServer = {
  readonly server: SandboxServer;
  readonly origin: string;
  readonly port: number;
  /** The refunds that are booked, oldest first. */
  readonly booked: () => readonly string[];
  readonly addFault: (fault: string, rule?: Partial<SandboxRule>) => void;
};

/** The real server with two of the small APIs, `first` and `other`, closed when the test ends. */
export async function startTestSandbox({
  data = temporaryDirectory(),
  patience,
  clock = systemClock,
}: {
  readonly data?: string;
  readonly patience?: SandboxPatience;
  readonly clock?: Clock;
} = {}): Promise<TestServer> {
  const sandboxes = new Map([
    ['first', testSandbox],
    ['other', testSandbox],
  ]);
  const server = createSandboxServer({
    ledger: createSqliteSandboxLedger(data, { sandboxes, tools: { clock, crypto: nodeCrypto } }),
    sandboxes,
    scenarios: (api) => ok([{ id: 'late', code: null, message: api, how: 'forced' }]),
    port: 0,
    anyOtherPort: false,
    ...(patience === undefined ? {} : { patience }),
  });
  onTestFinished(() => server.close());
  const started = await server.start();
  if (!started.ok) throw new Error(started.error.message);
  return {
    server,
    origin: started.value,
    port: Number(new URL(started.value).port),
    booked: () => {
      const state = server.control.state({ api: 'first', records: 500 });
      if (!state.ok) throw new Error(state.error.message);
      return state.value.apis.flatMap(({ records }) =>
        records.filter(({ kind }) => kind === 'refund').map(({ id }) => id),
      );
    },
    addFault: (text, rule = {}) => {
      const fault = parseFault(text);
      if (!fault.ok) throw new Error(fault.error);
      const does = { kind: 'fault', fault: fault.value } as const;
      const added = server.control.change({
        kind: 'add-rule',
        rule: { api: null, does, meets: 'calls', left: 1, ...rule },
      });
      if (!added.ok) throw new Error(added.error.message);
    },
  };
}
