import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { findApi } from '../../shared/apis/registry.ts';
import { sandboxes } from '../../shared/apis/sandboxes.ts';
import { httpAnswer, startRawServer, unusedPort } from '../support/raw-server.ts';
import { type Cli, cliEntry, type CliRun, jsonOf, openCli, startProgram } from '../support/run-cli.ts';
import { encodingsOf } from '../support/traces-of.ts';

/** What `send --json` prints, as scripts rely on it. */
type Sent = {
  readonly api: string;
  readonly template: string;
  readonly environment: string;
  readonly request: { method: string; url: string; headers: [string, string][]; body: string | null };
  readonly outcome: {
    kind: string;
    status: number | null;
    headers: [string, string][];
    body: string | null;
    timings: Record<string, number | null>;
    phase: string | null;
    code: string | null;
  };
  readonly verdict: string;
  readonly catalog: readonly Record<string, unknown>[];
  readonly historyId: string;
};

/** A refund of each API's demo account, and the same again, as the documents say. */
const refunds = [
  { api: 'edubrite', verdict: 'accepted', first: 'success', again: '0231-refunded', status: 403 },
  {
    api: 'front-payment',
    verdict: 'pending',
    first: 'refund-requested',
    again: 'product-amount-exceeded',
    status: 400,
  },
  { api: 'luminate', verdict: 'accepted', first: 'recorded', again: 'item-refused', status: 200 },
  { api: 'digipay', verdict: 'accepted', first: 'refunded', again: 'bad-request', status: 400 },
  { api: 'payu', verdict: 'pending', first: 'queued', again: 'already-exists', status: 200 },
] as const;

function sentOf(run: CliRun): Sent {
  return jsonOf(run) as Sent;
}

function send(cli: Cli, api: string, ...more: readonly string[]): ReturnType<Cli['run']> {
  return cli.run(['send', `${api}/refund`, '--env', 'sandbox', '--json', ...more]);
}

describe.each(refunds)('send $api/refund', ({ api, verdict, first, again, status }) => {
  it('exits 0 with the object that scripts rely on', async () => {
    const run = await send(openCli(), api);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const sent = sentOf(run);
    expect(sent).toMatchObject({ api, template: 'refund', environment: 'sandbox', verdict, historyId: '1' });
    expect(sent.request.method).toMatch(/^(?:GET|POST)$/);
    expect(sent.request.url).toContain(`/${api}/`);
    expect(sent.request.headers.every((pair) => pair.length === 2)).toBe(true);
    expect(sent.outcome).toMatchObject({ kind: 'response', phase: null, code: null });
    expect(sent.outcome.status).toBeLessThan(300);
    expect(sent.outcome.body).not.toBe('');
    expect(sent.outcome.timings['total']).toBeGreaterThan(0);
    expect(sent.catalog[0]).toMatchObject({ id: first });
    for (const entry of sent.catalog) {
      const { code, message, source, confidence, resend, meaning, remedy } = entry;
      expect([code === null, message === null].includes(false), String(entry['id'])).toBe(true);
      for (const text of [source, confidence, resend, meaning, remedy]) expect(text).toMatch(/\S/);
    }
  });

  it('again exits 1 with the refusal that the document has for it', async () => {
    const cli = openCli();
    expect((await send(cli, api)).code).toBe(0);
    const run = await send(cli, api);
    expect(run).toMatchObject({ code: 1, stderr: '' });
    const sent = sentOf(run);
    expect(sent).toMatchObject({ verdict: 'refused', outcome: { status }, historyId: '2' });
    expect(sent.catalog[0]).toMatchObject({ id: again });
  });

  it('after a reset of the sandbox works again', async () => {
    const cli = openCli();
    expect((await send(cli, api)).code).toBe(0);
    expect(await cli.run(['sandbox', 'reset', '--json'])).toEqual({
      code: 0,
      stdout: '{"reset":true}\n',
      stderr: '',
    });
    expect((await send(cli, api)).code).toBe(0);
  });

  it('a dynamic variable is made for the send, and told in words and in JSON', async () => {
    const cli = openCli();
    const set = ['--set', 'payu.refundId=R-{{$randomHex16}}'];
    const dry = await cli.run(['send', 'payu/refund', '--dry-run', ...set]);
    expect(dry.stdout).toMatch(
      /Made anew for every send, here for example\n {2}\$randomHex16 +[\da-f]{16}\n/,
    );
    const run = await cli.run(['send', 'payu/refund', '--json', ...set]);
    const { generated, request } = jsonOf(run) as Sent & { readonly generated: readonly [string, string][] };
    const [[name, text] = ['', '']] = generated;
    expect(name).toBe('$randomHex16');
    expect(request.body).toContain(`"refund_id": "R-${text}"`);
    const shown = await cli.run(['send', 'payu/refund', ...set]);
    expect(shown.stdout).toMatch(/ {2}Generated +\$randomHex16 = [\da-f]{16}\n/);
  });

  it('--dry-run shows the request, sends nothing and shows no secret', async () => {
    const cli = openCli();
    for (const more of [['--json'], []]) {
      const run = await cli.run(['send', `${api}/refund`, '--dry-run', ...more]);
      expect(run).toMatchObject({ code: 0, stderr: '' });
      expect(secretsOf(api)).not.toEqual([]);
      for (const secret of secretsOf(api)) {
        for (const encoding of encodingsOf(secret)) expect(run.stdout).not.toContain(encoding);
      }
    }
    expect(jsonOf(await cli.run(['history', 'list', '--json']))).toEqual([]);
    // Had the dry run reached the sandbox, this would be the second refund.
    expect(sentOf(await send(cli, api)).catalog[0]).toMatchObject({ id: first });
  });

  it('prints for people what --json says for scripts', async () => {
    const run = await openCli().run(['send', `${api}/refund`]);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toMatch(/^(?:GET|POST) http:\/\/127\.0\.0\.1:\d+\/\S+\nHTTP 20[02]/);
    expect(run.stdout).toMatch(verdict === 'accepted' ? /^Accepted: /m : /^Accepted, not final: /m);
    expect(run.stdout).toMatch(/^ {2}History +1$/m);
  });
});

describe('refusals of the sandbox', () => {
  it.each([
    ['edubrite', 'edubrite.password=wrong', '0154'],
    ['front-payment', 'front-payment.token=wrong', 'unauthorized'],
    ['luminate', 'luminate.loginPassword=wrong', '3'],
    ['digipay', 'digipay.secretKey=wrong', 'unauthorized'],
    ['payu', 'payu.accessToken=wrong', 'invalid-auth-token'],
    ['payu', 'payu.clientSecret=wrong', 'invalid-hash'],
    ['edubrite', 'edubrite.invoiceId=00000000-0000-0000-0000-000000000000', '0004'],
    ['front-payment', 'front-payment.orderUuid=ODR9999999999', 'order-not-found'],
    ['luminate', 'luminate.transactionId=999999', 'item-refused'],
    ['digipay', 'digipay.transactionId=ffffffffffffffffffffffffffffffff', 'bad-request'],
    ['payu', 'payu.payuId=403993715529606984', 'transaction-not-found'],
  ])('%s with %s exits 1 and names it', async (api, set, entry) => {
    const run = await send(openCli(), api, '--set', set);
    expect(run).toMatchObject({ code: 1, stderr: '' });
    expect(sentOf(run).catalog[0]).toMatchObject({ id: entry });
    expect(run.stdout).not.toContain('"wrong"');
  });
});

/** An environment file as a person writes it, without quotes around what looks like a number. */
function writeEnvironment(cli: Cli, lines: readonly string[]): void {
  mkdirSync(join(cli.workspace, 'environments'), { recursive: true });
  const text = [
    'version: 1',
    'name: My server',
    'class: test',
    'variables:',
    ...lines.map((line) => `  ${line}`),
  ];
  writeFileSync(join(cli.workspace, 'environments', 'mine.yaml'), `${text.join('\n')}\n`);
}

const secrets = {
  REFUND_WORKBENCH_SECRET_PAYU_ACCESSTOKEN: 'invented-token',
  REFUND_WORKBENCH_SECRET_PAYU_CLIENTSECRET: 'invented-client-secret',
};

describe('a server of the user', () => {
  const exact =
    '{"status":1,"msg":"Refund Request Queued","request_id":"00012486538355","bank_ref_num":0.10,"mihpayid":403993715529606983,"big":1.00,"error_code":102}';

  it.each(['1.00', '0.10', '23.12', '500.00', '403993715529606983'])(
    'gets %s digit for digit, and its numbers come out digit for digit',
    async (amount) => {
      const server = await startRawServer(({ socket }) => socket.write(httpAnswer(exact)));
      const cli = openCli();
      writeEnvironment(cli, [
        `payu.baseUrl: ${server.origin}`,
        'payu.merchantId: 0005',
        'payu.resellerId: 1e3',
        'payu.payuId: 403993715529606983',
        'payu.refundId: 00123',
        `payu.amount: ${amount}`,
      ]);
      const args = ['send', 'payu/refund', '--env', 'mine', '--json'];
      const run = await cli.run(args, { env: secrets });
      expect(run).toMatchObject({ code: 0, stderr: '' });
      const body = server.requests[0]?.split('\r\n\r\n')[1] ?? '';
      expect(body).toContain(
        '"refund_id": "00123",\n  "payu_id": 403993715529606983,\n  "merchant_id": "0005"',
      );
      expect(body).toContain(`"reseller_id": "1e3"`);
      expect(body).toContain(`"amount": ${amount}\n`);
      const sent = sentOf(run);
      expect(sent.request.body).toBe(body);
      expect(sent.outcome.body).toBe(exact);
      const shown = await cli.run(['history', 'show', sent.historyId, '--json']);
      expect(sentOf(shown).outcome.body).toBe(exact);
      expect(sentOf(shown).request.body).toBe(body);
    },
  );

  it('gets the secrets of the environment variables, and they are in no output and no file', async () => {
    const server = await startRawServer(({ socket, text }) =>
      socket.write(httpAnswer(JSON.stringify({ text }))),
    );
    const cli = openCli();
    const args = ['send', 'payu/refund', '--env', 'mine'];
    writeEnvironment(cli, [
      `payu.baseUrl: ${server.origin}`,
      'payu.merchantId: 5',
      'payu.resellerId: 5',
      'payu.payuId: 5',
      'payu.refundId: R-5',
      'payu.amount: 5.00',
    ]);
    const runs = [
      await cli.run(args, { env: secrets }),
      await cli.run([...args, '--json'], { env: secrets }),
      await cli.run(['history', 'show', '1', '--json']),
    ];
    expect(server.requests[0]).toContain('Authorization: Bearer invented-token\r\n');
    const written = readFileSync(join(cli.data, 'history.db'), 'latin1');
    for (const text of [...runs.map(({ stdout, stderr }) => stdout + stderr), written]) {
      expect(text).not.toContain('invented-token');
      expect(text).not.toContain('invented-client-secret');
    }
  });

  it('gets the body of a file with --body, or of standard input', async () => {
    const server = await startRawServer(({ socket }) => socket.write(httpAnswer('{}')));
    const cli = openCli();
    const body =
      '{"type":"regular","grandTotal":1.00,"products":[{"id":12,"amount":1.00}],"isReversal":false}';
    const file = join(cli.workspace, 'body.json');
    writeFileSync(file, body);
    const args = [
      'send',
      'front-payment/refund',
      '--set',
      `front-payment.baseUrl=${server.origin}`,
      '--body',
    ];
    await cli.run([...args, file]);
    await cli.run([...args, '-'], { input: body });
    expect(server.requests.map((text) => text.split('\r\n\r\n')[1])).toEqual([body, body]);
  });

  it('is asked in the active environment where none is named', async () => {
    const cli = openCli();
    writeFileSync(join(cli.data, 'active-environment.txt'), 'mine\n');
    const server = await startRawServer(({ socket }) => socket.write(httpAnswer('{}')));
    writeEnvironment(cli, [`front-payment.baseUrl: ${server.origin}`]);
    const set = ['orderUuid=ODR1', 'productId=1', 'amount=1'].flatMap((pair) => [
      '--set',
      `front-payment.${pair}`,
    ]);
    const env = { REFUND_WORKBENCH_SECRET_FRONT_PAYMENT_TOKEN: 'invented' };
    await cli.run(['send', 'front-payment/refund', ...set], { env });
    expect(server.requests).toHaveLength(1);
  });
});

describe('no answer', () => {
  const payu = (url: string): readonly string[] => [
    'send',
    'payu/refund',
    '--json',
    '--set',
    `payu.baseUrl=${url}`,
  ];

  it('of a port where nothing listens exits 3 and is in the history', async () => {
    const cli = openCli();
    const run = await cli.run(payu(`http://127.0.0.1:${await unusedPort()}`));
    expect(run).toMatchObject({ code: 3, stderr: '' });
    expect(sentOf(run)).toMatchObject({
      outcome: {
        kind: 'transport-failure',
        status: null,
        body: null,
        phase: 'connect',
        code: 'ECONNREFUSED',
      },
      verdict: 'unknown',
      historyId: '1',
    });
    const text = await cli.run(['history', 'show', '1']);
    expect(text.stdout).toContain('No answer · ECONNREFUSED while in phase "connect"');
  });

  it('of a server that closes exits 3 and does not send again', async () => {
    const server = await startRawServer(({ socket }) => socket.end());
    expect((await openCli().run(payu(server.origin))).code).toBe(3);
    expect(server.requests).toHaveLength(1);
  });

  it('within --timeout exits 3', async () => {
    const server = await startRawServer(() => undefined);
    const run = await openCli().run([...payu(server.origin), '--timeout', '1']);
    expect(run.code).toBe(3);
    expect(sentOf(run).outcome).toMatchObject({ code: 'TIMEOUT', phase: 'wait' });
  });

  it('of a TLS port that never finishes its handshake exits 3, and the program ends', async () => {
    const server = await startRawServer(() => undefined);
    const run = await openCli().run([...payu(`https://127.0.0.1:${server.port}`), '--timeout', '1']);
    expect(run.code).toBe(3);
    expect(sentOf(run).outcome).toMatchObject({ code: 'TIMEOUT', phase: 'tls' });
  });

  it.each([
    ['a web page', '<!doctype html><title>Sign in</title>', 'a web page came back instead of an answer'],
    ['an empty body', '', 'the answer is empty'],
    ['broken JSON', '{"status":1,', 'the answer is not well-formed JSON'],
  ])('but %s exits 3 and says so', async (_what, body, words) => {
    const server = await startRawServer(({ socket }) => socket.write(httpAnswer(body)));
    const run = await openCli().run(['send', 'payu/refund', '--set', `payu.baseUrl=${server.origin}`]);
    expect(run).toMatchObject({ code: 3, stderr: '' });
    expect(run.stdout).toContain(`Unknown: ${words}`);
  });
});

describe('an output that nobody reads', () => {
  it('does not change what the exit code says, and is no crash', async () => {
    const cli = openCli();
    const { child, ended } = cli.start(['send', 'payu/refund', '--json']);
    child.stdout.destroy();
    const run = await ended;
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(jsonOf(await cli.run(['history', 'list', '--json']))).toHaveLength(1);
  });

  it.runIf(existsSync('/dev/full'))('because the disk is full is said in a sentence', async () => {
    const { data } = openCli();
    const command = ['-c', 'exec "$0" "$@" > /dev/full', process.execPath, cliEntry, 'send', 'payu/refund'];
    const run = await startProgram(command, { env: { REFUND_WORKBENCH_DATA: data } }, '/bin/sh').ended;
    expect(run.code).toBe(0);
    expect(run.stderr).toContain('The output could not be written: ENOSPC');
    expect(run.stderr).not.toMatch(/^\s+at /m);
  });
});

function secretsOf(apiId: string): readonly string[] {
  const values = sandboxes.get(apiId)?.variables ?? {};
  const specs = findApi(apiId)?.variables.filter((spec) => spec.secret) ?? [];
  return specs.map(({ name }) => values[name] ?? '').filter((value) => value !== '');
}
