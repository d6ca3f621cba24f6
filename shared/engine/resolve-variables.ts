import { escapeXml } from '../formats/xml.ts';
import { textPosition } from '../formats/text-position.ts';
import type { Place, Problem } from '../model/problem.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { VariableScope } from '../model/variable.ts';
import { dynamicVariables } from './dynamic-variables.ts';

/** What surrounds a variable, and so how its value has to be written there. */
export type TextLanguage = 'plain' | 'url' | 'json' | 'xml';

/** A stretch of resolved text that came from a variable, and the stretch of the draft it replaced. */
type Insertion = {
  readonly draft: { readonly start: number; readonly end: number };
  readonly start: number;
  readonly end: number;
};

/** Text with its variables replaced; knows where each offset came from. */
export type ResolvedText = {
  readonly text: string;
  /** The offset in the draft for an offset in the resolved text; anything inside a value maps to its `{{`. */
  readonly toDraft: (offset: number) => number;
};

const placeholder = /\{\{([^{}]*)\}\}/g;

/** The variables a text uses, each once, in order. */
export function variableNames(text: string): readonly string[] {
  return [...new Set([...text.matchAll(placeholder)].map((match) => (match[1] ?? '').trim()))];
}

/** The variables that resolving the given ones reads: themselves, and those their values refer to, each once. */
export function reachableNames(names: readonly string[], scope: VariableScope): readonly string[] {
  const found = new Set(names);
  for (const name of found) {
    const variable = scope.get(name);
    // A set that grows while it is walked is walked to its new end.
    if (variable?.secret === false && variable.literal !== true)
      variableNames(variable.text).forEach((inner) => found.add(inner));
  }
  return [...found];
}

/**
 * Replaces every `{{name}}` by its value, written so that it stays one value where it stands: escaped inside a JSON
 * string and in XML, percent-encoded in a URL after its first part. Names in `deferred` are left for later.
 * Fails with one problem for each variable that has no value, naming its first place.
 */
export function resolveText(input: {
  readonly text: string;
  readonly language: TextLanguage;
  readonly scope: VariableScope;
  readonly place: Place;
  readonly deferred?: (name: string) => boolean;
}): Result<ResolvedText, readonly Problem[]> {
  const problems = new Map<string, Problem>();
  const insertions: Insertion[] = [];
  let text = '';
  let last = 0;
  for (const match of input.text.matchAll(placeholder)) {
    const name = (match[1] ?? '').trim();
    if (input.deferred?.(name) === true) continue;
    const value = valueOf(name, input.scope, []);
    text += input.text.slice(last, match.index);
    last = match.index + match[0].length;
    if (!value.ok) {
      const position = input.place.part === 'body' ? textPosition(input.text, match.index) : {};
      if (!problems.has(name)) problems.set(name, { ...value.error, place: { ...input.place, ...position } });
      continue;
    }
    const start = text.length;
    text += encodeFor(input.language, value.value, input.text, match.index);
    insertions.push({ draft: { start: match.index, end: last }, start, end: text.length });
  }
  if (problems.size > 0) return fail([...problems.values()]);
  return ok({ text: text + input.text.slice(last), toDraft: (offset) => toDraftOffset(offset, insertions) });
}

function valueOf(name: string, scope: VariableScope, path: readonly string[]): Result<string, Problem> {
  const variable = scope.get(name);
  if (variable === undefined) return fail(unresolved(name, path));
  if (variable.secret) {
    const text = variable.value.reveal();
    return text === '' ? fail(empty(name)) : ok(text);
  }
  if (variable.text === '') return fail(empty(name));
  if (variable.literal === true) return ok(variable.text);
  if (path.includes(name)) return fail(circular(name, path));
  let failure: Problem | null = null;
  const text = variable.text.replaceAll(placeholder, (_whole, inner: string) => {
    const value = valueOf(inner.trim(), scope, [...path, name]);
    if (value.ok) return value.value;
    failure ??= value.error;
    return '';
  });
  return failure === null ? ok(text) : fail(failure);
}

function unresolved(name: string, path: readonly string[]): Problem {
  if (name.startsWith('$') && !name.includes('.')) return noDynamicVariable(name);
  const inside = path.length === 0 ? '' : `, used by ${path.at(-1)},`;
  return {
    code: 'unresolved-variable',
    message:
      name === '' ? 'There is an empty pair of braces, {{}}.' : `The variable ${name}${inside} has no value.`,
    remedy:
      name === ''
        ? 'Write the name of a variable between the braces, or remove them.'
        : `Give ${name} a value in the environment, or write the value in its place.`,
  };
}

function noDynamicVariable(name: string): Problem {
  return {
    code: 'unresolved-variable',
    message: `There is no dynamic variable ${name}.`,
    remedy: `Use one of ${dynamicVariables.map((variable) => variable.name).join(', ')}, or write the value in its place.`,
  };
}

function empty(name: string): Problem {
  return {
    code: 'empty-variable',
    message: `The variable ${name} is empty.`,
    remedy: `Give ${name} a value in the environment, or write the value in its place.`,
  };
}

function circular(name: string, path: readonly string[]): Problem {
  return {
    code: 'unresolved-variable',
    message: `The variables ${[...path, name].join(' → ')} refer to each other in a circle.`,
    remedy: `Give ${name} a value that does not refer to ${path.at(-1) ?? name}.`,
  };
}

function encodeFor(language: TextLanguage, value: string, draft: string, offset: number): string {
  switch (language) {
    case 'plain':
      return value;
    case 'url':
      return offset === 0 ? value : encodeUrlPart(value);
    case 'json':
      return isInsideJsonString(draft, offset) ? JSON.stringify(value).slice(1, -1) : value;
    case 'xml':
      return isInsideCdata(draft, offset) ? value.replaceAll(']]>', splitCdataEnd) : escapeXml(value);
  }
}

/** The only text that CDATA cannot hold: it is cut in two sections. */
const splitCdataEnd = ']]]]><![CDATA[>';

/** Half of a character has no encoding; it stays, and the URL is refused for it. */
function encodeUrlPart(value: string): string {
  return value.isWellFormed() ? encodeURIComponent(value) : value;
}

function isInsideJsonString(text: string, offset: number): boolean {
  let inside = false;
  for (let index = 0; index < offset; index += 1) {
    if (text[index] === '\\' && inside) index += 1;
    else if (text[index] === '"') inside = !inside;
  }
  return inside;
}

function isInsideCdata(text: string, offset: number): boolean {
  return text.lastIndexOf('<![CDATA[', offset) > text.lastIndexOf(']]>', offset);
}

function toDraftOffset(offset: number, insertions: readonly Insertion[]): number {
  let shift = 0;
  for (const insertion of insertions) {
    if (offset < insertion.start) break;
    if (offset < insertion.end) return insertion.draft.start;
    shift = insertion.draft.end - insertion.end;
  }
  return offset + shift;
}
