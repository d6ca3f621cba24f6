import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

import type { Problem } from '../../shared/model/problem.ts';
import { startRawServer } from '../support/raw-server.ts';
import { selfSignedCertificate } from '../support/self-signed-certificate.ts';
import {
  type Cli,
  cliEntry,
  type CliRun,
  type CliTuning,
  expectSentence,
  jsonOf,
  openCli,
} from '../support/run-cli.ts';

const refund = ['send', 'payu/refund'] as const;
const set = (pair: string): readonly string[] => [...refund, '--set', pair];

type Case = readonly [what: string, args: readonly string[], sentence: RegExp];

const wrongUse: readonly Case[] = [
  ['an unknown command', ['sent'], /There is no command "sent"\. Did you mean send\?/],
  [
    'a command far from any',
    ['frobnicate'],
    /There is no command "frobnicate"\. See help for the commands\./,
  ],
  ['no target', ['send'], /Something is missing\. Usage: send <api>\/<template>/],
  ['an API without a template', ['send', 'payu'], /"payu" names no template\. Use one of: payu\/refund, /],
  ['an unknown API', ['send', 'pay/refund'], /There is no API "pay"\. Did you mean payu\? Use one of: /],
  ['an unknown template', ['send', 'payu/refnd'], /payu has no template "refnd"\. Did you mean refund\?/],
  ['a target of three parts', ['send', 'payu/refund/x'], /payu has no template/],
  ['an unknown environment', [...refund, '--env', 'prod'], /no environment "prod"\. Use one of: sandbox;/],
  ['--env without a name', [...refund, '--env'], /The option --env needs a value\./],
  [
    '--set without a pair',
    [...refund, '--set', 'amount'],
    /--set amount has no name and value\. Write --set/,
  ],
  ['--set without a name', [...refund, '--set', '=5'], /--set =5 has no name and value\./],
  [
    'a misspelt variable',
    set('payu.amont=1'),
    /uses no variable "payu\.amont"\. Did you mean payu\.amount\?/,
  ],
  ['a variable of another API', set('digipay.amount=1'), /uses no variable "digipay\.amount"/],
  ['an unknown option', [...refund, '--jsno'], /There is no option --jsno\. Did you mean --json\?/],
  ['a value where none belongs', [...refund, '--dry-run=yes'], /The option --dry-run takes no value\./],
  ['a word too many', [...refund, 'now'], /"now" is one word too many\./],
  [
    'a time-out that is no number',
    [...refund, '--timeout', 'soon'],
    /--timeout soon is not a whole number from 1/,
  ],
  [
    'a time-out of nothing',
    [...refund, '--timeout', '0'],
    /--timeout 0 is not a whole number from 1 to 3600/,
  ],
  [
    'a body file that is missing',
    [...refund, '--body', '/nowhere.json'],
    /\(\/nowhere\.json\): it does not exist/,
  ],
  ['nothing to explain', ['explain', '--api', 'payu'], /Something is missing\. Usage: explain/],
  [
    'an answer that no API knows',
    ['explain', '-'],
    /None of the APIs recognises the answer\. Usage: explain/,
  ],
  ['an answer of an unknown API', ['explain', '-', '--api', 'pay'], /There is no API "pay"/],
  ['a status that is none', ['explain', '-', '--api', 'payu', '--status', '42'], /--status 42 is not/],
  ['an answer file that is missing', ['explain', '/nowhere', '--api', 'payu'], /it does not exist/],
  ['an answer that is a folder', ['explain', '/', '--api', 'payu'], /a folder stands where a file is needed/],
  ['history without a verb', ['history'], /Say what to do with the history\. Use one of: list/],
  ['an unknown history verb', ['history', 'delete'], /The history has no verb "delete"\. Use one of: list/],
  ['history show without an id', ['history', 'show'], /Something is missing\. Usage: history show <id>/],
  [
    'an unknown history entry',
    ['history', 'show', '77'],
    /The history has no entry 77\. Look it up in the history/,
  ],
  ['a history id that is none', ['history', 'show', '1; DROP TABLE'], /has no entry 1; DROP TABLE/],
  ['a limit out of range', ['history', 'list', '--limit', '501'], /--limit 501 is not a whole number from 1/],
  ['audit without a verb', ['audit'], /Something is missing\. Usage: audit verify/],
  ['an unknown audit verb', ['audit', 'clear'], /There is no "audit clear"\. Usage: audit verify/],
  ['a head that is no hash', ['audit', 'verify', '--head', 'ABC'], /--head ABC is no hash of 64 digits/],
  ['a head to export', ['audit', 'export', '--head', 'a'.repeat(64)], /audit export takes no --head\. Usage/],
  ['an unknown sandbox verb', ['sandbox', 'stop'], /There is no "sandbox stop"\. Use one of: state, log/],
  [
    'a port out of range',
    ['sandbox', '--port', '65536'],
    /--port 65536 is not a whole number from 0 to 65535/,
  ],
  ['a port that is no number', ['serve', '--no-open', '--port', 'http'], /--port http is not a whole number/],
];

describe('wrong use', () => {
  it.each(wrongUse)('%s: one sentence with what to do, exit 2', async (_what, args, sentence) => {
    const run = await openCli().run(args);
    expect(run.code).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr).toMatch(sentence);
    expectSentence(run);
  });

  it.each(wrongUse.filter(([, args]) => args[0] !== 'serve'))(
    '%s: with --json the same as JSON on standard output',
    async (_what, args, sentence) => {
      // In front, where it is nobody's value.
      const run = await openCli().run([args[0] ?? '', '--json', ...args.slice(1)]);
      expect(run.code).toBe(2);
      const { problems } = jsonOf(run) as { problems: readonly Problem[] };
      const [problem] = problems;
      expect(problems).toHaveLength(1);
      expect(`${problem?.message} ${problem?.remedy}`).toMatch(sentence);
      expect(problem?.code).toMatch(/^[a-z-]+$/);
      expectSentence(run);
    },
  );

  it('a --workspace without a folder', async () => {
    const { run } = openCli();
    const sentence = 'The option --workspace needs a folder. Write --workspace DIR.\n';
    expect(await run(['apis', '--workspace='])).toMatchObject({ code: 2, stdout: '', stderr: sentence });
    const json = await run(['--workspace', '--json', 'apis']);
    expect(json).toMatchObject({ code: 2, stderr: sentence });
    expect(jsonOf(json)).toMatchObject({ problems: [{ remedy: 'Write --workspace DIR.' }] });
  });
});

/** Nothing left: no exchange was recorded. */
async function expectNothingSent(cli: Cli): Promise<void> {
  expect((await cli.run(['history', 'list'])).stdout).toBe('Nothing has been sent yet.\n');
}

describe('a draft that cannot be sent', () => {
  it.each([
    ['an empty variable', set('payu.amount='), 'Body, line 7, column 13: The variable payu.amount is empty.'],
    ['a comma', set('payu.amount=1,00'), 'The variable payu.amount is 1,00, which has a comma. Write digits'],
    ['an exponent', set('payu.amount=1e3'), 'payu.amount is 1e3, which is written with an exponent.'],
    ['words', set('payu.amount=ten'), 'The variable payu.amount is ten, which is not a number.'],
    ['a blank', set('payu.amount=1 000'), 'The variable payu.amount is 1 000, which has a blank in it.'],
    ['no scheme', set('payu.baseUrl=test.payu.in'), 'does not start with http:// or https://.'],
    [
      'an unknown choice',
      ['send', 'luminate/refund', '--set', 'luminate.responseFormat=yaml'],
      'Use xml or json.',
    ],
  ])('%s: the variable is named, nothing is sent, exit 2', async (_what, args, sentence) => {
    const cli = openCli();
    for (const more of [[], ['--dry-run']]) {
      const run = await cli.run([...args, ...more]);
      expect(run.code).toBe(2);
      expect(run.stderr).toContain(sentence);
      expectSentence(run);
    }
    await expectNothingSent(cli);
  });

  it.each([
    [
      'payu',
      '{\n  "refund_id": "R-1",\n  "amount": ,\n}',
      /^Body, line 3, column 13: The body is not JSON: line 3/,
    ],
    ['payu', '', /^Body, line 1, column 1: The body is not JSON/],
    [
      'payu',
      '{"refund_id": "{{ticket}}"}',
      /^Body, line 1, column 16: The variable ticket has no value\. Give/,
    ],
    [
      'luminate',
      '<refundRequest>\n  <a>\n</refundRequest>',
      /line 2, column \d+: The body is not well-formed XML/,
    ],
    ['luminate', '<!DOCTYPE a><a/>', /The body is not well-formed XML: line 1, column \d+: /],
  ])('a body of %s that is %j: line and column, exit 2', async (api, body, sentence) => {
    const cli = openCli();
    const run = await cli.run(['send', `${api}/refund`, '--body', '-'], { input: body });
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(sentence);
    expectSentence(run);
    await expectNothingSent(cli);
  });

  it('an amount with too many decimals is told on the sandbox and stops a send elsewhere only if it is certain', async () => {
    const run = await openCli().run(set('payu.amount=23.124'));
    expect(run.code).toBe(1);
    expect(run.stdout).toContain(
      'Note: Body amount, line 7, column 13: amount is 23.124; INR has at most 2 decimals.',
    );
  });

  it('more than 200 Luminate items are told on the sandbox and stop a send to a test server', async () => {
    const server = await startRawServer(() => undefined);
    const cli = openCli();
    const item =
      '<donRefundInfo><transaction_id>5601</transaction_id><refund_type>full</refund_type></donRefundInfo>';
    const body = `<refundRequest xmlns="http://convio.com/crm/v1.0"><donRefundInfoList>${item.repeat(201)}</donRefundInfoList></refundRequest>`;
    mkdirSync(join(cli.workspace, 'environments'));
    const lines = ['version: 1', 'class: test', 'variables:', `  luminate.baseUrl: ${server.origin}`];
    const account = ['  luminate.apiKey: x', '  luminate.loginName: x'];
    const env = { REFUND_WORKBENCH_SECRET_LUMINATE_LOGINPASSWORD: 'x' };
    writeFileSync(join(cli.workspace, 'environments', 'mine.yaml'), [...lines, ...account, ''].join('\n'));
    const args = ['send', 'luminate/refund', '--env', 'mine', '--body', '-'];
    const run = await cli.run(args, { input: body, env });
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/201.*200/);
    expectSentence(run);
    expect(server.connectionCount()).toBe(0);
  });
});

describe('the network', () => {
  /** In an environment of the class test: the sandbox never leaves this machine. */
  const sendTo = async (url: string): Promise<CliRun> => {
    const cli = openCli();
    const values = {
      baseUrl: url,
      merchantId: '1',
      resellerId: '2',
      payuId: '3',
      refundId: 'R-1',
      amount: '1.00',
    };
    const lines = Object.entries(values).map(([name, value]) => `  payu.${name}: '${value}'`);
    const text = ['version: 1', 'class: test', 'variables:', ...lines, ''].join('\n');
    writeFiles(cli.workspace, { 'environments/mine.yaml': text });
    const env = {
      REFUND_WORKBENCH_SECRET_PAYU_ACCESSTOKEN: 'invented',
      REFUND_WORKBENCH_SECRET_PAYU_CLIENTSECRET: 'invented',
    };
    return cli.run([...refund, '--env', 'mine'], { env });
  };

  it.each([
    ['an unknown host', 'http://no-such-host.invalid', /host name (?:is not known|could not be looked up)/],
    [
      'a port where nothing listens',
      'http://127.0.0.1:1',
      /Not sent: nothing answers at that address and port/,
    ],
  ])('%s: exit 3, and what to do', { timeout: 60_000 }, async (_what, url, words) => {
    const run = await sendTo(url);
    expect(run).toMatchObject({ code: 3, stderr: '' });
    expect(run.stdout).toMatch(words);
    expect(run.stdout).toMatch(/^ {2}What to do +Check /m);
    expect(run.stdout).toMatch(/^ {2}Send again\? +Sending it again is safe\.$/m);
  });

  it('a certificate that nobody vouches for: exit 3, and what to do', async () => {
    const server = await startRawServer(() => undefined, { certificate: selfSignedCertificate() });
    const run = await sendTo(server.origin);
    expect(run).toMatchObject({ code: 3, stderr: '' });
    expect(run.stdout).toContain('Not sent: the server shows a certificate it signed itself');
    expect(server.requests).toEqual([]);
  });

  it('a server without TLS behind https: exit 3, and what to do', async () => {
    const server = await startRawServer(() => undefined, {
      onConnection: (socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
    });
    const run = await sendTo(`https://127.0.0.1:${server.port}`);
    expect(run).toMatchObject({ code: 3, stderr: '' });
    expect(run.stdout).toMatch(/Not sent: (?:what answers there does not speak TLS|no secure connection)/);
  });

  it('a port that is in use: exit 2, and what to do', async () => {
    const { port } = await startRawServer(() => undefined);
    for (const args of [['sandbox'], ['sandbox', '--json'], ['serve', '--no-open']]) {
      const run = await openCli().run([...args, '--port', String(port)]);
      expect(run.code, args.join(' ')).toBe(2);
      expect(run.stderr).toMatch(/in use\. Choose another port with --port, or leave --port out/);
      expectSentence(run);
    }
  });
});

/** Somebody whom permissions hold: root, whom they do not, has to lend itself to another user. */
const outsider = findOutsider();

function findOutsider(): CliTuning | null {
  if (process.getuid?.() !== 0) return process.platform === 'win32' ? null : {};
  const nobody = 65_534;
  const { status } = spawnSync(process.execPath, [cliEntry, 'version'], { uid: nobody, gid: nobody });
  return status === 0 ? { user: nobody } : null;
}

function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

describe('files', () => {
  it.each([
    ['is not YAML', 'version: "1"\n  name: ['],
    ['has another version', 'version: two\nclass: test\n'],
    ['has a newer version', 'version: 2\nclass: test\n'],
    ['refers to what is not there', 'version: 1\nclass: test\nnotes: *gone\n'],
  ])('a workspace file that %s is named, left as it is, and stops nothing else', async (_what, text) => {
    const cli = openCli();
    writeFiles(cli.workspace, { 'environments/mine.yaml': text });
    const path = join(cli.workspace, 'environments', 'mine.yaml');
    const run = await cli.run([...refund, '--env', 'mine']);
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/^The environment file \S+ (?:cannot be read|is of a newer workbench): /);
    expect(run.stderr).toContain(path);
    expectSentence(run);
    expect(readFileSync(path, 'utf8')).toBe(text);
    expect((await cli.run(refund)).code).toBe(0);
  });

  const dataFolders = ['below a file', ...(existsSync('/proc/self') ? ['below /proc'] : [])];

  it.each(dataFolders)('a data folder %s cannot be used: every command says so', async (where) => {
    const cli = openCli();
    writeFiles(cli.data, { file: 'kept' });
    const folder = where === 'below /proc' ? '/proc/refund-workbench' : join(cli.data, 'file', 'data');
    const env = { REFUND_WORKBENCH_DATA: folder };
    for (const args of [
      refund,
      ['history', 'list'],
      ['sandbox'],
      ['sandbox', 'reset'],
      ['serve', '--no-open'],
    ]) {
      const run = await cli.run(args, { env });
      expect(run.code, args.join(' ')).toBe(2);
      expect(run.stderr).toContain(`The data folder cannot be used (${folder}): `);
      expectSentence(run);
    }
  });

  it.skipIf(outsider === null)(
    'a data folder without write permission: nothing is sent, and every command says so',
    async () => {
      const server = await startRawServer(() => undefined);
      const cli = openCli();
      chmodSync(cli.data, 0o500);
      const user = outsider ?? {};
      for (const args of [
        set(`payu.baseUrl=${server.origin}`),
        ['history', 'list'],
        ['audit', 'verify'],
        ['serve', '--no-open'],
      ]) {
        const run = await cli.run(args, user);
        expect(run.code, args.join(' ')).toBe(2);
        expect(run.stderr).toContain(`The data folder cannot be used (${cli.data}): there is no permission.`);
        expectSentence(run);
      }
      expect(server.connectionCount()).toBe(0);
    },
  );
});
