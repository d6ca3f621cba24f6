import type { Secret } from './secret.ts';
import type { Source } from './source.ts';

/** What a variable holds; decides which mistakes are caught before anything is sent. */
export type VariableKind = 'url' | 'amount' | 'id' | 'text' | 'switch';

/** A variable that an API asks for. Named `<api id>.<camelCase>`; `<api id>.baseUrl` always exists. */
export type VariableSpec = {
  readonly name: string;
  readonly title: string;
  readonly kind: VariableKind;
  /** Secret values stay in the core; environments hold only their names. */
  readonly secret: boolean;
  readonly help: string;
  readonly example?: string;
  /** The only texts it may hold, where it is a switch. */
  readonly choices?: readonly string[];
  /** Used where no environment says otherwise. */
  readonly defaultValue?: string;
  readonly source: Source;
};

/** Who gave a variable its value, strongest first. */
export type VariableOrigin =
  | 'this send'
  | 'environment'
  | 'secret store'
  | 'collection'
  | 'sandbox'
  | 'session'
  | 'default'
  | 'generated';

export type VariableValue =
  | {
      readonly secret: false;
      readonly origin: VariableOrigin;
      readonly text: string;
      /** Whether braces in it are text, as in a cell of a data file, and no variables. */
      readonly literal?: boolean;
    }
  | { readonly secret: true; readonly origin: VariableOrigin; readonly value: Secret };

/** Every variable a draft may use, by name. Lives in the core only: it holds secrets. */
export type VariableScope = ReadonlyMap<string, VariableValue>;
