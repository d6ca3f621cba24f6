import type { ParsedBody } from '../model/parsed-body.ts';
import { parseJson } from './json.ts';
import { parseXml } from './xml.ts';

/**
 * Reads a body by what it is, not by what its content type claims; nothing is repaired.
 * HTML is named as such, because an error page of a proxy is the commonest wrong answer.
 */
export function parseBody(text: string): ParsedBody {
  const start = bodyStart(text);
  if (start === 'empty' || start === 'html') return { kind: start };
  if (start === 'xml') {
    const xml = parseXml(text.replace(/^\uFEFF/, ''));
    return xml.ok
      ? { kind: 'xml', root: xml.value }
      : { kind: 'malformed', format: 'xml', problem: xml.error };
  }
  const json = parseJson(text);
  if (json.ok) return { kind: 'json', root: json.value };
  return start === 'json' ? { kind: 'malformed', format: 'json', problem: json.error } : { kind: 'text' };
}

/** What a body is by how it begins; a `text` may still be a bare JSON number or word. */
export function bodyStart(text: string): 'empty' | 'html' | 'xml' | 'json' | 'text' {
  const start = text
    .replace(/^\uFEFF/, '')
    .trimStart()
    .slice(0, 100);
  if (start === '') return 'empty';
  if (/^<(?:!doctype\s+html|html)[\s>]/i.test(start)) return 'html';
  if (start.startsWith('<')) return 'xml';
  return /^[[{"]/.test(start) ? 'json' : 'text';
}
