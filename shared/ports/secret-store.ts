import type { Secret } from '../model/secret.ts';

/** Secret values by environment and variable. How they are kept is the adapter's business; the user is told which. */
export type SecretStore = {
  /** `session`: forgotten when the program ends. */
  readonly kind: 'session';
  get(environmentId: string, name: string): Secret | null;
  set(environmentId: string, name: string, value: string): void;
  clear(environmentId: string, name: string): void;
  /** Names that are set, never values. */
  names(environmentId: string): readonly string[];
};
