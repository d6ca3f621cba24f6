import { findSign, jsonMember, parseJson } from '../../formats/json.ts';
import { evidenceFormat, evidenceLimit, type EvidenceReport } from '../../model/evidence.ts';
import type { JsonNode } from '../../model/parsed-body.ts';
import type { Problem } from '../../model/problem.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import { harEvidence } from './evidence-har.ts';
import { dataEnd, dataStart } from './evidence-html.ts';

/** What an evidence file holds as data; not yet known to have the documented shape. */
export type EvidenceData = { readonly kind: EvidenceReport['kind']; readonly data: unknown };

/** More values than any bundle has; reading them all would only fill the memory. */
const mostValues = 500_000;

/** Whether a text looks like evidence of any version, so that it can be recognised among other things. */
export function looksLikeEvidence(text: string): boolean {
  return text.includes('refund-workbench-evidence');
}

/** Finds the bundle in an evidence file written as JSON, HTML or HAR. Nothing of the file is run or shown. */
export function readEvidence(text: string): Result<EvidenceData, Problem> {
  if (text.length > evidenceLimit) return unreadable('it is larger than any evidence file can be');
  if (!looksLikeEvidence(text)) return unreadable('nothing in it says that it is evidence of this workbench');
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (start.startsWith('{')) return readJson(text);
  if (/^<!doctype html>/i.test(start)) return readHtml(text);
  if (start.startsWith('# Evidence')) {
    return fail({
      code: 'bad-input',
      message: 'This is evidence as Markdown, which cannot be checked: it only lists the hashes.',
      remedy: 'Ask for the same evidence as JSON or HTML, and compare the SHA-256 of all.',
    });
  }
  return unreadable('it is neither JSON nor a page as the workbench writes it');
}

function readHtml(text: string): Result<EvidenceData, Problem> {
  const scripts = text.match(/<script/gi)?.length ?? 0;
  const start = text.indexOf(dataStart);
  const end = text.indexOf(dataEnd, start);
  if (start === -1 || end === -1) return unreadable('the page holds no data block');
  if (scripts !== 1) {
    return unreadable(`the page holds ${scripts} script blocks, where evidence has exactly one, its data`);
  }
  return readBundle('html', text.slice(start + dataStart.length, end));
}

function readJson(text: string): Result<EvidenceData, Problem> {
  return readBundle('json', text);
}

function readBundle(kind: 'html' | 'json', text: string): Result<EvidenceData, Problem> {
  if (hasTooManyValues(text)) return unreadable('it holds more values than any evidence has');
  const parsed = parseJson(text);
  if (!parsed.ok) {
    const { message, line, column } = parsed.error;
    return unreadable(`its data is no JSON (line ${line}, column ${column}: ${message})`);
  }
  const twice = findRepeatedName(parsed.value);
  if (twice !== null) return unreadable(`the name "${twice}" stands twice in the same object`);
  const inHar = kind === 'json' ? jsonMember(jsonMember(parsed.value, 'log'), harEvidence) : null;
  const root = inHar ?? parsed.value;
  const format = jsonMember(root, 'format');
  if (format?.kind !== 'string' || format.text !== evidenceFormat) return fail(otherFormat(format));
  return ok({ kind: inHar === null ? kind : 'har', data: toValue(root) });
}

function otherFormat(format: JsonNode | null): Problem {
  const name = format?.kind === 'string' ? format.text.slice(0, 60) : '';
  const isNewer = /^refund-workbench-evidence\/\d{1,4}$/.test(name);
  return {
    code: 'bad-input',
    message: isNewer
      ? `This evidence has the format ${name}, and this workbench knows ${evidenceFormat}.`
      : 'This cannot be read as evidence: it does not name the format of an evidence bundle.',
    remedy: isNewer
      ? 'Check it with the version of the workbench that made it.'
      : 'Take the file that the workbench wrote, unchanged.',
  };
}

function hasTooManyValues(text: string): boolean {
  let values = 0;
  const found = findSign(text, (sign) => {
    if (sign === ',' || sign === '[' || sign === '{') values += 1;
    return values > mostValues;
  });
  return found !== null;
}

/** Of two members of one name readers take one or the other; a file that relies on it lies to somebody. */
function findRepeatedName(node: JsonNode): string | null {
  if (node.kind === 'array') return firstOf(node.items);
  if (node.kind !== 'object') return null;
  const names = new Set<string>();
  for (const { name } of node.members) {
    if (names.has(name)) return name.slice(0, 60);
    names.add(name);
  }
  return firstOf(node.members.map(({ value }) => value));
}

function firstOf(nodes: readonly JsonNode[]): string | null {
  for (const node of nodes) {
    const found = findRepeatedName(node);
    if (found !== null) return found;
  }
  return null;
}

/** Plain values; the numbers of a bundle are counts and times of our own, never amounts. */
function toValue(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object':
      // Defines members instead of assigning them, so that `__proto__` is a name like any other.
      return Object.fromEntries(node.members.map(({ name, value }) => [name, toValue(value)]));
    case 'array':
      return node.items.map(toValue);
    case 'string':
      return node.text;
    case 'number':
      return Number(node.text);
    case 'boolean':
      return node.text === 'true';
    case 'null':
      return null;
  }
}

function unreadable(why: string): { readonly ok: false; readonly error: Problem } {
  return fail({
    code: 'bad-input',
    message: `This cannot be read as evidence: ${why}.`,
    remedy: 'Take the file that the workbench wrote, unchanged.',
  });
}
