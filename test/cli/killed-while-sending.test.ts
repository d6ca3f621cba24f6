import { expect, it } from 'vitest';

import { createSqliteHistoryStore } from '../../electron/adapters/sqlite-history-store.ts';
import type { Exchange } from '../../shared/model/exchange.ts';
import { everything } from '../../shared/model/history-query.ts';
import type { Result } from '../../shared/model/result.ts';
import { sendInput } from '../support/open-test-workbench.ts';
import { openCli, type RunningCli } from '../support/run-cli.ts';
import { valueOf } from '../support/value-of.ts';

/** Calls a command of a running web host as its page does; fails once the host is gone. */
type Call = (command: string, input: unknown) => Promise<unknown>;

async function connect(running: RunningCli): Promise<Call> {
  const { origin, hash } = new URL((await running.firstLine()).replace(/^.* /, ''));
  const post = async (
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<unknown> => {
    const answer = await fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { Origin: origin, 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return answer.json();
  };
  const ticket = new URLSearchParams(hash.slice(1)).get('ticket');
  const { key } = (await post('/session', { ticket })) as { key: string };
  return (command, input) => post(`/call/${command}`, input, { Authorization: `Bearer ${key}` });
}

/** Sends one after the other until the host is gone; gives what was reported as sent. */
async function sendUntilKilled(
  call: Call,
  round: number,
  killAfter: number,
  kill: () => void,
): Promise<readonly Exchange[]> {
  const reported: Exchange[] = [];
  for (;;) {
    const refundId = `R-${round}-${reported.length}`;
    const input = sendInput('payu', 'refund', {
      'payu.refundId': refundId,
      'payu.amount': `${reported.length + 1}.0${round}`,
    });
    try {
      const sent = (await call('exchange.send', { ...input, sendId: refundId })) as Result<
        Exchange,
        readonly []
      >;
      if (!sent.ok) throw new RangeError(`It was not sent: ${JSON.stringify(sent.error)}`);
      reported.push(sent.value);
    } catch (error) {
      if (error instanceof RangeError) throw error;
      return reported;
    }
    // The moment within the sends that follow is left to chance.
    if (reported.length === killAfter) setTimeout(kill, Math.random() * 40);
  }
}

it(
  'SIGKILL in the middle of 500 sends loses no exchange that was reported as sent',
  { timeout: 180_000 },
  async () => {
    const cli = openCli();
    const reported: Exchange[] = [];
    for (let round = 1; reported.length < 500; round += 1) {
      const running = cli.start(['serve', '--no-open']);
      const call = await connect(running);
      const kill = (): void => void running.child.kill('SIGKILL');
      const sent = await sendUntilKilled(call, round, round * 41, kill);
      await running.ended;
      expect(sent.length).toBeGreaterThanOrEqual(round * 41);
      reported.push(...sent);
      const store = createSqliteHistoryStore(cli.data);
      for (const exchange of sent) expect(valueOf(store.get(exchange.id))?.exchange).toEqual(exchange);
      store.close();
    }
    const store = createSqliteHistoryStore(cli.data);
    const page = (before: string | null): readonly string[] =>
      valueOf(store.search(everything, { limit: 500, before })).map(({ id }) => id);
    const first = page(null);
    const listed = new Set([...first, ...page(first.at(-1) ?? null)]);
    expect(reported.filter(({ id }) => !listed.has(id))).toEqual([]);
    expect(valueOf(store.count())).toBe(listed.size);
    // At most one send was on its way at each kill; what was recorded of it is there, its outcome is not.
    expect(listed.size - reported.length).toBeLessThanOrEqual(5);
    store.close();
  },
);
