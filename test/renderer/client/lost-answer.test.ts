import { expect, it } from 'vitest';

import { lostAnswer } from '../../../renderer/client/lost-answer.ts';

it('leaves a send without an answer: its outcome is unknown, and no failure', () => {
  expect(lostAnswer('exchange.send')).toBe(null);
});

it('fails in the words of the command, and claims nothing', () => {
  const problem = { code: 'storage', message: expect.stringContaining('nobody knows') as string };
  expect(lostAnswer('collection.create')).toMatchObject({ ok: false, error: problem });
  expect(lostAnswer('batch.start')).toMatchObject({ ok: false, error: [problem] });
});

it('gives no failure to a command that has none', () => {
  expect(lostAnswer('vault.lock')).toBe(null);
});
