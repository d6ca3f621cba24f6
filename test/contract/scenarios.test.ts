import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { apis } from '../../shared/apis/registry.ts';
import { sandboxes } from '../../shared/apis/sandboxes.ts';
import type { ApiDefinition } from '../../shared/definition/api-definition.ts';
import type { CatalogEntry } from '../../shared/definition/catalog-entry.ts';
import type { AnySandbox, SandboxRequest } from '../../shared/definition/sandbox-definition.ts';
import type { SandboxScenario } from '../../shared/definition/sandbox-scenario.ts';
import { compareWithExample } from '../../shared/engine/compare-with-example.ts';
import { explainExample } from '../../shared/engine/explain-example.ts';
import { explainOutcome } from '../../shared/engine/explain-outcome.ts';
import { parseJson } from '../../shared/formats/json.ts';
import type { Exchange } from '../../shared/model/exchange.ts';
import { type HeaderList, headerValue } from '../../shared/model/headers.ts';
import type { RequestParts } from '../../shared/model/request-parts.ts';
import { scenarioHeader } from '../../shared/model/scenario.ts';
import { answerOf, fetchTransport, openBareClient, type Transport } from '../support/bare-client.ts';
import { openTestWorkbench, type TestWorkbench } from '../support/open-test-workbench.ts';

type Scenario = SandboxScenario<unknown>;

const scenarioModules = import.meta.glob<readonly Scenario[]>('../../shared/apis/*/scenarios.ts', {
  eager: true,
  import: 'scenarios',
});

/** Ids of a client of its own, which it has never used before. */
const freshIds: Readonly<Record<string, () => Readonly<Record<string, string>>>> = {
  payu: () => ({ 'payu.payuId': `5${randomInt(1e12)}`, 'payu.refundId': randomBytes(6).toString('hex') }),
  luminate: () => ({ 'luminate.transactionId': `9${randomInt(1e12)}` }),
  'front-payment': () => ({ 'front-payment.orderUuid': `ODR9${randomInt(1e12)}` }),
  digipay: () => ({ 'digipay.transactionId': randomBytes(16).toString('hex') }),
  edubrite: () => ({ 'edubrite.invoiceId': randomUUID() }),
};

/** Entries that no answer to a call of ours carries, with the reason. */
const withoutScenario: Readonly<Record<string, (entry: CatalogEntry) => string | null>> = {
  payu: ({ id }) => (id === '501' || id === '502' ? 'codes of file uploads' : null),
  luminate: ({ id }) => (id === 'donate-101' ? 'an answer of the donate methods' : null),
  'front-payment': () => null,
  digipay: ({ id }) => (id === 'authenticated' ? 'every send gets it, in answer to its login' : null),
  edubrite: ({ id, source, concerns }) => {
    if (id === '0152') return 'every send gets it, in answer to its login';
    if (source.title.includes('Java')) return 'the Java client makes it up, the server never sends it';
    return concerns === 'related page' && /^\d{4}$/.test(id) ? 'a code of other calls' : null;
  },
};

/** Sends the draft of a scenario through the whole core to the sandbox. */
async function sendScenario(workbench: TestWorkbench, api: string, entry: string): Promise<Exchange> {
  const made = await workbench.handlers['scenario.draft']({ api, entry });
  if (!made.ok) throw new Error(made.error.message);
  const sent = await workbench.handlers['exchange.send']({
    draft: made.value.draft,
    environmentId: 'sandbox',
    overrides: {},
    sendId: 'test',
    timeout: 10_000,
    allowInvalid: false,
    repeatOf: [],
    confirmation: null,
  });
  if (!sent.ok) throw new Error(`${entry}: ${sent.error.map(({ message }) => message).join(' ')}`);
  return sent.value;
}

type Got = { readonly status: number; readonly headers: HeaderList; readonly text: string };

/** What is wrong with the answer to a scenario; empty where nothing is. */
function faultsOf({ id, how }: Scenario, first: string | undefined, got: Got): readonly string[] {
  const told = headerValue(got.headers, 'X-Sandbox-How');
  const reason = headerValue(got.headers, 'X-Sandbox-Reason');
  return [
    ...(first === id ? [] : [`${id}: explained as ${first}: ${got.status} ${got.text} (${reason})`]),
    ...(told === how ? [] : [`${id}: said to be ${told}`]),
  ];
}

function faultsOfExchange(api: ApiDefinition, scenario: Scenario, exchange: Exchange): readonly string[] {
  const outcome = (exchange.main ?? exchange.login.at(-1))?.outcome;
  if (outcome?.kind !== 'response') return [`${scenario.id}: no answer`];
  const got = { ...outcome, text: outcome.body.text };
  const repeats = exchange.warnings.filter(({ code }) => code === 'repeated-refund');
  return [
    ...faultsOf(scenario, exchange.explanation?.entries[0], got),
    ...differencesFromPrint(api, scenario.id, exchange),
    ...repeats.map(({ message }) => `${scenario.id}: ${message}`),
  ];
}

/** Where the document prints the answer, the body is the printed one, but for slips and values of the sample. */
function differencesFromPrint(api: ApiDefinition, id: string, exchange: Exchange): readonly string[] {
  const unlike = printedAnswers(api, id).map((example) =>
    compareWithExample(api, exchange, example).sections.flatMap(({ differences }) =>
      differences.filter(({ mark }) => mark === null),
    ),
  );
  const isAsPrinted = unlike.length === 0 || unlike.some((differences) => differences.length === 0);
  return isAsPrinted ? [] : [`${id}: not as printed: ${JSON.stringify(unlike)}`];
}

function printedAnswers(api: ApiDefinition, id: string): ApiDefinition['examples'] {
  return api.examples.filter(
    (example) => example.kind === 'answer' && explainExample(api, example).entries[0] === id,
  );
}

function inChunks<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

describe.each(apis.map((api) => [api.id, api] as const))('scenarios of %s', (id, api) => {
  const scenarios = scenarioModules[`../../shared/apis/${id}/scenarios.ts`];
  const sandbox = sandboxes.get(id);
  if (scenarios === undefined || sandbox === undefined) throw new Error(`${id} has no scenarios`);
  const ids = freshIds[id] ?? (() => ({}));

  it('are one for each catalog entry, but for those that nothing answers with', () => {
    const reasonOf = (entry: CatalogEntry): string | null => withoutScenario[id]?.(entry) ?? null;
    const answered = api.catalog.filter((entry) => reasonOf(entry) === null).map((entry) => entry.id);
    expect(scenarios.map((scenario) => scenario.id).toSorted()).toEqual(answered.toSorted());
  });

  it('are one for each answer that the document prints', () => {
    const printed = api.examples.filter(({ kind }) => kind === 'answer');
    const entries = printed.map((example) => explainExample(api, example).entries[0] ?? '');
    for (const entry of entries) expect(scenarios.map((scenario) => scenario.id)).toContain(entry);
  });

  it('are listed in the order of the catalog', async () => {
    const list = await openTestWorkbench().handlers['scenario.list']({ api: id });
    const listed = list.ok ? list.value : [];
    const order = api.catalog.map((entry) => entry.id);
    expect(listed.length).toBe(scenarios.length);
    expect(listed.map((scenario) => order.indexOf(scenario.id))).toEqual(
      listed.map((scenario) => order.indexOf(scenario.id)).toSorted((left, right) => left - right),
    );
  });

  it.each(inChunks(scenarios, 12).map((chunk) => [chunk.map((one) => one.id).join(' '), chunk] as const))(
    'get their answer through the whole core, on a fresh ledger and on a used one: %s',
    async (_ids, chunk) => {
      const workbench = openTestWorkbench();
      const faults: string[] = [];
      const send = async (scenario: Scenario): Promise<void> =>
        void faults.push(...faultsOfExchange(api, scenario, await sendScenario(workbench, id, scenario.id)));
      // What is forced does not look at the ledger.
      for (const scenario of chunk.filter(({ how }) => how === 'by state')) {
        await workbench.handlers['sandbox.change']({ kind: 'reset', api: null });
        await send(scenario);
        await send(scenario);
      }
      for (const scenario of chunk.toReversed()) await send(scenario);
      expect(faults).toEqual([]);
    },
  );

  it('are given to any HTTP client that sends the header with a request that is right', async () => {
    const started = await openTestWorkbench().handlers['sandbox.start'](null);
    const baseUrl = started.ok ? started.value.apis.find((one) => one.id === id)?.baseUrl : undefined;
    const client = await openBareClient(api, baseUrl ?? '', fetchTransport);
    const faults: string[] = [];
    for (const scenario of scenarios) {
      const headers: HeaderList = [[scenarioHeader, scenario.id]];
      const sent =
        scenario.login === true
          ? await client.logIn(headers)
          : await client.send({ template: scenario.template, set: ids(), headers });
      await client.logIn();
      if (sent === null) faults.push(`${scenario.id}: there is no login`);
      else
        faults.push(
          ...faultsOf(scenario, sent.explanation.entries[0], { ...sent.answer, text: sent.answer.body.text }),
        );
    }
    expect(faults).toEqual([]);
  });

  it('move nothing beyond what is arranged where they refuse, and nothing at all where they are forced', async () => {
    const memory = inMemory(sandbox);
    const client = await openBareClient(api, memory.baseUrl, memory.transport);
    for (const scenario of scenarios) {
      const { template } = scenario;
      const request = client.request({ template, set: ids(), headers: [[scenarioHeader, scenario.id]] });
      // The second time the very same request meets what the first one arranged.
      for (const turn of ['first', 'second']) {
        const before = memory.state();
        const { refused } = await memory.ask(api, template, request);
        const where = `${scenario.id}, ${turn}`;
        if (scenario.how === 'forced') expect(memory.state(), where).toBe(before);
        else if (refused && scenario.login !== true) {
          const arranged = scenario.arrange?.(memory.read(request), before, memory.tools).state ?? before;
          expect(memory.state(), where).toEqual(arranged);
        }
      }
      await client.logIn();
    }
  });

  it('never fail, whatever is sent with the header', () => {
    const { tools } = inMemory(sandbox);
    const calls = scenarios.flatMap(({ call }) => call ?? []);
    const bodies = fc.oneof(
      fc.json(),
      fc.string({ unit: 'binary' }),
      fc.webQueryParameters(),
      likelyBodies(),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...scenarios.map((scenario) => scenario.id), 'nothing', ''),
        fc.constantFrom(...calls, '/'),
        fc.stringMatching(/^[\w%.-]{0,20}$/),
        fc.constantFrom('POST', 'GET', 'PUT'),
        bodies,
        (wanted, call, rest, method, body) => {
          const headers: HeaderList = [
            [scenarioHeader, wanted],
            ['Content-Type', 'application/x-www-form-urlencoded'],
          ];
          const given = { method, path: call + rest, query: '', headers, body };
          const { response } = sandbox.handle(given, structuredClone(sandbox.seed()), tools);
          expect(response.status).toBeGreaterThanOrEqual(200);
          expect(response.reason).not.toBe('');
          if (response.contentType.includes('json')) expect(parseJson(response.body).ok).toBe(true);
        },
      ),
      { seed: 20_260_101, numRuns: 200 },
    );
  });

  it('of which there is none gets a plain 400 that says so, and changes nothing', () => {
    const { tools } = inMemory(sandbox);
    const state = sandbox.seed();
    const headers: HeaderList = [[scenarioHeader.toLowerCase(), 'no-such-entry']];
    const request = { method: 'POST', path: '/', query: '', headers, body: '' };
    const handled = sandbox.handle(request, state, tools);
    expect(handled.state).toBe(state);
    expect(handled.response.status).toBe(400);
    expect(handled.response.body).toMatch(/^Sandbox: there is no scenario no-such-entry/);
  });
});

it('a header about another call changes nothing, and the answer says so', async () => {
  const api = apis.find(({ id }) => id === 'payu');
  const sandbox = sandboxes.get('payu');
  if (api === undefined || sandbox === undefined) throw new Error('PayU is missing');
  const memory = inMemory(sandbox);
  const client = await openBareClient(api, memory.baseUrl, memory.transport);
  const { answer, explanation } = await client.send({
    template: 'refund',
    headers: [[scenarioHeader, 'status-not-found']],
  });
  expect(headerValue(answer.headers, 'X-Sandbox-How')).toBe('of another call');
  expect(explanation.entries[0]).toBe('queued');
});

/** A sandbox without a server; the time stands still. */
function inMemory(sandbox: AnySandbox) {
  const baseUrl = `http://127.0.0.1:1${sandbox.basePath}`;
  const tools = { clock: { now: () => Date.UTC(2026, 0, 31) }, crypto: nodeCrypto };
  let state = structuredClone(sandbox.seed());
  const read = ({ method, url, headers, body }: RequestParts): SandboxRequest => {
    const [path = '', query = ''] = url.slice(baseUrl.length).split('?', 2);
    return { method, path, query, headers, body: body ?? '' };
  };
  const transport: Transport = async (request) => {
    const handled = sandbox.handle(read(request), state, tools);
    state = handled.state;
    const { status, headers, body } = handled.response;
    return answerOf(status, headers, body);
  };
  const ask = async (api: ApiDefinition, template: string, request: RequestParts) => {
    const operation = api.templates.find(({ id }) => id === template)?.operation ?? null;
    const explanation = explainOutcome(api, await transport(request), { operation, request });
    return { refused: explanation.verdict === 'refused' };
  };
  return { baseUrl, tools, transport, read, ask, state: () => state };
}

/** Bodies that get past the first checks, with fields that are off. */
function likelyBodies(): fc.Arbitrary<string> {
  const texts = fc.oneof(fc.constantFrom('1', '0', '-1', '1e9', '', '__proto__', '10.00'), fc.string());
  return fc
    .record({
      refund_id: texts,
      payu_id: texts,
      amount: texts,
      initial_txn_id: texts,
      txn_amount: texts,
      type: texts,
      grandTotal: texts,
      products: fc.array(fc.record({ id: texts, amount: texts })),
      refund_transaction_request: texts,
      id: texts,
      dispatch: texts,
    })
    .map((fields) => JSON.stringify(fields));
}
