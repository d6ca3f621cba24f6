import type { CommandName, Commands } from './commands.ts';
import type { WorkbenchEvent } from './events.ts';

/**
 * Whether the core answers: `lost` may come back by itself, `closed` does not, because another core took its place that
 * does not know this page.
 */
export type Connection = 'open' | 'lost' | 'closed';

/** How a client reaches the core, whatever lies between. */
export type WorkbenchClient = {
  call<Name extends CommandName>(
    name: Name,
    input: Commands[Name]['input'],
  ): Promise<Commands[Name]['output']>;
  /** Listens to every event; the returned function stops it. */
  on(listener: (event: WorkbenchEvent) => void): () => void;
  /**
   * Hears how the connection goes on, for as long as the page lives. `open` means that events come through again and
   * that some may have been missed; the first opening is not told.
   */
  follow(listener: (connection: Connection) => void): void;
};

/** What the preload script puts into the page. Texts only: they are parsed on both sides. */
export type WorkbenchBridge = {
  readonly call: (name: string, input: string) => Promise<string>;
  readonly on: (listener: (event: string) => void) => () => void;
};

/** The property of `window` that holds the bridge in Electron. */
export const bridgeName = 'refundWorkbench';
