import type { TextRange } from '../model/parsed-body.ts';
import type { XmlAttribute, XmlPiece, XmlTag } from './scan-xml.ts';
import { fixOf, mostSlips, type XmlSlip } from './xml-slip.ts';

/** What is wrong inside a piece, whatever stands around it: characters, attributes, an end that is not there. */
export function findXmlCharacterSlips(text: string, piece: XmlPiece): readonly XmlSlip[] {
  switch (piece.kind) {
    case 'text':
      return slipsOfText(text, piece.range, true);
    case 'start':
      return slipsOfStartTag(text, piece);
    case 'end':
      return slipsOfEndTag(text, piece);
    case 'comment':
      return slipsOfComment(text, piece.range, piece.ended);
    case 'cdata':
      return piece.ended ? [] : [unended(piece.range, 9, 'the section <![CDATA[ is never ended; write ]]>')];
    case 'instruction':
      return slipsOfInstruction(text, piece.range, piece.ended);
    case 'doctype':
      return [
        {
          ...place('doctype', piece.range, 'a DOCTYPE is refused, because it can pull in other files'),
          fix: fixOf('Remove the DOCTYPE', piece.range, ''),
        },
      ];
  }
}

/** A slip at a place, for which there is no one right answer. */
function place(kind: string, range: TextRange, message: string): XmlSlip {
  return { concerns: 'places', kind, range, message, fix: null };
}

function unended({ start }: TextRange, length: number, message: string): XmlSlip {
  return place('unended', { start, end: start + length }, message);
}

/** Characters that XML forbids: control characters but for blanks and the upper set, and two that are none. */
const forbidden = String.raw`(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]`;
const suspicious = new RegExp(String.raw`[&<]|\]\]>|${forbidden}`, 'u');
const wrong = new RegExp(
  String.raw`\{\{[^{}]*\}\}|&(?:#\d+|#x[\da-fA-F]+|[\p{L}_:][\p{L}\p{N}_:.-]*);|[&<]|\]\]>|${forbidden}`,
  'gu',
);
const knownEntity = /^&(?:amp|lt|gt|quot|apos|#.*);$/;

function slipsOfText(text: string, { start, end }: TextRange, content: boolean): readonly XmlSlip[] {
  const slice = text.slice(start, end);
  if (!suspicious.test(slice)) return [];
  return slice
    .matchAll(wrong)
    .flatMap(({ index, 0: found }) => {
      const range = { start: start + index, end: start + index + found.length };
      return found.startsWith('{{') || (!content && found === ']]>') ? [] : slipOfCharacters(found, range);
    })
    .take(mostSlips)
    .toArray();
}

function slipOfCharacters(found: string, range: TextRange): readonly XmlSlip[] {
  if (found === '&') {
    const message = 'an & stands alone; write &amp; for it';
    return [{ ...place('ampersand', range, message), fix: fixOf('Write &amp;', range, '&amp;') }];
  }
  if (found === '<') {
    const message = 'a < stands alone; write &lt; for it';
    return [{ ...place('angle', range, message), fix: fixOf('Write &lt;', range, '&lt;') }];
  }
  if (found === ']]>') {
    const message = ']]> may not stand in a text; write ]]&gt; for it';
    return [{ ...place('brackets', range, message), fix: fixOf('Write ]]&gt;', range, ']]&gt;') }];
  }
  if (found.startsWith('&')) {
    if (knownEntity.test(found)) return [];
    return [place('entity', range, `${found} means nothing in XML; write the character itself`)];
  }
  const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const message = `the character U+${code} may not stand in XML; remove it`;
  return [{ ...place('control', range, message), fix: fixOf(`Remove U+${code}`, range, '') }];
}

function slipsOfStartTag(text: string, { attributes }: XmlTag): readonly XmlSlip[] {
  const seen = new Set<string>();
  return attributes.flatMap((attribute) => {
    const twice = attribute.name !== '' && seen.has(attribute.name);
    seen.add(attribute.name);
    return [...(twice ? [standsTwice(attribute)] : []), ...slipsOfAttribute(text, attribute)];
  });
}

function standsTwice({ name, nameRange }: XmlAttribute): XmlSlip {
  return place('attribute', nameRange, `the attribute ${name} stands twice; keep one of them`);
}

function slipsOfAttribute(text: string, attribute: XmlAttribute): readonly XmlSlip[] {
  const { name, range, value, quotes, parted } = attribute;
  const written = text.slice(range.start, range.end);
  if (name === '')
    return [place('attribute', range, `${written} cannot stand in a tag; an attribute is name="value"`)];
  const slips: XmlSlip[] = [];
  if (!parted) {
    const at = { start: range.start, end: range.start };
    const message = `no blank stands before the attribute ${name}; write one`;
    slips.push({ ...place('attribute', range, message), fix: fixOf('Write a blank', at, ' ') });
  }
  // What a variable stands for is not known here: it may be nothing.
  if (value === null && name.includes('{{')) return slips;
  if (value === null) {
    return [...slips, place('attribute', range, `the attribute ${name} has no value; write ${name}="value"`)];
  }
  const literal = text.slice(value.start, value.end);
  if (quotes === 'none') {
    const message = `the value of ${name} stands without quotes; write "${literal}"`;
    slips.push({
      ...place('attribute', value, message),
      fix: fixOf(`Write "${literal}"`, value, `"${literal}"`),
    });
  }
  if (quotes === 'open') {
    const quote = text[value.start - 1] ?? '"';
    const end = { start: value.end, end: value.end };
    const message = `the value of ${name} has no closing quote; write ${quote}`;
    slips.push({ ...place('attribute', range, message), fix: fixOf('Close the quote', end, quote) });
  }
  return [...slips, ...slipsOfText(text, value, false)];
}

function slipsOfEndTag(text: string, { name, nameRange, range, ended }: XmlTag): readonly XmlSlip[] {
  // The tag without a name is judged by what it may close.
  if (name === '') return [];
  const full = `</${name}>`;
  const plain =
    ended && nameRange.start === range.start + 2 && /^\s*>$/.test(text.slice(nameRange.end, range.end));
  if (plain) return [];
  const message = ended
    ? `a closing tag holds nothing but the name; write ${full}`
    : `the closing tag of ${name} is not ended; write ${full}`;
  return [{ concerns: 'tags', kind: 'unended', range, message, fix: fixOf(`Write ${full}`, range, full) }];
}

function slipsOfComment(text: string, range: TextRange, ended: boolean): readonly XmlSlip[] {
  if (!ended) return [unended(range, 4, 'the comment <!-- is never ended; write -->')];
  const dashes = text.indexOf('--', range.start + 4);
  if (dashes === -1 || dashes >= range.end - 3) return [];
  const at = { start: dashes, end: dashes + 2 };
  return [place('comment', at, '-- may not stand inside a comment; write a single dash')];
}

function slipsOfInstruction(text: string, range: TextRange, ended: boolean): readonly XmlSlip[] {
  if (!ended) return [unended(range, 2, 'the instruction <? is never ended; write ?>')];
  if (range.start === 0 || !/^<\?xml[\s?]/i.test(text.slice(range.start, range.start + 6))) return [];
  const message = 'an XML declaration may only stand at the very start; remove it, or what is before it';
  return [place('declaration', range, message)];
}
