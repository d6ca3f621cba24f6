import { describe, expect, it } from 'vitest';

import { callHandler } from '../../../shared/contract/call-handler.ts';
import type { BodyPartInput, Commands, CommandName } from '../../../shared/contract/commands.ts';
import { type BodyText, longestPart } from '../../../shared/model/body-part.ts';
import type { Exchange } from '../../../shared/model/exchange.ts';
import { openProvider, type Provider } from '../../support/loopback-provider.ts';
import { openTestWorkbench, type TestWorkbench } from '../../support/open-test-workbench.ts';
import { httpAnswer } from '../../support/raw-server.ts';
import { valueOf } from '../../support/value-of.ts';

const token = 'canary-token-of-some-length-4711';

/** A JSON answer with characters of every width, longer than two parts; `at` stands around the first border. */
function longAnswer(at: string): string {
  const half = Math.floor(at.length / 2);
  const start = '{"note":"'.padEnd(longestPart - half, 'é返\u{1F4B8}\\r\\n');
  return `${start}${at}","more":"${'x'.repeat(longestPart + 1000)}"}`;
}

async function openWith(
  answer: Buffer,
): Promise<{ readonly workbench: TestWorkbench; readonly provider: Provider }> {
  const workbench = openTestWorkbench();
  const provider = await openProvider(
    workbench,
    'payu',
    ({ socket }) => void socket.write(httpAnswer(answer, { headers: ['Content-Type: application/json'] })),
    { values: { 'payu.accessToken': token } },
  );
  return { workbench, provider };
}

/** Calls as a page does, through the door. */
async function ask<Name extends CommandName>(
  { handlers }: TestWorkbench,
  name: Name,
  input: Commands[Name]['input'],
): Promise<Commands[Name]['output']> {
  const called = await callHandler(handlers, name, input);
  if ('rejection' in called) throw new Error(called.rejection.message);
  return JSON.parse(called.output) as Commands[Name]['output'];
}

async function readParts(
  workbench: TestWorkbench,
  id: string,
  of: BodyText,
  length: number,
): Promise<readonly string[]> {
  const parts: string[] = [];
  for (let read = 0; read < length; read += longestPart) {
    const input: BodyPartInput = { id, step: 'refund', of, offset: read, length: longestPart };
    const part = valueOf(await ask(workbench, 'history.body', input));
    expect(part.length).toBe(length);
    parts.push(part.text);
  }
  return parts;
}

function bodyOf({ main }: Exchange) {
  if (main?.outcome?.kind !== 'response') throw new Error('There is no answer');
  return main.outcome.body;
}

describe('a long answer', () => {
  it('reaches a page with its beginning and a mark, and the core has it whole', async () => {
    const text = longAnswer('border');
    const { workbench, provider } = await openWith(Buffer.from(text));
    const sent = valueOf(await ask(workbench, 'exchange.send', provider.input('refund')));
    const body = bodyOf(sent);
    expect(body.text).toBe(text.slice(0, longestPart));
    expect(body.lengths).toEqual({ text: text.length, base64: 0 });
    expect(body.bytes).toBe(Buffer.byteLength(text));
    const entry = valueOf(await ask(workbench, 'history.get', { id: sent.id }));
    expect(entry?.exchange).toEqual(sent);
    const whole = valueOf(await workbench.handlers['history.get']({ id: sent.id }));
    expect(whole === null ? null : bodyOf(whole.exchange).text).toBe(text);
    expect(whole === null ? null : bodyOf(whole.exchange).lengths).toBeUndefined();
  });

  it('comes in parts that are the whole, byte for byte', async () => {
    const text = longAnswer('\u{1F4B8}');
    const { workbench, provider } = await openWith(Buffer.from(text));
    const { id } = valueOf(await ask(workbench, 'exchange.send', provider.input('refund')));
    const parts = await readParts(workbench, id, 'text', text.length);
    expect(parts.length).toBe(3);
    expect(parts.join('') === text).toBe(true);
    // A second reader, and parts out of their order, get the same.
    const last = { id, step: 'refund', of: 'text', offset: text.length - 5, length: 100 } as const;
    expect(valueOf(await ask(workbench, 'history.body', last)).text).toBe(text.slice(-5));
    expect(valueOf(await ask(workbench, 'history.body', { ...last, offset: text.length })).text).toBe('');
    expect((await readParts(workbench, id, 'text', text.length)).join('') === text).toBe(true);
  });

  it('holds no secret in any part, also where the border goes through it', async () => {
    const { workbench, provider } = await openWith(Buffer.from(longAnswer(token)));
    const sent = valueOf(await ask(workbench, 'exchange.send', provider.input('refund')));
    const length = bodyOf(sent).lengths?.text ?? 0;
    const parts = await readParts(workbench, sent.id, 'text', length);
    expect(parts.join('')).toContain('{{payu.accessToken}}');
    for (let size = 8; size <= token.length; size += 4)
      expect(
        parts.some((part) => part.includes(token.slice(0, size)) || part.includes(token.slice(-size))),
      ).toBe(false);
  });

  it('that is no text comes with its bytes', async () => {
    const bytes = Buffer.from(Array.from({ length: 1_500_000 }, (_, at) => (at * 7919) % 256));
    const { workbench, provider } = await openWith(bytes);
    const sent = valueOf(await ask(workbench, 'exchange.send', provider.input('refund')));
    const { base64, lengths } = bodyOf(sent);
    expect(base64?.length).toBe(longestPart);
    const parts = await readParts(workbench, sent.id, 'base64', lengths?.base64 ?? 0);
    expect(Buffer.from(parts.join(''), 'base64').equals(bytes)).toBe(true);
  });
});

describe('a part of an answer', () => {
  it('that is not there is said, not invented', async () => {
    const { workbench, provider } = await openWith(Buffer.from('{"status":1}'));
    const { id } = valueOf(await ask(workbench, 'exchange.send', provider.input('refund')));
    const part = { id, step: 'refund', of: 'text', offset: 0, length: 100 } as const;
    expect(valueOf(await ask(workbench, 'history.body', part))).toEqual({ text: '{"status":1}', length: 12 });
    for (const other of [
      { id: '999' },
      { step: 'login' },
      { of: 'opened' as const },
      { of: 'base64' as const },
    ])
      expect(await ask(workbench, 'history.body', { ...part, ...other })).toMatchObject({
        ok: false,
        error: { code: 'unknown-entry' },
      });
  });

  it.each([
    { offset: -1, length: 1 },
    { offset: 0.5, length: 1 },
    { offset: 0, length: 0 },
    { offset: 0, length: longestPart + 1 },
  ])('of %j is not asked for', async (stretch) => {
    const { handlers } = openTestWorkbench();
    const input = { id: '1', step: 'refund', of: 'text', ...stretch };
    expect(await callHandler(handlers, 'history.body', input)).toHaveProperty('rejection');
  });

  it('a short answer reaches a page as it is', async () => {
    const { workbench, provider } = await openWith(Buffer.from('{"status":1}'));
    const sent = valueOf(await ask(workbench, 'exchange.send', provider.input('refund')));
    expect(bodyOf(sent)).toMatchObject({ text: '{"status":1}' });
    expect(bodyOf(sent).lengths).toBeUndefined();
  });
});
