import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import type { ElectronApplication, Page } from 'playwright/test';

import { openTemplate } from '../journeys.ts';
import { callBridge, expect, windowEnvironment } from './fixtures.ts';
import { project, type Runtime } from './runtimes.ts';

/** A box that the program showed: what it says, and which button a test presses in it. */
export type Box = { readonly message: string; readonly detail: string; readonly buttons: readonly string[] };

/**
 * Presses buttons in the place of a user, one for each box, the last one for all that follow; `null` leaves a box
 * open. Gives what the boxes said so far.
 */
export async function pressInBoxes(
  app: ElectronApplication,
  buttons: readonly (string | null)[],
): Promise<() => Promise<readonly Box[]>> {
  const shown = await app.evaluateHandle(({ dialog }, names) => {
    const boxes: Box[] = [];
    const show = (...given: readonly unknown[]): Promise<{ response: number }> => {
      const {
        message,
        detail = '',
        buttons: present = [],
      } = given.at(-1) as Partial<Box> & { message: string };
      const name = names[Math.min(boxes.length, names.length - 1)] ?? null;
      boxes.push({ message, detail, buttons: present });
      return name === null ? new Promise(() => {}) : Promise.resolve({ response: present.indexOf(name) });
    };
    Reflect.set(dialog, 'showMessageBox', show);
    return boxes;
  }, buttons);
  return () => shown.jsonValue();
}

/** A provider that answers late, and the environment that leads to it. */
export type SlowProvider = {
  /** What it was sent so far. */
  readonly count: () => number;
  readonly close: () => void;
};

/** What the program has to find in its environment to send to such a provider. */
export const slowSecrets = {
  REFUND_WORKBENCH_SECRET_PAYU_ACCESSTOKEN: 'a-token',
  REFUND_WORKBENCH_SECRET_PAYU_CLIENTSECRET: 'a-secret',
};

/** Puts an environment into the workspace of a data folder, whose provider answers after so many milliseconds. */
export async function openSlowProvider(data: string, milliseconds: number): Promise<SlowProvider> {
  let count = 0;
  const server = createServer((request, response) => {
    count += 1;
    request.resume();
    setTimeout(
      () => response.end('{"status":"QUEUED","message":"Refund Request Queued"}'),
      milliseconds,
    ).unref();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const folder = join(data, 'workspace', 'environments');
  mkdirSync(folder, { recursive: true });
  const variables = {
    baseUrl: `http://127.0.0.1:${port}`,
    merchantId: '1',
    resellerId: '2',
    payuId: '403993715529606983',
    refundId: 'R-1',
    amount: '1.00',
  };
  const lines = Object.entries(variables).map(([name, value]) => `  payu.${name}: "${value}"\n`);
  writeFileSync(
    join(folder, 'slow.yaml'),
    `version: "1"\nname: Slow\nclass: test\nvariables:\n${lines.join('')}`,
  );
  return {
    count: () => count,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Sends a refund to the slow provider and does not wait for its answer; comes back when the provider has it. */
export async function beginRefund(page: Page, { count }: SlowProvider): Promise<void> {
  expect(await callBridge(page, 'environment.activate', '{"id":"slow"}')).toContain('"ok":true');
  await expect(page.getByRole('button', { name: /^Environment: Slow/ })).toBeVisible();
  await openTemplate(page, 'PayU · WhatsApp refunds', 'Refund captured payment');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect.poll(count).toBe(1);
}

/** The code that a program ends with. */
export function ended(app: ElectronApplication): Promise<number | null> {
  return new Promise((resolve) => app.process().once('exit', (code) => resolve(code)));
}

/** Starts the program once more beside another one, without a debugger; gives what it said, and its code. */
export function startBeside(
  runtime: Runtime,
  data: string,
  words: readonly string[],
): Promise<{ readonly code: number | null; readonly output: string }> {
  if ('reason' in runtime) throw new Error(runtime.reason);
  const program = spawn(runtime.executable, ['--no-sandbox', project, ...words], {
    env: windowEnvironment(data),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const hear = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  program.stdout.on('data', hear);
  program.stderr.on('data', hear);
  return new Promise((resolve) => program.once('exit', (code) => resolve({ code, output })));
}
