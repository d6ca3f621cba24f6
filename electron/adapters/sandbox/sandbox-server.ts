import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Problem } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import type { SandboxControl, SandboxHost } from '../../../shared/ports/sandbox-host.ts';
import { createSandboxListener, type SandboxListenerOptions } from './create-sandbox-listener.ts';
import type { SandboxLedger } from './sqlite-sandbox-ledger.ts';

export type SandboxServerOptions = Omit<SandboxListenerOptions, 'control'> & {
  readonly ledger: SandboxLedger;
  /** The port to try; 0 for any. */
  readonly port: number;
  /** Whether any other port will do where that one is taken. */
  readonly anyOtherPort: boolean;
};

export type SandboxServer = SandboxHost & { close(): Promise<void> };

/** The sandbox as a real HTTP server on loopback, `/<api id>/…` for each API; any client can use it. */
export function createSandboxServer(options: SandboxServerOptions): SandboxServer {
  let server: Server | null = null;
  let starting: Promise<Result<string, Problem>> | null = null;
  const { ledger } = options;
  const listeners = new Set<() => void>();
  const tell = (): void => listeners.forEach((listener) => listener());
  const control: SandboxControl = {
    ...ledger,
    change: (change) => {
      const changed = ledger.change(change);
      if (changed.ok) tell();
      return changed;
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return {
    start: () =>
      (starting ??= listen({ ...options, control }, tell).then((result) => {
        if (!result.ok) {
          starting = null;
          return result;
        }
        server = result.value;
        return ok(originOf(server));
      })),
    origin: () => (server === null ? null : originOf(server)),
    control,
    close: async () => {
      const running = server;
      server = null;
      starting = null;
      if (running !== null) {
        const closed = new Promise((resolve) => running.close(resolve));
        running.closeAllConnections();
        await closed;
      }
      ledger.close();
    },
  };
}

type ListenOptions = SandboxServerOptions & { readonly control: SandboxControl };

async function listen(options: ListenOptions, tell: () => void): Promise<Result<Server, Problem>> {
  const first = await tryPort(options, options.port, tell);
  if (first.ok || !options.anyOtherPort || first.error.code !== 'EADDRINUSE')
    return toResult(first, options.port);
  return toResult(await tryPort(options, 0, tell), 0);
}

function tryPort(
  options: ListenOptions,
  port: number,
  tell: () => void,
): Promise<Result<Server, NodeJS.ErrnoException>> {
  const server = createSandboxListener(options, tell);
  return new Promise((resolve) => {
    // Also later: a connection that cannot be taken is no reason to end the program.
    server.on('error', (error) => resolve(fail(error)));
    server.listen(port, '127.0.0.1', () => resolve(ok(server)));
  });
}

function toResult(result: Result<Server, NodeJS.ErrnoException>, port: number): Result<Server, Problem> {
  if (result.ok) return result;
  const inUse = result.error.code === 'EADDRINUSE';
  return fail({
    code: 'sandbox',
    message: inUse
      ? `Port ${port} is in use.`
      : `The sandbox cannot listen on port ${port}: ${result.error.message}.`,
    remedy: 'Choose another port with --port, or leave --port out to take any free one.',
  });
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
