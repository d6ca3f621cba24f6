import { fail, ok, type Result } from '../model/result.ts';
import { type PatternNode, parsePattern } from './parse-pattern.ts';

/** More work than this (about a second) is refused. */
const maxSteps = 30_000_000;

/** More instructions than this are refused; `(a{1000}){1000}` would need a million. */
const maxInstructions = 5000;

type Instruction =
  | { readonly kind: 'sign'; readonly fits: (codePoint: number) => boolean }
  | { readonly kind: 'assertion'; readonly holds: (text: string, offset: number) => boolean }
  | { readonly kind: 'split'; first: number; second: number }
  | { readonly kind: 'end' };

/** A regular expression that takes time in proportion to the text, whatever it is and whatever the text is. */
export type LinearPattern = { readonly instructions: readonly Instruction[] };

/**
 * Reads a regular expression of JavaScript (with the `u` flag) without look-around and back-references: those two cannot
 * be matched in linear time. The fault is part of a sentence.
 */
export function compilePattern(source: string): Result<LinearPattern, string> {
  const tree = parsePattern(source);
  if (!tree.ok) return tree;
  const instructions: Instruction[] = [];
  if (!addNode(tree.value, instructions)) return fail('it repeats too much to be held');
  instructions.push({ kind: 'end' });
  return ok({ instructions });
}

/**
 * Whether a pattern fits a text: the whole of it, or some stretch of it. All ways through the pattern are followed at
 * once (Thompson 1968), so nothing is ever tried again. Fails where even that takes too long.
 */
export function testPattern(
  { instructions }: LinearPattern,
  text: string,
  range: 'whole' | 'part',
): Result<boolean, 'too long'> {
  let steps = 0;
  let current: number[] = [];
  const seenAt = new Int32Array(instructions.length).fill(-1);
  const follow = (start: number, into: number[], offset: number): void => {
    const open = [start];
    for (let index = open.pop(); index !== undefined; index = open.pop()) {
      const instruction = instructions[index];
      if (instruction === undefined || seenAt[index] === offset) continue;
      seenAt[index] = offset;
      steps += 1;
      if (instruction.kind === 'split') open.push(instruction.second, instruction.first);
      else if (instruction.kind !== 'assertion') into.push(index);
      else if (instruction.holds(text, offset)) open.push(index + 1);
    }
  };
  follow(0, current, 0);
  for (let offset = 0; ;) {
    if (
      current.some((index) => instructions[index]?.kind === 'end') &&
      (range === 'part' || offset === text.length)
    )
      return ok(true);
    if (offset >= text.length || (current.length === 0 && range === 'whole')) return ok(false);
    if (steps > maxSteps) return fail('too long');
    const codePoint = text.codePointAt(offset) ?? 0;
    const next: number[] = [];
    const after = offset + (codePoint > 0xffff ? 2 : 1);
    for (const index of current) {
      const instruction = instructions[index];
      steps += 1;
      if (instruction?.kind === 'sign' && instruction.fits(codePoint)) follow(index + 1, next, after);
    }
    if (range === 'part') follow(0, next, after);
    current = next;
    offset = after;
  }
}

/** Appends a node; false where there is no room for it. */
function addNode(node: PatternNode, out: Instruction[]): boolean {
  if (out.length > maxInstructions) return false;
  switch (node.kind) {
    case 'sign':
      out.push({ kind: 'sign', fits: remembering(node.fits) });
      return true;
    case 'assertion':
      out.push(node);
      return true;
    case 'sequence':
      return node.parts.every((part) => addNode(part, out));
    case 'choice':
      return addChoice(node.parts, out);
    case 'repeat':
      return addRepeat(node, out);
  }
}

function addChoice(parts: readonly PatternNode[], out: Instruction[]): boolean {
  const [first, ...others] = parts;
  if (first === undefined) return true;
  if (others.length === 0) return addNode(first, out);
  const split = addSplit(out);
  if (!addNode(first, out)) return false;
  const jump = addSplit(out);
  split.second = out.length;
  if (!addChoice(others, out)) return false;
  jump.first = out.length;
  jump.second = out.length;
  return true;
}

function addRepeat(node: PatternNode & { readonly kind: 'repeat' }, out: Instruction[]): boolean {
  for (let count = 0; count < node.least; count += 1) {
    const before = out.length;
    if (!addNode(node.part, out)) return false;
    // Nothing, repeated, is nothing: `(){1000000000}` is not counted to its end.
    if (out.length === before) break;
  }
  if (node.most === null) return addLoop(node.part, out);
  const splits: (Instruction & { kind: 'split' })[] = [];
  for (let count = node.least; count < node.most; count += 1) {
    splits.push(addSplit(out));
    if (!addNode(node.part, out)) return false;
  }
  for (const split of splits) split.second = out.length;
  return true;
}

function addLoop(part: PatternNode, out: Instruction[]): boolean {
  const start = out.length;
  const split = addSplit(out);
  if (!addNode(part, out)) return false;
  out.push({ kind: 'split', first: start, second: start });
  split.second = out.length;
  return true;
}

/** A fork whose first way leads to what comes next; the second is set once its goal is known. */
function addSplit(out: Instruction[]): Instruction & { kind: 'split' } {
  const split = { kind: 'split' as const, first: out.length + 1, second: out.length + 1 };
  out.push(split);
  return split;
}

/** Answers for ASCII are kept: most of a body is. */
function remembering(fits: (codePoint: number) => boolean): (codePoint: number) => boolean {
  const known: (boolean | undefined)[] = [];
  return (codePoint) => (codePoint > 127 ? fits(codePoint) : (known[codePoint] ??= fits(codePoint)));
}
