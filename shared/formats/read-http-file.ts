import type { HeaderList } from '../model/headers.ts';

/** A request of an `.http` file as it is written there, and what of it was passed over. */
export type HttpFileRequest = {
  readonly name: string;
  /** Line of its request line, from 1. */
  readonly line: number;
  readonly method: string;
  readonly url: string;
  readonly headers: HeaderList;
  readonly body: string | null;
  readonly remarks: readonly string[];
};

export type HttpFile = {
  readonly requests: readonly HttpFileRequest[];
  /** `@name = value`, in order. */
  readonly variables: readonly { readonly name: string; readonly value: string }[];
  /** Remarks on the file, with lines. */
  readonly remarks: readonly string[];
};

const requestLine =
  /^(?:(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+)?((?:https?:\/\/|\{\{)\S*)(?:\s+HTTP\/[\d.]+)?\s*$/;

/** Whether a text has a request line with a method at the start of a line. */
export function looksLikeHttpFile(text: string): boolean {
  return /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+(?:https?:\/\/|\{\{)\S+/m.test(text);
}

/**
 * Reads what the `.http` files of VS Code's REST Client, of JetBrains and of httpYac have in common: requests between
 * `###`, names, variables, header lines and bodies. Scripts and bodies from files are passed over, with a remark.
 */
export function readHttpFile(text: string): HttpFile {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const variables: { name: string; value: string }[] = [];
  const requests: HttpFileRequest[] = [];
  const remarks: string[] = [];
  let start = 0;
  for (let index = 0; index <= lines.length; index += 1) {
    if (index < lines.length && !(lines[index] ?? '').startsWith('###')) continue;
    const block = readBlock(lines.slice(start, index), start + 1, variables);
    if (block.kind === 'request') requests.push(block.request);
    if (block.kind === 'broken') remarks.push(block.reason);
    start = index;
  }
  return { requests, variables, remarks };
}

type Block =
  | { readonly kind: 'request'; readonly request: HttpFileRequest }
  | { readonly kind: 'empty' }
  | { readonly kind: 'broken'; readonly reason: string };

function readBlock(
  lines: readonly string[],
  firstLine: number,
  variables: { name: string; value: string }[],
): Block {
  const remarks: string[] = [];
  let name = '';
  let index = 0;
  for (; index < lines.length; index += 1) {
    const line = (lines[index] ?? '').trim();
    const variable = /^@([^\s=]+)\s*=\s*(.*)$/.exec(line);
    const named = /^(?:#|\/\/)\s*@name\s+(\S.*)$/.exec(line) ?? /^###\s*(\S.*)$/.exec(line);
    if (variable !== null) variables.push({ name: variable[1] ?? '', value: variable[2] ?? '' });
    else if (named !== null) name = named[1] ?? '';
    else if (/^<\s*\{%/.test(line)) {
      remarks.push('Its script before the request was not taken over.');
      while (index < lines.length && !(lines[index] ?? '').includes('%}')) index += 1;
    } else if (line !== '' && !/^(?:#|\/\/)/.test(line)) break;
  }
  if (index >= lines.length) return { kind: 'empty' };
  const place = firstLine + index;
  const found = requestLine.exec((lines[index] ?? '').trim());
  if (found === null) {
    return {
      kind: 'broken',
      reason: `Line ${place} is no request line like POST https://host/path; its request was passed over.`,
    };
  }
  index += 1;
  let url = found[2] ?? '';
  for (; /^\s+[?&/]/.test(lines[index] ?? ''); index += 1) url += (lines[index] ?? '').trim();
  url = url.replace(/\s+HTTP\/[\d.]+$/, '');
  const headers: [string, string][] = [];
  for (; index < lines.length && (lines[index] ?? '').trim() !== ''; index += 1) {
    const line = (lines[index] ?? '').trim();
    if (/^(?:#|\/\/)/.test(line)) continue;
    const colon = line.indexOf(':');
    if (colon > 0) headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
    else remarks.push(`Line ${firstLine + index} is no header line like Name: value; it was passed over.`);
  }
  const body = readBody(lines.slice(index + 1), headers, remarks);
  return {
    kind: 'request',
    request: { name: name.trim(), line: place, method: found[1] ?? 'GET', url, headers, body, remarks },
  };
}

/** Empty lines around the body belong to the layout of the file; a form may go over several lines. */
function readBody(lines: readonly string[], headers: HeaderList, remarks: string[]): string | null {
  const script = lines.findIndex((line) => /^>\s*(?:\{%|\S)|^<>\s*\S/.test(line));
  if (script !== -1) remarks.push('What it does with the answer (a script or a file) was not taken over.');
  const own = script === -1 ? lines : lines.slice(0, script);
  if (own.some((line) => /^<@?\s+\S/.test(line))) {
    remarks.push('Its body stands in another file, which is not read; the body was left empty.');
    return null;
  }
  const text = own
    .join('\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .replace(/(?:\n[ \t]*)+$/, '');
  if (text.trim() === '') return null;
  const isForm = headers.some(
    ([name, value]) => /^content-type$/i.test(name) && /form-urlencoded/i.test(value),
  );
  return isForm ? text.replaceAll(/\s*\n\s*/g, '') : text;
}
