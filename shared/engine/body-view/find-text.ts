import { escapeXml } from '../../formats/xml.ts';
import type { BodyFacts } from '../../model/body-view.ts';

/** More places than this are not counted on. */
const mostPlaces = 1_000_000;

/**
 * The offsets of what is searched for, without regard to case, in the order of the text; also where the language of the
 * body writes it with escapes.
 */
export function findText(text: string, query: string, format: BodyFacts['format']): readonly number[] {
  if (query === '') return [];
  const pattern = new RegExp([...query].map((sign) => writtenForms(sign, format)).join(''), 'giu');
  const found: number[] = [];
  for (const { index } of text.matchAll(pattern)) {
    found.push(index);
    if (found.length === mostPlaces) break;
  }
  return found;
}

/** A pattern for one character, however it may be written. */
function writtenForms(sign: string, format: BodyFacts['format']): string {
  const forms = format === 'json' ? jsonForms(sign) : format === 'xml' ? xmlForms(sign) : [];
  return forms.length === 0
    ? RegExp.escape(sign)
    : `(?:${[sign, ...forms].map((form) => RegExp.escape(form)).join('|')})`;
}

/** The flag `i` does not look into an escape, so both cases of a letter are written down. */
function bothCases(sign: string): readonly string[] {
  return [...new Set([sign.toLowerCase(), sign.toUpperCase()])];
}

function jsonForms(sign: string): readonly string[] {
  if (sign === '/') return ['\\/'];
  const short = JSON.stringify(sign).slice(1, -1);
  if (short !== sign) return [short];
  if (sign < '\u0080') return [];
  return bothCases(sign).map((letter) =>
    Array.from({ length: letter.length }, (_, at) => `\\u${hexadecimal(letter.charCodeAt(at), 4)}`).join(''),
  );
}

function xmlForms(sign: string): readonly string[] {
  const escaped = escapeXml(sign);
  if (escaped !== sign) return [escaped];
  if (sign < '\u0080') return [];
  return bothCases(sign)
    .map((letter) => letter.codePointAt(0) ?? 0)
    .flatMap((code) => [`&#${code};`, `&#x${hexadecimal(code, 1)};`]);
}

function hexadecimal(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}
