import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';

import { openProvider } from '../../support/loopback-provider.ts';
import { openTestWorkbench, sendInput } from '../../support/open-test-workbench.ts';
import { httpAnswer } from '../../support/raw-server.ts';

/** A refusal, so that the same refund may go out twice. */
const refused = httpAnswer('{"status":0,"msg":"Refund FAILURE - Invalid amount","error_code":105}');

const sixteen = /\b[\da-f]{16}\b/g;

describe('a dynamic variable', () => {
  it('has one value in URL, header, body and signature of a send, and another in the next', async () => {
    const workbench = openTestWorkbench();
    const values = { 'payu.refundId': 'R-{{$randomHex16}}', 'payu.clientSecret': 'invented-secret' };
    const provider = await openProvider(workbench, 'payu', ({ socket }) => socket.write(refused), {
      values,
    });
    const input = provider.input('refund');
    const url = `${input.draft.url}?trace={{$randomHex16}}`;
    const draft = { ...input.draft, url, headers: [...input.draft.headers, ['X-Trace', '{{$randomHex16}}']] };
    const seen: string[] = [];
    for (const number of [0, 1]) {
      const result = await workbench.handlers['exchange.send']({
        ...input,
        draft: draft as typeof input.draft,
      });
      if (!result.ok) throw new Error(result.error[0]?.message);
      const [head = '', body = ''] = provider.requests[number]?.split('\r\n\r\n') ?? [];
      const found = [...new Set([...head.matchAll(sixteen), ...body.matchAll(sixteen)].map(String))];
      expect(found).toHaveLength(1);
      const [made = ''] = found;
      expect(head).toMatch(new RegExp(`^POST /\\S+\\?trace=${made} `));
      expect(head).toContain(`X-Trace: ${made}`);
      const hashed = `8238480|R-${made}|500.00|invented-secret`;
      expect(body).toContain(createHash('sha512').update(hashed).digest('hex'));
      expect(result.value.generated).toEqual([['$randomHex16', made]]);
      const stored = await workbench.handlers['history.get']({ id: result.value.id });
      expect(stored.ok ? stored.value?.exchange.generated : stored.error).toEqual([['$randomHex16', made]]);
      expect(stored.ok ? stored.value?.exchange.draft.url : '').toContain('{{$randomHex16}}');
      seen.push(made);
    }
    expect(new Set(seen).size).toBe(2);
  });

  it('has the same value in the login as in the request after it', async () => {
    const workbench = openTestWorkbench();
    const login = httpAnswer('{"status_code":200,"data":{"access_token":"invented-token"}}');
    const provider = await openProvider(workbench, 'digipay', ({ socket }) => socket.write(login), {
      values: { 'digipay.clientId': '{{$uuid}}', 'digipay.companyId': '{{$uuid}}' },
    });
    await workbench.handlers['exchange.send'](provider.input('refund'));
    const [first = '', second = ''] = provider.requests;
    const basic = /Authorization: Basic (\S+)/.exec(first)?.[1] ?? '';
    const [user = ''] = Buffer.from(basic, 'base64').toString().split(':');
    expect(user).toMatch(/^[\da-f-]{36}$/);
    expect(second).toContain(`CompanyID: ${user}`);
  });

  it('that is not used is not recorded', async () => {
    const exchange = await openTestWorkbench().send('payu', 'refund');
    expect(exchange.generated).toEqual([]);
  });

  it('that does not exist stops the send, with those that do', async () => {
    const input = sendInput('payu', 'refund', { 'payu.refundId': '{{$guid}}' });
    expect(await openTestWorkbench().handlers['exchange.send'](input)).toMatchObject({
      ok: false,
      error: [
        {
          code: 'unresolved-variable',
          message: 'There is no dynamic variable $guid.',
          remedy:
            'Use one of $uuid, $timestamp, $isoTimestamp, $randomInt, $randomHex16, or write the value in its place.',
        },
      ],
    });
  });

  it('is shown in a dry run as an example, and offered everywhere', async () => {
    const { draft, environmentId, overrides } = sendInput('payu', 'refund', {
      'payu.refundId': '{{$timestamp}}',
    });
    const preview = await openTestWorkbench().handlers['exchange.preview']({
      draft,
      environmentId,
      overrides,
    });
    const [[name, text] = ['', '']] = preview.generated;
    expect([name, preview.request?.body]).toEqual([
      '$timestamp',
      expect.stringContaining(`"refund_id": "${text}"`),
    ]);
    expect(preview.offered.filter(({ origin }) => origin === 'generated').map((view) => view.name)).toEqual([
      '$uuid',
      '$timestamp',
      '$isoTimestamp',
      '$randomInt',
      '$randomHex16',
    ]);
    expect(preview.offered.map((view) => view.name)).toContain('payu.merchantId');
  });

  it('can be held still for one send', async () => {
    const exchange = await openTestWorkbench().send('payu', 'refund', {
      'payu.refundId': '{{$uuid}}',
      $uuid: 'held-still',
    });
    expect(exchange.main?.request.body).toContain('"refund_id": "held-still"');
    expect(exchange.generated).toEqual([]);
  });
});
