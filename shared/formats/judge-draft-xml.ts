import type { TextRange } from '../model/parsed-body.ts';
import { findXmlProblem } from './xml.ts';

/** What a strict reader finds wrong in a draft, its `{{variables}}` read as plain words; `null` where nothing is. */
export function judgeDraftXml(text: string): { readonly range: TextRange; readonly message: string } | null {
  const problem = findXmlProblem(
    text.replaceAll(/\{\{[^{}]*\}\}/g, (variable) => 'x'.repeat(variable.length)),
  );
  if (problem === null) return null;
  const lines = [...text.matchAll(/\r\n|\r|\n/g)];
  const before = lines[problem.line - 2];
  const start = (before === undefined ? 0 : before.index + before[0].length) + problem.column - 1;
  return { range: { start, end: Math.min(start + 1, text.length) }, message: problem.message };
}
