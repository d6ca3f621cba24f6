import { headerValue } from '../model/headers.ts';
import type { RequestParts } from '../model/request-parts.ts';
import { type ShellPiece, writeShellWord } from './shell-words.ts';

export type CurlOptions = {
  /** Whether a success changes money; the command then says in its first line what it goes round. */
  readonly movesMoney: boolean;
  /** Which `{{name}}` are references, and become shell variables; any other is plain text. */
  readonly isReference: (name: string) => boolean;
  /** Further sentences for the head of the command, without line breaks. */
  readonly notes: readonly string[];
};

/**
 * A request as a curl command for a POSIX shell: exact method, address, header lines and body, no redirect followed.
 * References become shell variables that have to be set first. The request holds no U+0000, which no shell can carry.
 */
export function writeCurl(request: RequestParts, options: CurlOptions): string {
  const variables = nameVariables(request, options.isReference);
  const word = (text: string): string => writeShellWord(toPieces(text, variables));
  const { method, url, headers, body } = request;
  const lines = [
    `curl --request ${word(method)}`,
    // curl reads [ ] { } in an address as patterns of its own.
    ...(/[[\]{}]/.test(url) ? ['--globoff'] : []),
    `--url ${word(url)}`,
    ...headers.map(([name, value]) => `--header ${word(value === '' ? `${name};` : `${name}: ${value}`)}`),
    // Else curl would call every body a form.
    ...(body === null || headerValue(headers, 'content-type') !== null ? [] : ["--header 'Content-Type:'"]),
    // A body that starts with @ would be taken for the name of a file.
    ...(body === null ? [] : [`${body.startsWith('@') ? '--data-raw' : '--data-binary'} ${word(body)}`]),
  ];
  return [...comments(request, options, variables), lines.join(' \\\n  '), ''].join('\n');
}

const reference = /\{\{\s*([\w.$-]+)\s*\}\}/g;

/** Shell variables by the name they have here, each with a name of its own. */
function nameVariables(
  request: RequestParts,
  isReference: CurlOptions['isReference'],
): ReadonlyMap<string, string> {
  const variables = new Map<string, string>();
  const taken = new Set<string>();
  for (const text of textsOf(request)) {
    for (const [, name = ''] of text.matchAll(reference)) {
      if (variables.has(name) || !isReference(name)) continue;
      const plain = name
        .toUpperCase()
        .replaceAll(/[^\dA-Z]+/g, '_')
        .replace(/^_+/, '')
        .replace(/^(?=\d|$)/, 'V');
      let free = plain;
      for (let number = 2; taken.has(free); number += 1) free = `${plain}_${number}`;
      taken.add(free);
      variables.set(name, free);
    }
  }
  return variables;
}

function textsOf({ url, headers, body }: RequestParts): readonly string[] {
  return [url, ...headers.map(([, value]) => value), body ?? ''];
}

function toPieces(text: string, variables: ReadonlyMap<string, string>): readonly ShellPiece[] {
  const pieces: ShellPiece[] = [];
  let last = 0;
  for (const match of text.matchAll(reference)) {
    const variable = variables.get(match[1] ?? '');
    if (variable === undefined) continue;
    pieces.push(text.slice(last, match.index), { variable });
    last = match.index + match[0].length;
  }
  return [...pieces, text.slice(last)];
}

function comments(
  request: RequestParts,
  { movesMoney, notes }: CurlOptions,
  variables: ReadonlyMap<string, string>,
): readonly string[] {
  const set = [...variables].map(
    ([name, variable]) => `#   ${variable} = ${name}${encodingWords(request, name)}`,
  );
  return [
    ...(movesMoney ? ["# Sending this moves money and passes none of the workbench's checks."] : []),
    ...notes.map((note) => `# ${note}`),
    ...(set.length === 0
      ? []
      : ['# Set these variables first, each exactly as the request writes it:', ...set]),
  ];
}

/** How the text that a reference stands for is written in its place; empty where it stands as it is. */
function encodingWords({ url, headers, body }: RequestParts, name: string): string {
  const written = new RegExp(`\\{\\{\\s*${name.replaceAll(/[.$]/g, String.raw`\$&`)}\\s*\\}\\}`);
  const basic = headers.some(([, value]) => /^basic /i.test(value) && written.test(value));
  const ways = [
    basic ? 'in base64, together with what stands beside it there (user:password)' : '',
    written.test(url.replace(/^\{\{[^{}]*\}\}/, '')) ? 'percent-encoded in the address' : '',
    body !== null && written.test(body) ? bodyEncoding(headers, body) : '',
  ].filter((way) => way !== '');
  return ways.length === 0 ? '' : `, ${ways.join('; ')}`;
}

function bodyEncoding(headers: RequestParts['headers'], body: string): string {
  const type = headerValue(headers, 'content-type') ?? '';
  if (/form-urlencoded/i.test(type)) return 'percent-encoded in the form';
  if (/^\s*</.test(body)) return 'XML-escaped in the body';
  return /^\s*[[{"]/.test(body) ? 'JSON-escaped in the body' : '';
}
