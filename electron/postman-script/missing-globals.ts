import { postmanModule } from './postman-module.ts';

const { Buffer } = postmanModule('buffer');
const legacy = postmanModule('url');

/** These stand in for the globals that Postman's scripts lack, as far as the engine uses them. */
export class URL {
  readonly protocol: string;
  readonly hostname: string;
  readonly host: string;
  readonly origin: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly href: string;
  readonly username: string;
  readonly password: string;

  constructor(url: string) {
    const parts = legacy.parse(url);
    const [username = '', ...password] = (parts.auth ?? '').split(':');
    this.protocol = parts.protocol ?? '';
    this.hostname = parts.hostname ?? '';
    this.host = parts.host ?? '';
    this.origin = `${this.protocol}//${this.host}`;
    this.pathname = parts.pathname ?? '/';
    this.search = parts.search ?? '';
    this.hash = parts.hash ?? '';
    this.href = parts.href;
    this.username = username;
    this.password = password.join(':');
  }

  static canParse(url: string): boolean {
    return /^https?:\/\/[^\s/?#]+/i.test(url);
  }
}

/** Reads and writes forms as browsers do: a blank is `+`. Source: WHATWG URL, section 5. */
export class URLSearchParams {
  private readonly pairs: [string, string][] = [];

  constructor(init: string | readonly (readonly [string, string])[] = '') {
    if (typeof init !== 'string') init.forEach(([name, value]) => this.append(name, value));
    else
      for (const piece of init.replace(/^\?/, '').split('&').filter(Boolean)) {
        const equals = piece.indexOf('=');
        const name = equals === -1 ? piece : piece.slice(0, equals);
        this.append(decodePiece(name), equals === -1 ? '' : decodePiece(piece.slice(equals + 1)));
      }
  }

  append(name: string, value: string): void {
    this.pairs.push([name, value]);
  }

  toString(): string {
    return this.pairs.map(([name, value]) => `${encodePiece(name)}=${encodePiece(value)}`).join('&');
  }

  [Symbol.iterator](): IterableIterator<[string, string]> {
    return this.pairs[Symbol.iterator]();
  }
}

export class TextEncoder {
  encode(input = ''): Uint8Array {
    return Uint8Array.from(Buffer.from(input, 'utf8'));
  }
}

export class TextDecoder {
  readonly encoding = 'utf-8';

  decode(input: Uint8Array = new Uint8Array()): string {
    return Buffer.from(input).toString('utf8');
  }
}

function encodePiece(text: string): string {
  return encodeURIComponent(text)
    .replaceAll(/[!'()~]/g, (sign) => `%${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}

function decodePiece(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
