import { describe, expect, it } from 'vitest';

import type { Problem } from '../../../shared/model/problem.ts';
import { openProvider, type Provider } from '../../support/loopback-provider.ts';
import { openTestWorkbench, sendInput, type TestWorkbench } from '../../support/open-test-workbench.ts';
import { httpAnswer } from '../../support/raw-server.ts';

/** A refund id one character longer than PayU's document allows. */
const tooLong = { 'payu.refundId': 'x'.repeat(24) };

type Class = 'sandbox' | 'test' | 'production';

async function openPayu(
  workbench: TestWorkbench,
  environmentClass: Exclude<Class, 'sandbox'> = 'test',
): Promise<Provider> {
  return openProvider(workbench, 'payu', ({ socket }) => socket.write(httpAnswer('{}')), {
    environmentClass,
  });
}

function codesOf(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ code }) => code);
}

describe('a documented rule that is broken', () => {
  it('is told and does not stop a send to the sandbox', async () => {
    const exchange = await openTestWorkbench().send('payu', 'refund', tooLong);
    expect(exchange.main?.outcome?.kind).toBe('response');
    expect(exchange.warnings).toEqual([
      {
        code: 'bad-field',
        message: 'refund_id has 24 characters; at most 23 are allowed.',
        remedy: 'Shorten it.',
        place: { part: 'body', name: 'refund_id', line: 2, column: 16 },
      },
    ]);
  });

  it.each(['test', 'production'] as const)('stops a send to %s before anything leaves', async (kind) => {
    const workbench = openTestWorkbench();
    const provider = await openPayu(workbench, kind);
    const result = await workbench.handlers['exchange.send'](
      provider.input('refund', { overrides: tooLong }),
    );
    expect(result).toMatchObject({ ok: false, error: [{ code: 'bad-field' }] });
    expect(provider.connectionCount()).toBe(0);
    expect(await workbench.handlers['history.list']({ query: '', limit: 1, before: null })).toEqual({
      ok: true,
      value: [],
    });
  });

  it('is sent to test where the user insists, and still told', async () => {
    const workbench = openTestWorkbench();
    const provider = await openPayu(workbench, 'test');
    const input = provider.input('refund', { overrides: tooLong, allowInvalid: true });
    const result = await workbench.handlers['exchange.send'](input);
    expect(result.ok ? codesOf(result.value.warnings) : result.error).toEqual(['bad-field']);
    expect(provider.requests).toHaveLength(1);
  });

  it('is never sent to production, however the user insists', async () => {
    const workbench = openTestWorkbench();
    const provider = await openPayu(workbench, 'production');
    const input = provider.input('refund', { overrides: tooLong, allowInvalid: true });
    const result = await workbench.handlers['exchange.send'](input);
    expect(result).toMatchObject({ ok: false, error: [{ code: 'bad-field' }] });
    expect(provider.connectionCount()).toBe(0);
  });

  it('that is an assumption is told and stops nothing, not even in production', async () => {
    const workbench = openTestWorkbench();
    const answer = httpAnswer('{}');
    const provider = await openProvider(workbench, 'front-payment', ({ socket }) => socket.write(answer), {
      environmentClass: 'production',
    });
    await workbench.handlers['production.arm']({ environmentId: provider.environmentId, minutes: 1 });
    const result = await workbench.handlers['exchange.send'](
      provider.input('refund', { overrides: { 'front-payment.amount': '42.001' }, confirmation: '42.001' }),
    );
    expect(result.ok ? codesOf(result.value.warnings) : result.error).toContain('bad-field');
    expect(provider.requests[0]).toContain('"grandTotal": 42.001,');
  });

  it('in the number of items stops a send of 201 refunds to Luminate, and 200 go out', async () => {
    const workbench = openTestWorkbench();
    const provider = await openProvider(workbench, 'luminate', ({ socket }) =>
      socket.write(httpAnswer('<a/>')),
    );
    const send = (count: number) =>
      workbench.handlers['exchange.send'](withItems(provider.input('refund'), count));
    const result = await send(201);
    expect(result.ok ? [] : result.error[0]?.message).toContain('200');
    expect(provider.connectionCount()).toBe(0);
    expect((await send(200)).ok).toBe(true);
    expect(provider.requests).toHaveLength(1);
  });
});

/** A Luminate refund with as many items as asked for. */
function withItems(input: ReturnType<typeof sendInput>, count: number): ReturnType<typeof sendInput> {
  const { body } = input.draft;
  if (body.kind !== 'form') throw new Error('Luminate sends a form');
  const fields = body.fields.map(({ name, value }) => ({
    name,
    value: value.replace(/ *<donRefundInfo>.*<\/donRefundInfo>\n/s, (item) => item.repeat(count)),
  }));
  return { ...input, draft: { ...input.draft, body: { ...body, fields } } };
}

describe('an amount that could mean two things', () => {
  const ambiguous = ['1,00', '1e3', '1E2', '1 000', '12abc', '0x10', '+5', '.5', '5.', '1.2.3', '٣'];

  it.each(ambiguous)('%j stops a send to the sandbox', async (amount) => {
    const workbench = openTestWorkbench();
    const input = sendInput('payu', 'refund', { 'payu.amount': amount });
    const result = await workbench.handlers['exchange.send'](input);
    expect(result.ok).toBe(false);
    expect(result.ok ? [] : new Set(codesOf(result.error))).toEqual(new Set(['bad-amount']));
  });

  it.each(['test', 'production'] as const)(
    'stops a send to %s, also where the user insists',
    async (kind) => {
      const workbench = openTestWorkbench();
      const provider = await openPayu(workbench, kind);
      for (const amount of ambiguous) {
        const overrides = { 'payu.amount': amount };
        const input = provider.input('refund', { overrides, allowInvalid: true });
        expect(await workbench.handlers['exchange.send'](input), amount).toMatchObject({ ok: false });
      }
      expect(provider.connectionCount()).toBe(0);
    },
  );

  it('written straight into the body stops the send, with its line and column', async () => {
    const workbench = openTestWorkbench();
    const input = sendInput('payu', 'refund');
    const { body } = input.draft;
    if (body.kind !== 'text') throw new Error('PayU sends JSON');
    const text = body.text.replace('{{payu.amount}}', '5e2');
    const draft = { ...input.draft, body: { ...body, text } };
    const result = await workbench.handlers['exchange.send']({ ...input, draft });
    expect(result).toMatchObject({
      ok: false,
      error: [{ code: 'bad-amount', place: { part: 'body', name: 'amount', line: 7, column: 13 } }],
    });
  });

  it('of an amount that is not used stops nothing', async () => {
    const exchange = await openTestWorkbench().send('luminate', 'refund', {
      'luminate.refundAmount': '1,00',
    });
    expect(exchange.explanation?.verdict).toBe('accepted');
  });
});
