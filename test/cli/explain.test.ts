import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { type CliRun, jsonOf, openCli } from '../support/run-cli.ts';

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
