import type { TextRange } from '../model/parsed-body.ts';
import { type JsonToken, jsonTokens } from './json-tokens.ts';

/** A string or word: a value, or the name of a member. */
export type LooseScalar = {
  readonly kind: 'string' | 'word';
  readonly range: TextRange;
  /** What a string says; a word as it stands. */
  readonly text: string;
  readonly isClosed: boolean;
};

/** An object or array. One that is not closed reaches to what ends it. */
export type LooseContainer = {
  readonly kind: 'object' | 'array';
  readonly range: TextRange;
  readonly entries: readonly LooseEntry[];
  readonly isClosed: boolean;
};

export type LooseValue = LooseScalar | LooseContainer;

/** A member or item, as much of it as is there. */
export type LooseEntry = {
  readonly name: LooseScalar | null;
  /** Offset of the colon. */
  readonly colon: number | null;
  readonly value: LooseValue | null;
  /** Offset of the comma that ends it. */
  readonly comma: number | null;
};

type OpenEntry = { -readonly [Key in keyof LooseEntry]: LooseEntry[Key] };
type OpenContainer = {
  readonly kind: 'object' | 'array';
  range: TextRange;
  readonly entries: OpenEntry[];
  isClosed: boolean;
  /** How many of each kind are open here, this one included: most stray brackets are known as such at once. */
  readonly openKinds: Readonly<Record<'object' | 'array', number>>;
};

/** The members and items of a text that ought to be JSON, however broken it is; `null` where there is no value. */
export function readBrokenJson(text: string): LooseValue | null {
  const root: OpenContainer = {
    kind: 'array',
    range: { start: 0, end: text.length },
    entries: [],
    isClosed: true,
    openKinds: { object: 0, array: 0 },
  };
  const open: [OpenContainer, ...OpenContainer[]] = [root];
  const tokens = jsonTokens(text);
  tokens.forEach((token, index) => addToken(open, token, tokens[index + 1]));
  closeDownTo(open, 1, text.length);
  return root.entries[0]?.value ?? null;
}

/** Where an entry begins. */
export function entryStart({ name, value, comma }: LooseEntry): number {
  return name?.range.start ?? value?.range.start ?? comma ?? 0;
}

/** Where an entry ends, its comma left out. */
export function entryEnd({ name, colon, value }: LooseEntry): number {
  return value?.range.end ?? (colon === null ? null : colon + 1) ?? name?.range.end ?? 0;
}

function addToken(
  open: [OpenContainer, ...OpenContainer[]],
  token: JsonToken,
  next: JsonToken | undefined,
): void {
  const container = open.at(-1) ?? open[0];
  const entry = container.entries.at(-1);
  const unfinished = entry?.comma === null ? entry : undefined;
  switch (token.kind) {
    case '{':
    case '[': {
      const kind = token.kind === '{' ? 'object' : 'array';
      const openKinds = { ...container.openKinds, [kind]: container.openKinds[kind] + 1 };
      const inner: OpenContainer = { kind, range: token.range, entries: [], isClosed: false, openKinds };
      addValue(container, inner, false);
      open.push(inner);
      return;
    }
    case '}':
    case ']': {
      const kind = token.kind === '}' ? 'object' : 'array';
      if (container.openKinds[kind] === 0) return;
      const depth = open.findLastIndex((candidate) => candidate.kind === kind);
      const closed = open[depth];
      if (closed === undefined) return;
      closeDownTo(open, depth + 1, token.range.start);
      closed.range = { start: closed.range.start, end: token.range.end };
      closed.isClosed = true;
      open.pop();
      return;
    }
    case ',':
      if (unfinished !== undefined) unfinished.comma = token.range.start;
      else container.entries.push({ name: null, colon: null, value: null, comma: token.range.start });
      return;
    case ':':
      if (unfinished !== undefined && unfinished.name !== null && unfinished.colon === null)
        unfinished.colon = token.range.start;
      return;
    case 'string':
    case 'word': {
      const { kind, range, text, isClosed } = token;
      addValue(container, { kind, range, text, isClosed }, next?.kind === ':');
    }
  }
}

/** What stands before a colon is a name, even where the member before it still waits for its value. */
function addValue(
  container: OpenContainer,
  value: LooseScalar | OpenContainer,
  isBeforeColon: boolean,
): void {
  const entry = container.entries.at(-1);
  const isWaiting = entry?.comma === null && entry.colon !== null && entry.value === null;
  if (container.kind === 'object' && isWaiting && !isBeforeColon) entry.value = value;
  else if (container.kind === 'object' && 'text' in value)
    container.entries.push({ name: value, colon: null, value: null, comma: null });
  else container.entries.push({ name: null, colon: null, value, comma: null });
}

function closeDownTo(open: OpenContainer[], depth: number, end: number): void {
  for (const container of open.splice(depth)) container.range = { start: container.range.start, end };
}
