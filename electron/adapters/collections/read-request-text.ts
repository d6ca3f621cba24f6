import * as v from 'valibot';

import { fileSchemas } from '../../../shared/contract/schemas.ts';
import { needsExpected } from '../../../shared/engine/describe-check.ts';
import { type CheckOperator, checkOperators } from '../../../shared/model/check.ts';
import type { CollectionRequest } from '../../../shared/model/collection.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import { otherVersion, readVersionedYaml } from '../read-versioned-yaml.ts';
import { bodyKeys, captureKeys, checkKeys, requestKeys } from './request-keys.ts';

/** What a file says; `newer` is its version where a newer workbench wrote it. */
export type ReadRequest = {
  readonly request: CollectionRequest;
  readonly newer: string | null;
  /** Keys that no workbench of this version knows, and that do not start with `x-`. */
  readonly unknownKeys: readonly string[];
};

/** Reads the text of a request file; the failure says why it cannot be read, to follow a colon. */
export function readRequestText(stem: string, text: string): Result<ReadRequest, string> {
  const read = readVersionedYaml(text);
  if (!read.ok) return read;
  const { root, newer, placeOf } = read.value;
  const strange = newer === null ? findStrangeKey(root) : null;
  if (strange !== null) return fail(`${strange.words}${placeOf(strange.keys)}`);
  const parsed = v.safeParse(fileSchemas.collectionRequest, fromEntries(stem, root));
  if (!parsed.success) {
    return fail(newer === null ? describeIssue(parsed.issues[0], placeOf) : otherVersion(newer));
  }
  const unknownKeys = unknownKeysOf(root, requestKeys).filter((key) => !key.startsWith('x-'));
  return ok({ request: parsed.output, newer, unknownKeys });
}

type Entries = ReadonlyMap<unknown, unknown>;

function fromEntries(stem: string, root: Entries): object {
  return {
    name: root.get('name') ?? stem,
    notes: root.get('notes') ?? '',
    draft: {
      api: root.get('api'),
      template: root.get('template') ?? null,
      operation: root.get('operation'),
      method: root.get('method'),
      url: root.get('url'),
      headers: eachOf(root.get('headers') ?? [], onlyPair),
      body: root.has('body') ? fromBody(root.get('body')) : { kind: 'none' },
    },
    checks: eachOf(root.get('checks') ?? [], fromCheck),
    captures: eachOf(root.get('captures') ?? [], fromCapture),
  };
}

function eachOf(list: unknown, read: (item: Entries) => unknown): unknown {
  if (!Array.isArray(list)) return list;
  return list.map((item: unknown) => (item instanceof Map ? read(item) : item));
}

/** `- Name: value`. */
function onlyPair(item: Entries): unknown {
  const [pair, ...more] = item;
  return more.length === 0 ? pair : item;
}

function fromBody(body: unknown): unknown {
  if (!(body instanceof Map)) return body;
  const entries: Entries = body;
  if (entries.get('kind') !== 'form') {
    return { kind: 'text', language: entries.get('kind'), text: entries.get('text') };
  }
  const main = entries.get('main') ?? null;
  const fields = eachOf(entries.get('fields') ?? [], (item) => {
    const pair = onlyPair(item);
    return Array.isArray(pair) ? { name: pair[0] as unknown, value: pair[1] as unknown } : pair;
  });
  const mainField = main instanceof Map ? plainObject(main, ['field', 'language']) : main;
  return { kind: 'form', fields, main: mainField };
}

function fromCheck(check: Entries): unknown {
  const [operator] = operatorsOf(check);
  return {
    subject: fromSubject(check),
    operator,
    expected: operator === undefined || !needsExpected(operator) ? '' : check.get(operator),
  };
}

function fromCapture(capture: Entries): unknown {
  return { subject: fromSubject(capture), variable: capture.get('into') };
}

function fromSubject(entries: Entries): unknown {
  const namespaces = entries.get('namespaces');
  const subject = plainObject(entries, ['of', 'name', 'path']);
  if (entries.get('of') !== 'xml') return subject;
  return {
    ...subject,
    namespaces: namespaces instanceof Map ? Object.fromEntries(namespaces) : (namespaces ?? {}),
  };
}

function plainObject(entries: Entries, keys: readonly string[]): object {
  return Object.fromEntries(keys.filter((key) => entries.has(key)).map((key) => [key, entries.get(key)]));
}

function operatorsOf(check: Entries): readonly CheckOperator[] {
  return checkOperators.filter((operator) => check.has(operator));
}

type Fault = { readonly words: string; readonly keys: readonly unknown[] };

/** A key that is only misspelt would be a check that is never made. */
function findStrangeKey(root: Entries): Fault | null {
  const body: unknown = root.get('body');
  const places = [
    ...(body instanceof Map ? [{ keys: ['body'], entries: body as Entries, known: bodyKeys }] : []),
    ...itemsOf(root, 'checks').map((item) => ({ ...item, known: checkKeys })),
    ...itemsOf(root, 'captures').map((item) => ({ ...item, known: captureKeys })),
  ];
  for (const { keys, entries, known } of places) {
    const [unknown] = unknownKeysOf(entries, known);
    if (unknown !== undefined) {
      const words = `in ${String(keys[0])} there is no "${unknown}", only ${known.join(', ')};`;
      return { words: `${words} it stands`, keys: [...keys, unknown] };
    }
  }
  const check = itemsOf(root, 'checks').find(({ entries }) => operatorsOf(entries).length !== 1);
  if (check === undefined) return null;
  const words = `a check needs exactly one of ${checkOperators.join(', ')}; this one stands`;
  return { words, keys: check.keys };
}

function itemsOf(
  root: Entries,
  key: string,
): readonly { readonly keys: readonly unknown[]; readonly entries: Entries }[] {
  const list: unknown = root.get(key);
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown, index) =>
    item instanceof Map ? [{ keys: [key, index], entries: item }] : [],
  );
}

function unknownKeysOf(entries: Entries, known: readonly string[]): readonly string[] {
  return [...entries.keys()].map(String).filter((key) => !known.includes(key));
}

function describeIssue(issue: v.BaseIssue<unknown>, placeOf: (keys: readonly unknown[]) => string): string {
  const keys = issue.path?.map(({ key }) => key) ?? [];
  const [first, second] = keys[0] === 'draft' ? keys.slice(1) : keys;
  const place = placeOf(typeof second === 'number' ? [first, second] : [first]);
  const path = v.getDotPath(issue)?.replace(/^draft\./, '') ?? 'the file';
  return `${path}: ${issue.message}${place}`;
}
