import { nearestName } from '../model/nearest-name.ts';
import type { TextRange } from '../model/parsed-body.ts';
import { closingPlace, type ClosingPlace } from './closing-place.ts';
import type { XmlPiece, XmlTag } from './scan-xml.ts';
import { maxDepth } from './xml.ts';
import { fixOf, mostSlips, type XmlSlip } from './xml-slip.ts';
import { localName, type PairedElement, type XmlShape } from './xml-tree.ts';

/** A slip of tags, and the element whose tag it is. */
export type TagSlip<Shape> = XmlSlip & { readonly element: PairedElement<Shape> | null };

/** The elements of a text, however broken, in the order of their start tags, and what is wrong with their tags. */
export type PairedXml<Shape> = {
  readonly elements: readonly PairedElement<Shape>[];
  readonly slips: readonly TagSlip<Shape>[];
};

/** Nobody misspells a longer name, and looking for the one that was meant grows with the square of it. */
const longestName = 100;

/** An element that is still being read. */
type Open<Shape> = {
  -readonly [Key in keyof PairedElement<Shape>]: PairedElement<Shape>[Key];
} & { readonly children: Open<Shape>[]; readonly parent: Open<Shape> | null };

/**
 * Finds which tags belong together, and where they do not, what was meant: a stretch whose tags pair up is never
 * doubted; of the rest the documented structure decides, as that nothing nests in a leaf and no element in itself.
 * Linear in the text.
 */
export function pairXmlTags<Shape extends XmlShape<Shape>>(
  text: string,
  pieces: readonly XmlPiece[],
  { root, documented }: { readonly root: Shape | null; readonly documented: ReadonlySet<string> },
): PairedXml<Shape> {
  return new TagPairing(text, root, documented).read(pieces);
}

class TagPairing<Shape extends XmlShape<Shape>> {
  readonly #text: string;
  readonly #root: Shape | null;
  readonly #documented: ReadonlySet<string>;
  readonly #stack: Open<Shape>[] = [];
  readonly #elements: Open<Shape>[] = [];
  readonly #slips: TagSlip<Shape>[] = [];
  #tags: readonly XmlTag[] = [];
  #sound: ReadonlySet<XmlTag> = new Set();
  #roots = 0;
  #lastPlace: ClosingPlace | null = null;
  /** The nearest documented name, by parent and name: a long list of one unknown name asks once. */
  readonly #nearest = new Map<Shape, Map<string, Shape | null>>();

  constructor(text: string, root: Shape | null, documented: ReadonlySet<string>) {
    this.#text = text;
    this.#root = root;
    this.#documented = documented;
  }

  read(pieces: readonly XmlPiece[]): PairedXml<Shape> {
    this.#tags = pieces.filter((piece): piece is XmlTag => piece.kind === 'start' || piece.kind === 'end');
    this.#sound = soundTags(this.#tags);
    let index = 0;
    for (const piece of pieces) {
      if (piece.kind === 'start') this.#readStart(piece, index);
      else if (piece.kind === 'end') this.#readEnd(piece, index);
      else this.#readText(piece);
      if (piece.kind === 'start' || piece.kind === 'end') index += 1;
      if (this.#stack.length > maxDepth) {
        this.#add('tags', 'deep', piece.range, `nested more than ${maxDepth} levels deep`);
        break;
      }
    }
    if (this.#stack.length <= maxDepth) this.#leaveOpen(0, this.#text.length);
    if (this.#roots === 0) this.#add('places', 'root', { start: 0, end: 0 }, 'there is no element');
    return { elements: this.#elements, slips: this.#slips };
  }

  #add(
    concerns: XmlSlip['concerns'],
    kind: string,
    range: TextRange,
    message: string,
    { fix = null, element = null }: Partial<Pick<TagSlip<Shape>, 'fix' | 'element'>> = {},
  ): void {
    if (this.#slips.length < mostSlips) this.#slips.push({ concerns, kind, range, message, fix, element });
  }

  /** Text and sections count only outside of every element. */
  #readText({ kind, range }: XmlPiece): void {
    if (this.#stack.length > 0 || (kind !== 'text' && kind !== 'cdata')) return;
    const whole = this.#text.slice(range.start, range.end);
    const trimmed = whole.trim();
    // A variable may stand for nothing.
    if (trimmed.replaceAll(/\{\{[^{}]*\}\}/g, '').trim() === '' && kind === 'text') return;
    const start = range.start + whole.indexOf(trimmed);
    const at = { start, end: start + trimmed.length };
    const side = this.#roots === 0 ? 'before' : 'after';
    this.#add('places', 'outside', at, `text stands ${side} the root element; remove it`, {
      fix: fixOf(`Remove the text ${side} the root`, at, ''),
    });
  }

  #readStart(tag: XmlTag, index: number): void {
    for (let level = this.#stack.length - 1; level >= 0; level -= 1) {
      const open = this.#stack[level];
      if (open === undefined || this.#sound.has(open.tag)) break;
      if (fieldOf(open.shape, tag) !== undefined) {
        this.#leaveOpen(level + 1, tag.range.start);
        break;
      }
      const known = open.shape !== null || level === this.#stack.length - 1;
      if (!known || open.tag.name !== tag.name) continue;
      if (this.#closesAgain(open, tag, index)) {
        this.#leaveOpen(level + 1, tag.range.start);
        this.#closeReopened(open, tag);
        return;
      }
      this.#leaveOpen(level, tag.range.start);
      break;
    }
    this.#push(tag);
  }

  /** Whether a start tag of the same name was meant to close the element: nothing of what it holds follows. */
  #closesAgain({ shape, children }: Open<Shape>, tag: XmlTag, index: number): boolean {
    if (tag.empty || this.#sound.has(tag)) return false;
    const next = this.#tags[index + 1];
    if (next === undefined || next.kind === 'end') return true;
    return shape === null ? children[0]?.tag.name !== next.name : fieldOf(shape, next) === undefined;
  }

  #closeReopened(element: Open<Shape>, tag: XmlTag): void {
    const close = `</${tag.name}>`;
    this.#add(
      'tags',
      'reopened',
      tag.range,
      `<${tag.name}> is opened again where it should be closed; write ${close}`,
      { fix: fixOf(`Write ${close}`, tag.range, close), element },
    );
    this.#close(element, tag);
  }

  #push(tag: XmlTag): void {
    const parent = this.#stack.at(-1) ?? null;
    if (parent === null) {
      this.#roots += 1;
      if (this.#roots > 1)
        this.#add('tags', 'root', tag.range, `<${tag.name}> is a second root; only one may stand here`);
    }
    const element: Open<Shape> = {
      tag,
      localName: localName(tag.name),
      shape: this.#shapeOf(parent, tag),
      parent,
      children: [],
      close: null,
      content: { start: tag.range.end, end: tag.range.end },
      end: tag.range.end,
    };
    parent?.children.push(element);
    this.#elements.push(element);
    if (!tag.empty) this.#stack.push(element);
  }

  #shapeOf(parent: Open<Shape> | null, tag: XmlTag): Shape | null {
    const name = localName(tag.name);
    if (parent === null) return this.#root !== null && isNearName(this.#root.name, name) ? this.#root : null;
    if (parent.shape === null) return null;
    return fieldOf(parent.shape, tag) ?? this.#nearestShape(parent.shape, name);
  }

  /** A name that is documented elsewhere was meant. */
  #nearestShape(parent: Shape, name: string): Shape | null {
    if (this.#documented.has(name) || name.length > longestName || parent.fields === undefined) return null;
    const known = this.#nearest.get(parent) ?? new Map<string, Shape | null>();
    this.#nearest.set(parent, known);
    const found = known.get(name);
    if (found !== undefined) return found;
    const nearest = nearestName(
      name,
      parent.fields.map((field) => field.name),
    );
    const shape = parent.fields.find((field) => field.name === nearest) ?? null;
    known.set(name, shape);
    return shape;
  }

  #readEnd(tag: XmlTag, index: number): void {
    const top = this.#stack.at(-1);
    if (top === undefined) this.#addStray(tag);
    else if (top.tag.name === tag.name) this.#close(top, tag);
    else if (!this.#closeNamed(tag, index) && !this.#closeMisspelt(top, tag, index)) this.#addStray(tag);
  }

  #addStray(tag: XmlTag): void {
    const written = this.#text.slice(tag.range.start, tag.range.end);
    this.#add('tags', 'stray', tag.range, `${written} closes nothing that is open here; remove it`, {
      fix: fixOf(`Remove ${written}`, tag.range, ''),
    });
  }

  /** Closes the innermost open element of that name, if there is one. */
  #closeNamed(tag: XmlTag, index: number): boolean {
    const level = this.#levelOf(({ tag: { name } }) => name === tag.name);
    const [element, top] = [this.#stack[level], this.#stack.at(-1)];
    if (element === undefined || top === undefined) return false;
    if (
      this.#isEnd(index + 1, tag.name) &&
      this.#levelOf(({ tag: { name } }) => name === tag.name, level - 1) === -1
    ) {
      // The same tag follows, and that one is right: this one was meant for what is open inside.
      this.#closeByOther(top, tag);
      return true;
    }
    this.#leaveOpen(level + 1, tag.range.start);
    this.#close(element, tag);
    return true;
  }

  /** The innermost open element that may be doubted and fits, from a level downwards; -1 where none does. */
  #levelOf(fits: (element: Open<Shape>) => boolean, from = this.#stack.length - 1): number {
    for (let level = from; level >= 0; level -= 1) {
      const element = this.#stack[level];
      if (element === undefined || this.#sound.has(element.tag)) return -1;
      if (fits(element)) return level;
    }
    return -1;
  }

  #isEnd(index: number, name: string): boolean {
    const tag = this.#tags[index];
    return tag?.kind === 'end' && tag.name === name;
  }

  /** Closes the element whose name the tag was meant to hold, if one can be told. */
  #closeMisspelt(top: Open<Shape>, tag: XmlTag, index: number): boolean {
    if (this.#isEnd(index + 1, top.tag.name)) return false;
    const near =
      tag.name === '' ? this.#stack.length - 1 : this.#levelOf((open) => isNearName(open.tag.name, tag.name));
    const leaf = top.children.length === 0 && (top.shape?.fields ?? []).length === 0;
    const level = near === -1 && leaf ? this.#stack.length - 1 : near;
    const element = this.#stack[level];
    if (element === undefined) return false;
    this.#leaveOpen(level + 1, tag.range.start);
    this.#closeByOther(element, tag);
    return true;
  }

  #closeByOther(element: Open<Shape>, tag: XmlTag): void {
    const { name } = element.tag;
    const written = this.#text.slice(tag.range.start, tag.range.end);
    const opening = element.shape?.name !== element.localName && element.shape?.name === localName(tag.name);
    const [wrong, right] = opening ? [`<${name}>`, `<${tag.name}>`] : [written, `</${name}>`];
    this.#add(
      'tags',
      'misspelt',
      opening ? element.tag.range : tag.range,
      opening
        ? `${wrong} is closed by ${written}; write ${right}`
        : `${wrong} stands where <${name}> should be closed; write ${right}`,
      {
        fix: opening
          ? fixOf(`Write ${right}`, element.tag.nameRange, tag.name)
          : fixOf(`Write ${right}`, tag.range, right),
        element,
      },
    );
    this.#close(element, tag);
  }

  /** Closes the top of the stack. */
  #close(element: Open<Shape>, tag: XmlTag): void {
    this.#stack.pop();
    Object.assign(element, {
      close: tag,
      content: { start: element.tag.range.end, end: tag.range.start },
      end: tag.range.end,
    });
  }

  /** Everything from a level on ends here without a closing tag. */
  #leaveOpen(level: number, at: number): void {
    while (this.#stack.length > level) {
      const element = this.#stack.pop();
      if (element === undefined) return;
      const { name, range } = element.tag;
      const place = closingPlace(this.#text, element, { at, before: this.#lastPlace });
      this.#lastPlace = place;
      this.#add('tags', 'unclosed', range, `<${name}> is never closed; add </${name}>`, {
        fix: { title: `Add </${name}>`, edits: [place.edit] },
        element,
      });
      Object.assign(element, {
        content: { start: range.end, end: Math.max(range.end, at) },
        end: place.contentEnd,
      });
    }
  }
}

function fieldOf<Shape extends XmlShape<Shape>>(shape: Shape | null, tag: XmlTag): Shape | undefined {
  const name = localName(tag.name);
  return shape?.fields?.find((field) => field.name === name);
}

/** The start tags of all elements in which every tag is opened and closed as it should be. */
function soundTags(tags: readonly XmlTag[]): ReadonlySet<XmlTag> {
  const sound = new Set<XmlTag>();
  let open: XmlTag[] = [];
  for (const tag of tags) {
    if (tag.kind === 'start') {
      if (tag.empty) sound.add(tag);
      else open.push(tag);
    } else if (open.at(-1)?.name === tag.name) {
      const start = open.pop();
      if (start !== undefined) sound.add(start);
    } else open = [];
  }
  return sound;
}

/** Whether one name is the other or a slip of it. */
function isNearName(name: string, meant: string): boolean {
  return name === meant || (name.length <= longestName && nearestName(name, [meant]) !== null);
}
