import type { ParsedBody } from '../model/parsed-body.ts';
import { parseJson } from './json.ts';
import { parseXml } from './xml.ts';

/**
 * Reads a body by what it is, not by what its content type claims; nothing is repaired.
 * HTML is named as such, because an error page of a proxy is the commonest wrong answer.
 */
export function parseBody(text: string): ParsedBody {
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (start === '') return { kind: 'empty' };
  if (/^<(?:!doctype\s+html|html)[\s>]/i.test(start)) return { kind: 'html' };
  if (start.startsWith('<')) {
    const xml = parseXml(text.replace(/^\uFEFF/, ''));
    return xml.ok
      ? { kind: 'xml', root: xml.value }
      : { kind: 'malformed', format: 'xml', problem: xml.error };
  }
  const json = parseJson(text);
  if (json.ok) return { kind: 'json', root: json.value };
  return /^[[{"]/.test(start) ? { kind: 'malformed', format: 'json', problem: json.error } : { kind: 'text' };
}
