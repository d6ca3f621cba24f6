import { kindOf, lineageOf, type Outline } from '../../model/outline.ts';
import { closingTag, type OutlinedText } from './read-node.ts';

/** A body laid out anew: one line for every value, every literal as it was written. Lines count from 0. */
export type IndentedLines = {
  readonly count: number;
  readonly lines: (from: number, count: number) => readonly string[];
  /** The line a node begins in. */
  readonly lineOf: (node: number) => number;
};

/** The beginning of a node, or its end. */
type Step = { readonly node: number; readonly closes: boolean };

const stride = 256;
/** Deeper nodes stand no further in: the blanks of ten thousand levels would be most of the text. */
const deepest = 100;

/** The lines of a well-formed body. */
export function createIndentedLines(outlined: OutlinedText): IndentedLines {
  const { text, outline } = outlined;
  const before = outsideLines(text.slice(0, outline.mark[0] === undefined ? 0 : (outline.start[0] ?? 0)));
  const after = outsideLines(text.slice(outline.end[0] ?? 0));
  const marks: Step[] = [];
  let steps = 0;
  for (let step: Step | null = { node: 0, closes: false }; step !== null; step = follow(outline, step)) {
    if (steps % stride === 0) marks.push(step);
    steps += 1;
  }
  const count = before.length + steps + after.length;
  return {
    count,
    lines: (from, wanted) => {
      const found = before.slice(from, from + wanted);
      let line = Math.max(0, Math.floor((from - before.length) / stride) * stride);
      let step: Step | null = marks[line / stride] ?? null;
      let level = step === null ? 0 : lineageOf(outline, step.node).length - 1;
      for (; step !== null && found.length < wanted; step = follow(outline, step)) {
        if (line + before.length >= from) found.push(lineText(outlined, step, level));
        line += 1;
        level = levelAfter(outline, step, level);
      }
      const behind = from + found.length - before.length - steps;
      return behind < 0 ? found : [...found, ...after.slice(behind, behind + wanted - found.length)];
    },
    lineOf: (node) => {
      const isBehind = (step: Step): boolean => orderOf(outline, step) > node;
      const next = marks.findIndex(isBehind);
      const block = (next === -1 ? marks.length : next) - 1;
      let line = block * stride;
      let step: Step | null = marks[block] ?? null;
      for (; step !== null && (step.closes || step.node !== node); step = follow(outline, step)) line += 1;
      return before.length + line;
    },
  };
}

/** What stands outside of the root: declaration, comments. */
function outsideLines(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function follow(outline: Outline, { node, closes }: Step): Step | null {
  if (!closes && hasInside(outline, node)) return { node: node + 1, closes: false };
  if (node === 0) return null;
  const [parent, next] = [outline.parent[node] ?? 0, outline.next[node] ?? 0];
  return next === outline.next[parent] ? { node: parent, closes: true } : { node: next, closes: false };
}

/** The level of the step that follows. */
function levelAfter(outline: Outline, { node, closes }: Step, level: number): number {
  if (!closes && hasInside(outline, node)) return level + 1;
  return outline.next[node] === outline.next[outline.parent[node] ?? 0] ? level - 1 : level;
}

/** Grows with the lines: the end of a node comes behind everything in it, and before what follows. */
function orderOf(outline: Outline, { node, closes }: Step): number {
  return closes ? (outline.next[node] ?? 0) - 0.5 : node;
}

function hasInside({ children }: Outline, node: number): boolean {
  return (children[node] ?? 0) > 0;
}

function lineText(outlined: OutlinedText, step: Step, level: number): string {
  const blanks = '  '.repeat(Math.min(level, deepest));
  return blanks + (outlined.outline.format === 'json' ? jsonLine(outlined, step) : xmlLine(outlined, step));
}

function jsonLine({ text, outline }: OutlinedText, { node, closes }: Step): string {
  const { start, end, mark, next, parent } = outline;
  const isLast = node === 0 || next[node] === next[parent[node] ?? 0];
  const kind = kindOf(outline, node);
  const comma = isLast ? '' : ',';
  if (closes) return (kind === 'array' ? ']' : '}') + comma;
  const [from, at, to] = [mark[node] ?? 0, start[node] ?? 0, end[node] ?? 0];
  // The name as it is written; behind it come blanks and the colon.
  const name = from === at ? '' : `${text.slice(from, text.lastIndexOf('"', at - 1) + 1)}: `;
  if (kind === 'object' || kind === 'array') {
    const signs = kind === 'array' ? '[]' : '{}';
    return name + (hasInside(outline, node) ? signs.charAt(0) : signs + comma);
  }
  return name + text.slice(at, to) + comma;
}

function xmlLine(outlined: OutlinedText, { node, closes }: Step): string {
  const { text, outline } = outlined;
  const [start, end, mark] = [outline.start[node] ?? 0, outline.end[node] ?? 0, outline.mark[node] ?? 0];
  if (closes) return text.slice(closingTag(outlined, node), end);
  if (kindOf(outline, node) === 'text') return text.slice(start, end).trim();
  return text.slice(start, hasInside(outline, node) ? mark : end);
}
