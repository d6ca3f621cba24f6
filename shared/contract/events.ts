import type { VaultDescription } from '../model/vault.ts';
import type { ArmedEnvironment } from './commands.ts';

/** What the core tells its clients without being asked. */
export interface Events {
  'history.changed': { readonly count: number };
  'production.changed': { readonly armed: readonly ArmedEnvironment[] };
  'sandbox.changed': { readonly origin: string | null };
  'vault.changed': { readonly vault: VaultDescription };
}

export type EventName = keyof Events;

export type WorkbenchEvent = {
  readonly [Name in EventName]: { readonly name: Name } & Events[Name];
}[EventName];
