import type { Handlers, WorkbenchDescription } from '../../shared/contract/commands.ts';
import type { WorkbenchEvent } from '../../shared/contract/events.ts';
import type { SandboxHost } from '../../shared/ports/sandbox-host.ts';
import { batchHandlers } from './batch-handlers.ts';
import { createBatchControl } from './batches/batch-control.ts';
import { type Cancellable, createCancellable } from './create-cancellable.ts';
import { checkHandlers } from './check-handlers.ts';
import { collectionHandlers } from './collection-handlers.ts';
import { compareSignature } from './compare-signature.ts';
import { createDraftKeeper } from './create-draft-keeper.ts';
import { createTeller } from './create-teller.ts';
import { createWire } from './create-wire.ts';
import { createSessions } from './create-sessions.ts';
import { environmentHandlers } from './environment-handlers.ts';
import { evidenceHandlers } from './evidence-handlers.ts';
import type { Ports } from './ports.ts';
import { previewExchange } from './preview-exchange.ts';
import { revealCurl } from './reveal-curl.ts';
import { sandboxHandlers } from './sandbox-handlers.ts';
import { scenarioHandlers } from './scenario-handlers.ts';
import { sendExchange } from './send-exchange.ts';
import type { CoreState } from './core-state.ts';
import { decideOutcome } from './decide-outcome.ts';
import { historyHandlers } from './history-handlers.ts';
import { createInterlock } from './interlock.ts';
import { productionHandlers } from './production-handlers.ts';
import { runHandlers } from './run-handlers.ts';
import { createRunner } from './runs/create-runner.ts';
import { settingsHandlers } from './settings-handlers.ts';
import { sessionHandlers } from './session-handlers.ts';
import { sweepHourly } from './sweep-history.ts';
import { tableHandlers } from './table-handlers.ts';
import { tellingVault } from './telling-vault.ts';
import { transferHandlers } from './transfer-handlers.ts';
import { vaultHandlers } from './vault-handlers.ts';
import { windowHandlers } from './window-handlers.ts';
import type { WorkUnderWay } from './work-under-way.ts';

/** What the host knows of itself. */
export type HostDescription = Pick<
  WorkbenchDescription,
  'version' | 'runtime' | 'workspace' | 'dataDirectory'
>;

/** What a door leads to: the handlers of the contract, and the events for whoever listens. */
export type CoreDoor = Pick<Workbench, 'handlers' | 'listen'>;

/** The core: the handlers of the contract, and the events it tells to whoever listens. */
export type Workbench = {
  readonly handlers: Handlers;
  readonly listen: (listener: (event: WorkbenchEvent) => void) => () => void;
  readonly underWay: () => WorkUnderWay;
  /** Lets the page give what it has not given yet, and waits until that is kept; for a second at the most. */
  readonly keepDrafts: () => Promise<void>;
  /** Gives up what is on its way to providers, so that its outcome is unknown, and sends nothing more. */
  readonly giveUp: () => void;
  /**
   * Sends nothing more of what goes on by itself, cancels what a page waits for, and waits until all of it has ended and
   * is recorded. A request of a run or a batch that has left is waited for, unless it was given up.
   */
  readonly end: () => Promise<void>;
};

/** Puts the core together. Effects go through the ports; hosts differ only in how they reach the handlers. */
export function createWorkbench(given: Ports, host: HostDescription): Workbench {
  const listeners = new Set<(event: WorkbenchEvent) => void>();
  let watches: readonly (() => void)[] = [];
  const state: CoreState = {
    version: host.version,
    sessions: createSessions((open) => emit({ name: 'session.changed', open })),
    interlock: createInterlock(given.clock),
  };
  const tellEnvironments = (): void =>
    emit({ name: 'environment.changed', activeId: given.environments.activeId() });
  const tellCollections = (count = given.collections.list().collections.length): void =>
    emit({ name: 'collection.changed', count });
  const emit = (event: WorkbenchEvent): void => listeners.forEach((listener) => listener(event));
  const wire = createWire(given.sender);
  const drafts = createDraftKeeper((event) => emit(event));
  const ports: Ports = {
    ...given,
    sender: wire.sender,
    sandbox: tellingSandbox(given.sandbox, emit),
    secrets: { ...given.secrets, vault: tellingVault(given.secrets.vault, emit) },
  };
  const tellHistory = (): void => emit({ name: 'history.changed', count: countExchanges(ports) });
  const afterSend = (): void => {
    sweepHourly(ports);
    tellHistory();
  };
  const cancellable = createCancellable();
  const runner = createRunner({ ports, state, emit, afterSend });
  const batches = createBatchControl(ports, state, (batch) => {
    emit({ name: 'batch.changed', batch });
    tellHistory();
  });
  const sandboxUse = createTeller((at: number) => emit({ name: 'sandbox.used', at }));
  given.sandbox.control.listen(() => sandboxUse.tell(given.clock.now()));
  given.desktop?.listen((event) =>
    emit(
      event.kind === 'menu-chosen'
        ? { name: 'menu.chosen', id: event.id }
        : { name: 'files.handed', count: event.count },
    ),
  );
  given.problems.listen((problem) => emit({ name: 'problem.told', problem }));
  return {
    handlers: {
      ...generalHandlers(ports, host),
      'tabs.save': async (tabs) => {
        const saved = ports.tabs.save(tabs);
        drafts.kept();
        return saved;
      },
      ...historyHandlers(ports, tellHistory),
      ...environmentHandlers(ports, tellEnvironments),
      ...vaultHandlers(ports),
      ...exchangeHandlers(ports, state, emit, cancellable),
      ...sessionHandlers(ports, state, cancellable.run),
      'signature.compare': async (input) => compareSignature(input, ports),
      ...evidenceHandlers(ports, host),
      ...productionHandlers(ports, state, emit),
      ...collectionHandlers(ports, tellCollections),
      ...transferHandlers(ports, host.version, {
        collections: tellCollections,
        environments: tellEnvironments,
      }),
      ...checkHandlers(ports),
      ...tableHandlers(ports),
      ...runHandlers(ports, runner),
      ...batchHandlers(ports, batches),
      ...sandboxHandlers(ports, state),
      ...scenarioHandlers(),
      ...settingsHandlers(ports, emit),
      ...windowHandlers(ports),
    },
    listen: (listener) => {
      const isFirst = listeners.size === 0;
      listeners.add(listener);
      if (isFirst) {
        watches = [
          given.environments.watch(tellEnvironments),
          given.collections.watch(() => tellCollections()),
        ];
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) watches.forEach((stop) => stop());
      };
    },
    underWay: () => ({ requests: cancellable.count(), runs: runner.count(), batches: batches.count() }),
    keepDrafts: drafts.keep,
    giveUp: wire.giveUp,
    end: async () => {
      await Promise.all([cancellable.end(), runner.end(), batches.end()]);
    },
  };
}

type Emit = (event: WorkbenchEvent) => void;

function generalHandlers(
  ports: Ports,
  host: HostDescription,
): Pick<Handlers, 'workbench.describe' | 'audit.verify' | 'audit.list' | 'tabs.load'> {
  return {
    'workbench.describe': async () => ({
      ...host,
      vault: await ports.secrets.vault.describe(),
      sandboxOrigin: ports.sandbox.origin(),
      exchangeCount: countExchanges(ports),
      // Last, because the other answers may have met what is told here.
      problems: ports.problems.all(),
    }),
    'audit.verify': async (options) => ports.audit.verify(options),
    'audit.list': async (page) => ports.audit.list(page),
    'tabs.load': async () => ports.tabs.load(),
  };
}

function exchangeHandlers(
  ports: Ports,
  state: CoreState,
  emit: Emit,
  cancellable: Cancellable,
): Pick<
  Handlers,
  'exchange.preview' | 'exchange.send' | 'exchange.reveal-curl' | 'exchange.decide' | 'exchange.cancel'
> {
  return {
    'exchange.preview': async (input) => previewExchange(input, ports, state),
    'exchange.send': async (input) => {
      try {
        return await cancellable.run(input.sendId, input.timeout, (options) =>
          sendExchange(input, options, ports, state),
        );
      } finally {
        sweepHourly(ports);
        emit({ name: 'history.changed', count: countExchanges(ports) });
      }
    },
    'exchange.reveal-curl': async (input) => revealCurl(input, ports),
    'exchange.decide': async (input) => {
      const decided = decideOutcome(input, ports);
      emit({ name: 'history.changed', count: countExchanges(ports) });
      return decided;
    },
    'exchange.cancel': async ({ sendId }) => ({ cancelled: cancellable.cancel(sendId) }),
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

function countExchanges({ history }: Ports): number {
  const count = history.count();
  return count.ok ? count.value : 0;
}
