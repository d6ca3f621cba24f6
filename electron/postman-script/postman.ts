/** What the script uses of `pm`. Source: Postman docs, Script reference; tried in newman 6.2.2. */
export type Postman = {
  readonly info: { readonly iteration: number };
  readonly request: {
    readonly method: string;
    readonly url: { toString(): string; update(url: string): void };
    readonly headers: {
      all(): readonly PostmanPair[];
      clear(): void;
      add(header: { readonly key: string; readonly value: string }): void;
    };
    readonly body?: PostmanBody;
  };
  /** Without an answer it is absent, or has no code. */
  readonly response?: PostmanResponse;
  readonly variables: {
    has(name: string): boolean;
    get(name: string): unknown;
    set(name: string, value: string): void;
    unset(name: string): void;
  };
  readonly execution?: { skipRequest?(): void };
  readonly iterationData?: { has(name: string): boolean };
  sendRequest(
    request: {
      readonly method: string;
      readonly url: string;
      readonly header: readonly { readonly key: string; readonly value: string }[];
      readonly body?: { readonly mode: 'raw'; readonly raw: string };
    },
    done: (error: unknown, response: PostmanResponse) => void,
  ): void;
  test(name: string, body: () => void): void;
};

export type PostmanResponse = {
  readonly code?: number;
  readonly status: string;
  readonly headers: { all(): readonly PostmanPair[] };
  readonly responseTime: number;
  text(): string | undefined;
};

export type PostmanPair = {
  readonly key: string;
  readonly value?: string | null;
  readonly disabled?: boolean;
};

export type PostmanBody = {
  readonly mode?: string;
  readonly raw?: string;
  readonly urlencoded?: { all(): readonly PostmanPair[] };
  readonly options?: { readonly raw?: { readonly language?: string } };
  update(body: { readonly mode: 'raw'; readonly raw: string }): void;
};

/** The modules that Postman gives every script. */
export type PostmanModules = {
  'crypto-js': {
    SHA256(text: string): { toString(): string };
    SHA512(text: string): { toString(): string };
    readonly lib: { readonly WordArray: { random(count: number): { toString(): string } } };
  };
  buffer: {
    readonly Buffer: {
      from(data: string | Uint8Array, encoding?: string): Uint8Array & { toString(encoding: string): string };
    };
  };
  url: {
    parse(
      url: string,
    ): Readonly<
      Record<'protocol' | 'hostname' | 'host' | 'pathname' | 'search' | 'hash' | 'auth', string | null>
    > & { readonly href: string };
  };
};
