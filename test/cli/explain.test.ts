import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import type { RequestDraft } from '../../shared/model/request-draft.ts';
import { type CliRun, expectSentence, jsonOf, openCli } from '../support/run-cli.ts';

type Explained = {
  readonly api: string;
  readonly verdict: string;
  readonly headline: string;
  readonly catalog: readonly { id: string; code: string | null }[];
  readonly nearest: readonly { id: string }[];
};

function explainedOf(run: CliRun): Explained {
  return jsonOf(run) as Explained;
}

/** Answers as they stand in the documents, and what they mean. */
const answers = [
  ['payu', '{"message":"Invalid Hash"}', '403', 'refused', 'invalid-hash', 1],
  ['payu', '{"status":1,"msg":"Refund Request Queued","error_code":102}', '200', 'pending', 'queued', 0],
  ['payu', '{"message":"Invalid Auth token"}', null, 'refused', 'invalid-auth-token', 1],
] as const;

describe('explain', () => {
  it.each(answers)('of %s: %s', async (api, body, status, verdict, entry, code) => {
    const cli = openCli();
    const file = join(cli.workspace, 'answer.txt');
    writeFileSync(file, body);
    const more = status === null ? [] : ['--status', status];
    const run = await cli.run(['explain', file, '--api', api, '--json', ...more]);
    expect(run).toMatchObject({ code, stderr: '' });
    const explained = explainedOf(run);
    expect(explained).toMatchObject({ api, verdict });
    expect(explained.catalog[0]).toMatchObject({ id: entry });
  });

  it('reads standard input', async () => {
    const { start } = openCli();
    const body = '{"message":"Invalid Hash"}';
    const { ended } = start(['explain', '-', '--api', 'payu', '--json'], { input: body });
    expect(explainedOf(await ended).catalog[0]).toMatchObject({ id: 'invalid-hash' });
  });

  it('finds the answer inside a ticket', async () => {
    const input = 'Hello, since Monday we get this:\n\n  {"message":"Invalid Hash"}\n\nWhat shall we do?\n';
    const run = await openCli().run(['explain', '-', '--api', 'payu', '--json'], { input });
    expect(explainedOf(run).catalog[0]).toMatchObject({ id: 'invalid-hash' });
    expect(run.code).toBe(1);
  });

  it('takes the status of a whole response that was pasted', async () => {
    const input =
      'HTTP/1.1 403 Forbidden\r\nContent-Type: application/json\r\n\r\n{"message":"Invalid Hash"}';
    const run = await openCli().run(['explain', '-', '--api', 'payu', '--json'], { input });
    expect(explainedOf(run)).toMatchObject({ verdict: 'refused', catalog: [{ id: 'invalid-hash' }] });
  });

  it.each([
    ['cut off', '{"status":1,"msg":"Refund Re', 'not well-formed JSON'],
    ['empty', '', 'the answer is empty'],
    ['a web page', '<!doctype html><html></html>', 'a web page came back'],
    ['noise', '\u0000\u0001\u0002', 'the answer is plain text'],
  ])('a text that is %s proves nothing: exit 3', async (_what, input, words) => {
    const run = await openCli().run(['explain', '-', '--api', 'payu', '--json'], { input });
    expect(run).toMatchObject({ code: 3, stderr: '' });
    expect(explainedOf(run).verdict).toBe('unknown');
    expect(explainedOf(run).headline).toContain(words);
  });

  it('an answer that is not documented gets the entries that come nearest', async () => {
    const input = '{"message":"Invalid Hashes"}';
    const run = await openCli().run(['explain', '-', '--api', 'payu', '--json'], { input });
    const explained = explainedOf(run);
    expect([...explained.catalog, ...explained.nearest].map(({ id }) => id)).toContain('invalid-hash');
  });

  it('says for people what it means, what to do and whether to send again', async () => {
    const input = '{"message":"Invalid Hash"}';
    const { stdout, code } = await openCli().run(['explain', '-', '--api', 'payu'], { input });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^Refused: /);
    for (const label of ['What to do', 'Send again?', 'Catalog'])
      expect(stdout).toMatch(new RegExp(`^ {2}${label.replace('?', '\\?')} +\\S`, 'm'));
  });

  it('needs no data folder', async () => {
    const env = { REFUND_WORKBENCH_DATA: '/dev/null/data' };
    const run = await openCli().run(['explain', '-', '--api', 'payu'], { input: '{}', env });
    expect(run).toMatchObject({ code: 3, stderr: '' });
  });
});

const command = [
  "curl -X POST 'https://api.payu.in/partner/refunds' \\",
  "  -H 'Authorization: Bearer canary-token-4711' -H 'Content-Type: application/json' \\",
  `  -d '{"refund_id":"R-1","payu_id":403993715529606983,"merchant_id":"1","reseller_id":"2","hash":"x","amount":1.00}'`,
].join('\n');

type ReadCall = {
  readonly api: string;
  readonly operation: string;
  readonly recognised: string;
  readonly draft: RequestDraft;
  readonly verdict?: string;
  readonly remarks: readonly string[];
};

function callsOf(run: CliRun): readonly ReadCall[] {
  return (jsonOf(run) as { calls: readonly ReadCall[] }).calls;
}

function harOf(...statuses: readonly number[]): string {
  const entries = statuses.map((status) => ({
    request: {
      method: 'POST',
      url: status === 204 ? 'https://ads.example/x' : 'https://api.payu.in/partner/refunds',
      headers: [{ name: 'Authorization', value: 'Bearer canary-token-4711' }],
      postData: { text: '{"payu_id":403993715529606983}' },
    },
    response: { status, headers: [], content: { text: '{"message":"Invalid Hash"}', size: 26 } },
  }));
  return JSON.stringify({ log: { version: '1.2', entries } });
}

describe('explain without --api', () => {
  it('recognises an answer, and says by what', async () => {
    const run = await openCli().run(['explain', '-', '--json'], { input: '{"message":"Invalid Hash"}' });
    expect(run.code).toBe(1);
    expect(jsonOf(run)).toMatchObject({ api: 'payu', recognisedBy: 'catalog', verdict: 'refused' });
    const { stdout } = await openCli().run(['explain', '-'], { input: '{"message":"Invalid Hash"}' });
    expect(stdout).toMatch(/^ {2}API +PayU · WhatsApp refunds \(recognised by its error catalog/m);
  });

  it('reads a curl command: its API, its operation and a draft without the secret in it', async () => {
    const run = await openCli().run(['explain', '-', '--json'], { input: command });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).not.toContain('canary');
    const [call] = callsOf(run);
    expect(call).toMatchObject({
      api: 'payu',
      operation: 'refund',
      draft: {
        url: '{{payu.baseUrl}}/partner/refunds',
        headers: [
          ['Authorization', 'Bearer {{payu.accessToken}}'],
          ['Content-Type', 'application/json'],
        ],
      },
    });
    expect(JSON.stringify(call?.draft)).toContain('403993715529606983');
    const { stdout } = await openCli().run(['explain', '-'], { input: command });
    expect(stdout).toMatch(
      /^POST \{\{payu\.baseUrl\}\}\/partner\/refunds\n {2}API +PayU .* · Refund or cancel/,
    );
    expect(stdout).not.toContain('canary');
  });

  it('reads a HAR file: every call an API knows, with what its answer means', async () => {
    const run = await openCli().run(['explain', '-', '--json'], { input: harOf(403, 204) });
    expect(run).toMatchObject({ code: 1, stderr: '' });
    expect(run.stdout).not.toContain('canary');
    expect(callsOf(run)).toMatchObject([{ api: 'payu', operation: 'refund', verdict: 'refused' }]);
    expect(jsonOf(run)).toMatchObject({
      source: 'har',
      remarks: ['1 of 2 calls belong to none of the APIs.'],
    });
  });

  it('reads a file of another character set, and says so', async () => {
    const cli = openCli();
    const file = join(cli.workspace, 'answer.txt');
    writeFileSync(file, Buffer.from('Zur\u00fcck: {"message":"Invalid Hash"}', 'latin1'));
    const run = await cli.run(['explain', file, '--json']);
    expect(jsonOf(run)).toMatchObject({
      api: 'payu',
      remarks: [expect.stringContaining('Windows-1252')],
    });
  });

  it.each([
    ['a HAR file that is cut off', harOf(403).slice(0, 80), /HAR file is not JSON/],
    ['an evidence bundle of another version', '{"format":"refund-workbench-evidence/99"}', /evidence\/99/],
    ['a curl command that is cut off', "curl 'https://x", /never closed/],
    ['calls of nobody', harOf(204), /None of the APIs recognises any call in it/],
  ])('refuses %s with one sentence', async (_title, input, words) => {
    const run = await openCli().run(['explain', '-'], { input });
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(words);
    expectSentence(run);
  });
});

it.each(['json', 'html', 'har'])('explain reads evidence that the workbench wrote as %s', async (format) => {
  const cli = openCli();
  await cli.run(['send', 'payu/refund']);
  const evidence = await cli.run(['history', 'export', '1', '--format', format]);
  expect(evidence.code).toBe(0);
  const run = await cli.run(['explain', '-', '--json'], { input: evidence.stdout });
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(jsonOf(run)).toMatchObject({
    source: 'evidence',
    calls: [{ api: 'payu', operation: 'refund', verdict: 'pending', status: 200 }],
  });
  expect(callsOf(run)[0]?.draft.headers).toContainEqual(['Authorization', 'Bearer {{payu.accessToken}}']);
});
