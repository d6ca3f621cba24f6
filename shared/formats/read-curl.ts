import type { RequestParts } from '../model/request-parts.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { readShellWords } from './shell-words.ts';

/** A request that somebody sent us, and what of it could not be taken over, as sentences. */
export type ReadRequest = { readonly request: RequestParts; readonly remarks: readonly string[] };

/** The place of a curl command in a text: at the start of a line, after the sign of a prompt if any. */
const commandStart = /(?:^|\n)[ \t]*(?:(?:[$%>]|PS [^>\n]*>)[ \t]+)?curl(?:\.exe)?(?=[ \t\\^`])/;

/** Whether a curl command stands in a text. */
export function holdsCurl(text: string): boolean {
  return commandStart.test(text);
}

/**
 * Reads the first curl command of a text, as people and browsers write it for a POSIX shell, for cmd or PowerShell.
 * Nothing is run, no file is read. Fails with a sentence where the request in it cannot be known.
 */
export function readCurl(text: string): Result<ReadRequest, string> {
  const found = commandStart.exec(text);
  if (found === null) return fail('There is no curl command in the text.');
  const split = readShellWords(text.slice(found.index + found[0].length));
  if (!split.ok) return split;
  const command = new CurlCommand();
  command.remarks.push(...split.value.remarks);
  const problem = command.read(split.value.words);
  return problem === null ? command.finish() : fail(problem);
}

type Take = (command: CurlCommand, value: string) => string | null | void;

/** What an option does with its value; those without a value get an empty text. */
const withValue: Readonly<Record<string, Take>> = {
  request: (command, value) => void (command.method = value.toUpperCase()),
  url: (command, value) => command.takeUrl(value),
  header: (command, value) => command.takeHeader(value),
  data: (command, value) => command.takeData(value, true),
  'data-ascii': (command, value) => command.takeData(value, true),
  'data-binary': (command, value) => command.takeData(value, true),
  'data-raw': (command, value) => command.takeData(value, false),
  'data-urlencode': (command, value) => command.takeEncoded(value),
  json: (command, value) => command.takeJson(value),
  user: (command, value) => command.setHeader('Authorization', `Basic ${toBase64(value)}`),
  'oauth2-bearer': (command, value) => command.setHeader('Authorization', `Bearer ${value}`),
  cookie: (command, value) =>
    value.includes('=') ? command.setHeader('Cookie', value) : fileSentence('cookies', value),
  'user-agent': (command, value) => command.setHeader('User-Agent', value),
  referer: (command, value) => command.setHeader('Referer', value),
  form: () =>
    'The command sends a multipart form (-F), which none of the refund APIs takes and the workbench cannot send.',
  'form-string': () =>
    'The command sends a multipart form (--form-string), which none of the refund APIs takes and the workbench cannot send.',
  'upload-file': (_command, value) => fileSentence('the body', value),
  config: (_command, value) => fileSentence('further options', value),
};

const flags: Readonly<Record<string, Take>> = {
  get: (command) => void (command.dataInUrl = true),
  head: (command) => void (command.method = 'HEAD'),
  insecure: (command) =>
    command.tell('-k switches the check of the certificate off; the workbench always checks it.'),
  location: (command) => command.tell('-L follows redirects; the workbench never does.'),
};

/** Options about the connection or the output: they are no part of the request, and leaving them out changes nothing. */
const ignoredValues =
  'output write-out max-time connect-timeout retry retry-delay retry-max-time dump-header cookie-jar limit-rate max-redirs stderr trace trace-ascii speed-limit speed-time keepalive-time';
const ignoredFlags =
  'silent show-error verbose include compressed globoff fail fail-with-body http1.0 http1.1 http2 http2-prior-knowledge http3 no-buffer progress-bar no-progress-meter path-as-is disable remote-name parallel ssl-no-revoke tlsv1.2 tlsv1.3 tcp-nodelay no-keepalive ipv4 ipv6';
/** Options that change where or how it is sent, and are told. */
const toldValues =
  'proxy proxy-user cert cert-type key key-type cacert capath resolve connect-to interface range time-cond aws-sigv4 ciphers proto unix-socket dns-servers pass noproxy tls-max doh-url';

const shortNames: Readonly<Record<string, string>> = {
  X: 'request',
  H: 'header',
  d: 'data',
  u: 'user',
  b: 'cookie',
  A: 'user-agent',
  e: 'referer',
  F: 'form',
  T: 'upload-file',
  K: 'config',
  G: 'get',
  I: 'head',
  k: 'insecure',
  L: 'location',
  o: 'output',
  w: 'write-out',
  m: 'max-time',
  D: 'dump-header',
  c: 'cookie-jar',
  x: 'proxy',
  U: 'proxy-user',
  E: 'cert',
  r: 'range',
  z: 'time-cond',
  s: 'silent',
  S: 'show-error',
  v: 'verbose',
  i: 'include',
  g: 'globoff',
  f: 'fail',
  N: 'no-buffer',
  O: 'remote-name',
  q: 'disable',
  '#': 'progress-bar',
  '0': 'http1.0',
  '4': 'ipv4',
  '6': 'ipv6',
};

const isIn = (list: string, name: string): boolean => list.split(' ').includes(name);

/** Collects what the options of one command say. */
class CurlCommand {
  readonly remarks: string[] = [];
  method: string | null = null;
  dataInUrl = false;
  #url: string | null = null;
  #headers: [string, string][] = [];
  /** Names of headers that curl is told not to send, in lower case. */
  readonly #removed = new Set<string>();
  #data: string | null = null;
  #impliedType = 'application/x-www-form-urlencoded';

  tell(sentence: string): void {
    if (!this.remarks.includes(sentence)) this.remarks.push(sentence);
  }

  /** The sentence of what makes the request unknowable, or `null`. */
  read(words: readonly string[]): string | null {
    let onlyUrls = false;
    for (let index = 0; index < words.length; index += 1) {
      const word = words[index] ?? '';
      if (onlyUrls || !/^-./.test(word)) {
        this.takeUrl(word);
        continue;
      }
      if (word === '--') {
        onlyUrls = true;
        continue;
      }
      if (word === '--next') {
        this.tell('The command makes more than one call; only the first was read.');
        break;
      }
      const used = word.startsWith('--')
        ? this.#readLong(word.slice(2), words[index + 1])
        : this.#readShort(word.slice(1), words[index + 1]);
      if (typeof used === 'string') return used;
      index += used;
    }
    return null;
  }

  /** How many further words it takes, or a sentence. */
  #readLong(name: string, next: string | undefined): number | string {
    const take = withValue[name];
    if (take !== undefined || isIn(ignoredValues, name) || isIn(toldValues, name)) {
      if (next === undefined) return `The option --${name} has no value, so the command is cut off.`;
      if (take === undefined) this.#pass(`--${name}`, isIn(toldValues, name));
      return take?.(this, next) ?? 1;
    }
    const flag = flags[name];
    if (flag !== undefined) return flag(this, '') ?? 0;
    if (!isIn(ignoredFlags, name)) this.#pass(`--${name}`, true);
    return 0;
  }

  /** `-sSL`, `-XPOST`, `-H` and its value in the next word. */
  #readShort(letters: string, next: string | undefined): number | string {
    for (const [index, letter] of [...letters].entries()) {
      const name = shortNames[letter];
      if (name === undefined) {
        this.#pass(`-${letter}`, true);
        continue;
      }
      const takesValue = withValue[name] !== undefined || isIn(`${ignoredValues} ${toldValues}`, name);
      if (!takesValue) {
        const used = this.#readLong(name, undefined);
        if (typeof used === 'string') return used;
        continue;
      }
      const attached = letters.slice(index + 1);
      const used = this.#readLong(name, attached === '' ? next : attached);
      return typeof used === 'string' ? used : attached === '' ? 1 : 0;
    }
    return 0;
  }

  #pass(option: string, told: boolean): void {
    if (told) this.tell(`The option ${option} was left out; the workbench has nothing like it.`);
  }

  takeUrl(word: string): void {
    if (this.#url === null) this.#url = word;
    else this.tell(`The command names more than one address; ${JSON.stringify(word)} was left out.`);
  }

  /** `Name: value`; `Name:` takes a header away that curl would send, `Name;` sends it empty. */
  takeHeader(line: string): string | null {
    if (line.startsWith('@')) return fileSentence('headers', line.slice(1));
    const parts = /^([^:;]+)(?:(:)[ \t]*([^]*)|;)$/.exec(line);
    const name = (parts?.[1] ?? '').trim();
    if (parts === null || name === '') {
      this.tell(`The header ${JSON.stringify(line)} has no colon and was left out.`);
      return null;
    }
    const value = parts[3] ?? '';
    if (parts[2] === ':' && value === '') this.#removed.add(name.toLowerCase());
    else this.#headers.push([name, value]);
    return null;
  }

  setHeader(name: string, value: string): void {
    if (!this.#headers.some(([known]) => known.toLowerCase() === name.toLowerCase()))
      this.#headers.push([name, value]);
  }

  takeData(text: string, mayBeFile: boolean): string | null {
    if (mayBeFile && text.startsWith('@')) return fileSentence('the body', text.slice(1));
    this.#data = this.#data === null ? text : `${this.#data}&${text}`;
    return null;
  }

  takeEncoded(text: string): string | null {
    const parts = /^([^=@]*)([=@])([^]*)$/.exec(text);
    if (parts?.[2] === '@') return fileSentence('a part of the body', parts[3] ?? '');
    const name = parts?.[1] ?? '';
    const encoded = encodeStrictly(parts === null ? text : (parts[3] ?? ''));
    return this.takeData(name === '' ? encoded : `${name}=${encoded}`, false);
  }

  takeJson(text: string): string | null {
    if (text.startsWith('@')) return fileSentence('the body', text.slice(1));
    this.#impliedType = 'application/json';
    this.#data = (this.#data ?? '') + text;
    return null;
  }

  finish(): Result<ReadRequest, string> {
    if (this.#url === null || this.#url === '') return fail('The command names no address.');
    const scheme = /^(?:[a-z][a-z\d+.-]*:\/\/|\{\{)/i.test(this.#url);
    if (!scheme) this.tell('The address names no scheme; curl would call it with http://.');
    const url = scheme ? this.#url : `http://${this.#url}`;
    if (this.dataInUrl) {
      const join = url.includes('?') ? '&' : '?';
      const whole = this.#data === null ? url : `${url}${join}${this.#data}`;
      return ok({
        request: { method: this.method ?? 'GET', url: whole, headers: this.#headers, body: null },
        remarks: this.remarks,
      });
    }
    const method = this.method ?? (this.#data === null ? 'GET' : 'POST');
    return ok({
      request: { method, url, headers: this.#withImpliedHeaders(), body: this.#data },
      remarks: this.remarks,
    });
  }

  /** What curl adds by itself to a body. */
  #withImpliedHeaders(): readonly (readonly [string, string])[] {
    const has = (name: string): boolean =>
      this.#removed.has(name) || this.#headers.some(([known]) => known.toLowerCase() === name);
    const implied: [string, string][] = [];
    if (this.#data !== null && !has('content-type')) implied.push(['Content-Type', this.#impliedType]);
    if (this.#impliedType === 'application/json' && !has('accept'))
      implied.push(['Accept', 'application/json']);
    return [...this.#headers, ...implied];
  }
}

function fileSentence(what: string, path: string): string {
  return `The command takes ${what} from the file ${JSON.stringify(path)}, which is not in the text; put its content into the command.`;
}

/** As curl does it: everything but letters, digits and `-._~`. */
function encodeStrictly(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function toBase64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
