import { describe, expect, it, onTestFinished } from 'vitest';

import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { createSandboxServer } from '../../electron/adapters/sandbox/sandbox-server.ts';
import { listScenarios } from '../../electron/core/list-scenarios.ts';
import { createSqliteSandboxLedger } from '../../electron/adapters/sandbox/sqlite-sandbox-ledger.ts';
import { systemClock } from '../../electron/adapters/system-clock.ts';
import { findApi } from '../../shared/apis/registry.ts';
import { findScenario, sandboxes } from '../../shared/apis/sandboxes.ts';
import type { ApiDefinition } from '../../shared/definition/api-definition.ts';
import { howHeader } from '../../shared/definition/sandbox-definition.ts';
import { explainOutcome } from '../../shared/engine/explain-outcome.ts';
import { type HeaderList, headerValue } from '../../shared/model/headers.ts';
import type { Explanation } from '../../shared/model/explanation.ts';
import type { Outcome } from '../../shared/model/outcome.ts';
import type { RequestParts } from '../../shared/model/request-parts.ts';
import type { SandboxControl } from '../../shared/ports/sandbox-host.ts';
import { scenarioHeader } from '../../shared/model/scenario.ts';
import { answerOf, fetchTransport } from '../support/bare-client.ts';
import { openTestWorkbench, type TestWorkbench } from '../support/open-test-workbench.ts';
import {
  bodyToCome,
  type PrintedDocument,
  type PrintedResponse,
  siteOf,
} from '../support/printed-document.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { unlikeBodies } from '../support/unlike-bodies.ts';
import { valueOf } from '../support/value-of.ts';
import { digipay } from './printed-responses/digipay.ts';
import { edubrite } from './printed-responses/edubrite.ts';
import { frontPayment } from './printed-responses/front-payment.ts';
import { luminate } from './printed-responses/luminate.ts';
import { payu } from './printed-responses/payu.ts';

type Answer = Extract<Outcome, { kind: 'response' }>;
type Server = { readonly origin: string; readonly control: SandboxControl };

/** The real server on a free port; every test of an API has one, and puts its ledger back for each response. */
async function startServer(): Promise<Server> {
  const tools = { clock: systemClock, crypto: nodeCrypto };
  const ledger = createSqliteSandboxLedger(temporaryDirectory(), { sandboxes, tools });
  const server = createSandboxServer({
    ledger,
    sandboxes,
    scenarios: listScenarios,
    port: 0,
    anyOtherPort: false,
  });
  onTestFinished(() => server.close());
  return { origin: valueOf(await server.start()), control: server.control };
}

function apiOf(id: string): ApiDefinition {
  const api = findApi(id);
  if (api === null) throw new Error(`There is no API ${id}`);
  return api;
}

/** What the pipeline makes of an answer that is all somebody has of it. */
function explainAlone(api: ApiDefinition, answer: Answer, request: RequestParts | null = null): Explanation {
  return explainOutcome(api, answer, { operation: request === null ? null : 'refund', request });
}

type Comparison<Call> = {
  readonly api: ApiDefinition;
  readonly response: PrintedResponse<Call>;
  readonly answer: Answer;
  readonly request: RequestParts | null;
  readonly instead?: Readonly<Record<string, string>>;
};

/** The answer is the printed one, says how sure that is, and is explained by exactly the printed entry. */
function expectAsPrinted<Call>({ api, response, answer, request, instead }: Comparison<Call>): void {
  const { where, status, entry, confidence, made } = response;
  expect.soft(answer.status, where).toBe(status);
  const body = bodyToCome(response, instead);
  if (body === null) expect.soft(answer.body.text, where).not.toBe('');
  else expect.soft(unlikeBodies(body, answer.body.text, made), where).toBeNull();
  expect.soft(headerValue(answer.headers, 'X-Sandbox-Confidence'), where).toBe(confidence);
  for (const known of [request, null]) {
    const explained = explainAlone(api, answer, known);
    expect.soft([explained.entries[0], explained.equallyGood], where).toEqual([entry, 1]);
  }
}

/** From a fresh ledger, one call after the other, each once; the answer to the last with what it was asked by. */
async function ask<Call>(
  { api, openClient }: PrintedDocument<Call>,
  { origin }: Server,
  calls: readonly Call[],
  headers: HeaderList = [],
): Promise<{ readonly answer: Answer; readonly request: RequestParts }> {
  const write = await openClient(siteOf(origin, api));
  const [last, ...before] = calls.toReversed();
  if (last === undefined) throw new Error(`${api}: nothing to ask`);
  for (const call of before.toReversed()) await fetchTransport(write(call));
  const plain = write(last);
  const request = { ...plain, headers: [...plain.headers, ...headers] };
  return { answer: await fetchTransport(request), request };
}

function reset({ control }: Server): void {
  valueOf(control.change({ kind: 'reset', api: null }));
}

/** Sends the draft of a scenario through the whole core, and gives the entries that explain what came of it. */
async function sendThroughCore(workbench: TestWorkbench, api: string, entry: string) {
  const { draft } = valueOf(await workbench.handlers['scenario.draft']({ api, entry }));
  const exchange = valueOf(
    await workbench.handlers['exchange.send']({
      draft,
      environmentId: 'sandbox',
      overrides: {},
      sendId: 'test',
      timeout: 10_000,
      allowInvalid: false,
      repeatOf: [],
      confirmation: null,
    }),
  );
  const outcome = exchange.main?.outcome;
  return {
    status: outcome?.kind === 'response' ? outcome.status : null,
    entry: exchange.explanation?.entries[0],
  };
}

/** The templates that lead to the printed successes as they stand, in the sandbox. */
const successes: readonly (readonly [api: string, template: string, entry: string])[] = [
  ['payu', 'refund', 'queued'],
  ['luminate', 'partial-refund', 'recorded'],
  ['front-payment', 'refund', 'refund-requested'],
  ['front-payment', 'reversal', 'reversed'],
  ['digipay', 'refund', 'refunded'],
  ['edubrite', 'refund', 'success'],
];

/** What is tested of a document. */
function describeDocument<Call>(document: PrintedDocument<Call>): void {
  const { api: id, responses, notPrinted } = document;
  const api = apiOf(id);

  it('comes naturally, without a header or a control call, wherever a state leads there', async () => {
    const server = await startServer();
    for (const response of responses) {
      const { natural, instead = {}, where } = response;
      if (typeof natural === 'string') {
        expect.soft(findScenario(id, response.pick)?.how, `${where}: ${natural}`).toBe('forced');
        continue;
      }
      reset(server);
      const { answer, request } = await ask(document, server, natural);
      expectAsPrinted({ api, response, answer, request, instead });
      expect.soft(headerValue(answer.headers, howHeader), where).toBeNull();
      // What is not compared word for word has to be of the call itself.
      for (const own of Object.values(instead)) expect.soft(request.body, where).toContain(own);
    }
  });

  it('comes by a pick in a header', async () => {
    const server = await startServer();
    for (const response of responses) {
      reset(server);
      const { pick, asked, where } = response;
      const { answer, request } = await ask(document, server, [asked], [[scenarioHeader, pick]]);
      expectAsPrinted({ api, response, answer, request });
      expect.soft(headerValue(answer.headers, howHeader), where).toBe(findScenario(id, pick)?.how);
    }
  });

  it('comes by a pick as a rule, which is used up by the one call that gets it', async () => {
    const server = await startServer();
    for (const response of responses) {
      reset(server);
      const { pick, asked, where } = response;
      const does = { kind: 'pick', entry: pick } as const;
      const rule = { api: id, does, meets: 'everything', left: 1 } as const;
      valueOf(server.control.change({ kind: 'add-rule', rule }));
      const { answer, request } = await ask(document, server, [asked]);
      expectAsPrinted({ api, response, answer, request });
      expect.soft(headerValue(answer.headers, howHeader), where).toBe(findScenario(id, pick)?.how);
      const left = valueOf(server.control.state({ api: id, records: 1 })).controls.rules;
      expect.soft(left, where).toEqual([]);
    }
  });

  it('is explained by exactly its catalog entry, as it stands in the document', () => {
    for (const response of responses) {
      const { status, made = {} } = response;
      const names = Object.keys(made);
      const body = bodyToCome(response) ?? '';
      const text = names.reduce((all, name) => all.replaceAll(`<${name}>`, `"${name}"`), body);
      const explained = explainAlone(api, answerOf(status, [], text));
      const first = [explained.entries[0], explained.equallyGood];
      expect.soft(first, response.where).toEqual([response.entry, 1]);
    }
  });

  it('comes back from a send through the whole core with its catalog entry first', async () => {
    const workbench = openTestWorkbench();
    const picked = new Map(responses.map((response) => [response.pick, response]));
    for (const { pick, entry, status, where } of picked.values()) {
      expect.soft(await sendThroughCore(workbench, id, pick), where).toEqual({ status, entry });
    }
  });

  it('has the printed code and words in its catalog entry', () => {
    for (const { entry: wanted, code, message, status, where } of responses) {
      const entry = api.catalog.find((one) => one.id === wanted);
      expect.soft(entry?.source.origin, where).toBe('document');
      expect.soft(entry?.code ?? null, where).toBe(code);
      if (message !== null) expect.soft(message, where).toMatch(patternOf(entry?.message ?? ''));
      if (entry?.status.length !== 0) expect.soft(entry?.status, where).toContain(status);
    }
  });

  it('is all that the catalog says to be of the document, but for what it prints no response for', () => {
    const ofDocument = api.catalog.filter(({ source }) => source.origin === 'document').map((one) => one.id);
    const listed = new Set([...responses.map(({ entry }) => entry), ...Object.keys(notPrinted)]);
    expect([...listed].toSorted()).toEqual(ofDocument.toSorted());
    for (const { entry } of responses) expect(Object.keys(notPrinted)).not.toContain(entry);
  });

  it('is in the list wherever the product shows it as a sample of the document', () => {
    const shown = api.examples.filter(({ kind }) => kind === 'answer');
    expect(shown.length).toBeGreaterThan(0);
    for (const { status, text, title } of shown) {
      const answer = answerOf(status ?? 200, [], text);
      const [entry] = explainAlone(api, answer).entries;
      expect
        .soft(
          responses.map((one) => one.entry),
          title,
        )
        .toContain(entry);
    }
  });
}

/** The words of a catalog entry, in which `{name}` stands for any text. */
function patternOf(message: string): RegExp {
  const pieces = message.split(/\{\w+\}/).map((piece) => RegExp.escape(piece));
  return new RegExp(`^${pieces.join('.+')}$`);
}

describe('every response printed in the document of PayU', () => describeDocument(payu));
describe('every response printed in the document of Luminate', () => describeDocument(luminate));
describe('every response printed in the document of Front Payment', () => describeDocument(frontPayment));
describe('every response printed in the document of DigiPay', () => describeDocument(digipay));
describe('every response printed in the document of EduBrite', () => describeDocument(edubrite));

it('the successes come back naturally from a send through the whole core, too', async () => {
  const workbench = openTestWorkbench();
  for (const [api, template, entry] of successes) {
    await workbench.handlers['sandbox.change']({ kind: 'reset', api: null });
    const { explanation } = await workbench.send(api, template);
    const first = [explanation?.entries[0], explanation?.equallyGood];
    expect.soft(first, `${api}/${template}`).toEqual([entry, 1]);
  }
});

it('the printed request of Luminate, its slips mended, gets a recorded refund for each of its ten items', async () => {
  const sample = apiOf('luminate').examples.find(({ kind }) => kind === 'request');
  const server = await startServer();
  const { answer, request } = await ask(luminate, server, [
    { format: 'xml' as const, request: sample?.text ?? '' },
  ]);
  expect(answer.body.text.match(/<success>true<\/success>/g)).toHaveLength(10);
  expect(answer.body.text.match(/<refundResult>/g)).toHaveLength(10);
  expect(explainAlone(apiOf('luminate'), answer, request).entries[0]).toBe('recorded');
});

describe('the comparison with what is printed', () => {
  const made = { id: /^"\d{3}"$/ };
  const wanted = '{ "a": 403993715529339129, "b": [<id>], "c": "x" }';

  it('looks past blanks, and at what a name stands for', () => {
    expect(unlikeBodies(wanted, '{"a":403993715529339129,"b":["123"],"c":"x"}', made)).toBeNull();
  });

  it.each([
    ['another last digit', '{"a":403993715529339128,"b":["123"],"c":"x"}'],
    ['a text in place of a number', '{"a":"403993715529339129","b":["123"],"c":"x"}'],
    ['another order', '{"b":["123"],"a":403993715529339129,"c":"x"}'],
    ['a member more', '{"a":403993715529339129,"b":["123"],"c":"x","d":1}'],
    ['a member less', '{"a":403993715529339129,"b":["123"]}'],
    ['two where one is made up', '{"a":403993715529339129,"b":["123","124"],"c":"x"}'],
    ['what does not fit the name', '{"a":403993715529339129,"b":["12"],"c":"x"}'],
    ['a blank inside a text', '{"a":403993715529339129,"b":["123"],"c":"x "}'],
    ['no JSON', '{"a":403993715529339129,"b":["123"],"c":"x"'],
  ])('finds %s', (_what, got) => {
    expect(unlikeBodies(wanted, got, made)).not.toBeNull();
  });

  it('of XML looks past blanks around texts, and at CDATA as text', () => {
    expect(unlikeBodies('<r c="0">\n<v>\n <![CDATA[S]]> </v></r>', '<r c="0"><v>S</v></r>')).toBeNull();
  });

  it.each([
    '<r c="1"><v>S</v></r>',
    '<r c="0"><v>T</v></r>',
    '<r c="0"><w>S</w></r>',
    '<r c="0"><v>S</v><v/></r>',
    '<r c="0"/>',
    'S',
  ])('of XML finds what is different in %s', (got) => {
    expect(unlikeBodies('<r c="0"><v>S</v></r>', got)).not.toBeNull();
  });
});
