import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { CoreDoor } from '../../electron/core/create-workbench.ts';
import { createWebHost, type WebHost } from '../../electron/web-host/create-web-host.ts';
import type { Handlers } from '../../shared/contract/commands.ts';

/** The real web host on a core that does nothing but note who got as far as to it. */
export type WitnessedHost = WebHost & {
  /** Every command that was carried out, and `listen` for every stream of events. */
  readonly reached: readonly string[];
};

export async function openWitnessedHost(): Promise<WitnessedHost> {
  const reached: string[] = [];
  const handlers = new Proxy({} as Handlers, {
    get: (_target, name) => async () => {
      reached.push(String(name));
      return null;
    },
  });
  const listen: CoreDoor['listen'] = () => {
    reached.push('listen');
    return () => undefined;
  };
  const home = mkdtempSync(join(tmpdir(), 'refund-workbench-witness-'));
  mkdirSync(join(home, 'page', 'assets'), { recursive: true });
  writeFileSync(join(home, 'page', 'index.html'), '<!doctype html><title>Page</title>');
  writeFileSync(join(home, 'page', 'assets', 'main.js'), 'globalThis.pageScript = 1;');
  const core = { handlers, listen } satisfies CoreDoor;
  const host = await createWebHost(core, { port: 0, pageDirectory: join(home, 'page') });
  if (!host.ok) throw new Error(host.error.message);
  const close = async (): Promise<void> => {
    await host.value.close();
    rmSync(home, { recursive: true, force: true });
  };
  return { ...host.value, reached, close };
}
