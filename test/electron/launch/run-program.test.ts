import { expect, it } from 'vitest';

import { runProgram } from '../../../electron/launch/run-program.ts';

const node = process.execPath;

it.each([0, 1, 2, 3])('gives the exit code %i of the program', async (code) => {
  expect(await runProgram(node, ['-e', `process.exit(${code})`], 'hidden')).toBe(code);
});

it('gives 1 for a program that is not there, or was killed', async () => {
  expect(await runProgram('/nowhere/program', [], 'hidden')).toBe(1);
  expect(await runProgram(node, ['-e', "process.kill(process.pid, 'SIGKILL')"], 'hidden')).toBe(1);
});

it('listens to signals only while the program runs', async () => {
  const before = process.listenerCount('SIGTERM');
  const running = runProgram(node, ['-e', ''], 'hidden');
  expect(process.listenerCount('SIGTERM')).toBe(before + 1);
  await running;
  expect(process.listenerCount('SIGTERM')).toBe(before);
});
