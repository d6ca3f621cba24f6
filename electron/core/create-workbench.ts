import type { Handlers, WorkbenchDescription } from '../../shared/contract/commands.ts';
import type { WorkbenchEvent } from '../../shared/contract/events.ts';
import { ok } from '../../shared/model/result.ts';
import type { SandboxHost } from '../../shared/ports/sandbox-host.ts';
import { describeSandbox } from './describe-sandbox.ts';
import { describeEnvironments, findEnvironment, refuseBuiltIn, saveEnvironment } from './environments.ts';
import type { Ports } from './ports.ts';
import { previewExchange } from './preview-exchange.ts';
import { sendExchange } from './send-exchange.ts';
import type { Sessions } from './sessions.ts';

/** What the host knows of itself. */
export type HostDescription = Pick<
  WorkbenchDescription,
  'version' | 'runtime' | 'workspace' | 'dataDirectory'
>;

/** The core: the handlers of the contract, and the events it tells to whoever listens. */
export type Workbench = {
  readonly handlers: Handlers;
  readonly listen: (listener: (event: WorkbenchEvent) => void) => () => void;
};

/** Puts the core together. Effects go through the ports; hosts differ only in how they reach the handlers. */
export function createWorkbench(given: Ports, host: HostDescription): Workbench {
  const listeners = new Set<(event: WorkbenchEvent) => void>();
  const sessions: Sessions = new Map();
  let stopWatching = (): void => undefined;
  const tellEnvironments = (): void =>
    emit({ name: 'environment.changed', activeId: given.environments.activeId() });
  const emit = (event: WorkbenchEvent): void => listeners.forEach((listener) => listener(event));
  const ports: Ports = { ...given, sandbox: tellingSandbox(given.sandbox, emit) };
  return {
    handlers: {
      ...generalHandlers(ports, host),
      ...environmentHandlers(ports, tellEnvironments),
      ...exchangeHandlers(ports, sessions, emit),
      ...sandboxHandlers(ports, sessions),
    },
    listen: (listener) => {
      const isFirst = listeners.size === 0;
      listeners.add(listener);
      if (isFirst) stopWatching = given.environments.watch(tellEnvironments);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stopWatching();
      };
    },
  };
}

type Emit = (event: WorkbenchEvent) => void;

function generalHandlers(
  ports: Ports,
  host: HostDescription,
): Pick<Handlers, 'workbench.describe' | 'history.list' | 'history.get' | 'tabs.load' | 'tabs.save'> {
  return {
    'workbench.describe': async () => ({
      ...host,
      secretStore: ports.secrets.kind,
      sandboxOrigin: ports.sandbox.origin(),
      exchangeCount: countExchanges(ports),
    }),
    'history.list': async (page) => ports.history.list(page),
    'history.get': async ({ id }) => ports.history.get(id),
    'tabs.load': async () => ports.tabs.load(),
    'tabs.save': async (tabs) => ports.tabs.save(tabs),
  };
}

function environmentHandlers(
  { environments, secrets }: Ports,
  tell: () => void,
): Pick<
  Handlers,
  | 'environment.list'
  | 'environment.save'
  | 'environment.remove'
  | 'environment.restore'
  | 'environment.activate'
  | 'secret.set'
  | 'secret.clear'
> {
  const overview = (): ReturnType<typeof describeEnvironments> => describeEnvironments(environments, secrets);
  return {
    'environment.list': async () => overview(),
    'environment.save': async ({ revision, ...environment }) => {
      const saved = saveEnvironment(environments, environment, revision ?? null);
      return saved.ok ? ok(overview()) : saved;
    },
    'environment.remove': async ({ id }) => {
      const allowed = refuseBuiltIn(id);
      const removed = allowed.ok ? environments.remove(id) : allowed;
      return removed.ok ? ok(overview()) : removed;
    },
    // The choice and the secrets stay as they are, so that bringing it back brings everything back.
    'environment.restore': async ({ id }) => {
      const restored = environments.restore(id);
      return restored.ok ? ok(overview()) : restored;
    },
    'environment.activate': async ({ id }) => {
      const found = findEnvironment(environments, id);
      const activated = found.ok ? environments.activate(found.value.id) : found;
      if (!activated.ok) return activated;
      tell();
      return ok(overview());
    },
    'secret.set': async ({ environmentId, name, value }) => {
      secrets.set(environmentId, name, value);
      return overview();
    },
    'secret.clear': async ({ environmentId, name }) => {
      secrets.clear(environmentId, name);
      return overview();
    },
  };
}

function exchangeHandlers(
  ports: Ports,
  sessions: Sessions,
  emit: Emit,
): Pick<Handlers, 'exchange.preview' | 'exchange.send' | 'exchange.cancel'> {
  const underWay = new Map<string, AbortController>();
  return {
    'exchange.preview': async (input) => previewExchange(input, ports),
    'exchange.send': async (input) => {
      const controller = new AbortController();
      underWay.set(input.sendId, controller);
      try {
        const options = { timeout: input.timeout, signal: controller.signal };
        return await sendExchange(input, options, ports, sessions);
      } finally {
        underWay.delete(input.sendId);
        emit({ name: 'history.changed', count: countExchanges(ports) });
      }
    },
    'exchange.cancel': async ({ sendId }) => {
      const controller = underWay.get(sendId);
      controller?.abort();
      return { cancelled: controller !== undefined };
    },
  };
}

/** A send may start the sandbox by itself; whoever shows its address has to hear of it. */
function tellingSandbox(sandbox: SandboxHost, emit: Emit): SandboxHost {
  return {
    ...sandbox,
    start: async () => {
      const before = sandbox.origin();
      const started = await sandbox.start();
      if (sandbox.origin() !== before) emit({ name: 'sandbox.changed', origin: sandbox.origin() });
      return started;
    },
  };
}

function sandboxHandlers(
  { sandbox }: Ports,
  sessions: Sessions,
): Pick<Handlers, 'sandbox.start' | 'sandbox.reset'> {
  return {
    'sandbox.start': async () => {
      const origin = await sandbox.start();
      return origin.ok ? ok(describeSandbox(origin.value)) : origin;
    },
    'sandbox.reset': async () => {
      // A fresh ledger knows no session; keeping one would make the next send look like an expired login.
      sessions.clear();
      return sandbox.reset();
    },
  };
}

function countExchanges({ history }: Ports): number {
  const count = history.count();
  return count.ok ? count.value : 0;
}
