import type { RemovalKind, RemovalProposal } from '../../model/evidence.ts';
import { collectLeaves, type Leaf } from './collect-leaves.ts';
import type { EvidenceContent } from './evidence-content.ts';
import { isRedacted } from './is-redacted.ts';

/** More would not be read by anybody. */
const mostProposals = 100;
const mostPlaces = 4;

type Found = { readonly kind: RemovalKind; readonly text: string; readonly leaf: Leaf };

/**
 * What a person may not want to hand on: names, by the field they stand in; e-mail addresses, numbers that could be of a
 * card, phone numbers and bank accounts, by their look. A guess from the look of things, so it is proposed and no more.
 */
export function proposeRemovals(content: EvidenceContent): readonly RemovalProposal[] {
  const ids = idsOf(content);
  const found = new Map<string, Found[]>();
  for (const one of collectLeaves(content).flatMap(findInLeaf)) {
    // The first look counts: a number that could be of a card is not proposed as a phone number too.
    const earlier = found.get(one.text) ?? [];
    found.set(one.text, [...earlier, one]);
  }
  return [...found.values()].slice(0, mostProposals).flatMap((all) => {
    const [first] = all;
    return first === undefined ? [] : [toProposal(first, all, ids)];
  });
}

function toProposal({ kind, text }: Found, all: readonly Found[], ids: ReadonlySet<string>): RemovalProposal {
  const isId = ids.has(text);
  const places = new Set(all.map(({ leaf }) => [leaf.part, leaf.path.join('.')].filter(Boolean).join(', ')));
  return {
    kind,
    text,
    count: all.length,
    where: [...places].slice(0, mostPlaces),
    isId,
    preselected: (kind === 'e-mail' || kind === 'card number') && !isId,
  };
}

function idsOf({ exchanges, timeline }: EvidenceContent): ReadonlySet<string> {
  const refunds = [...exchanges, ...timeline.events].flatMap((one) => one.refunds);
  return new Set([
    ...timeline.transactions,
    ...refunds.flatMap(({ transaction, refundId }) => [transaction, refundId ?? '']),
    ...exchanges.flatMap(({ explanation }) => (explanation?.identifiers ?? []).map(([, value]) => value)),
  ]);
}

/** By look, the surest first. */
const looks: readonly {
  readonly kind: RemovalKind;
  readonly pattern: RegExp;
  readonly fits: (text: string) => boolean;
}[] = [
  {
    kind: 'e-mail',
    pattern: /[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu,
    fits: () => true,
  },
  {
    kind: 'bank account',
    pattern: /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?(?![\p{L}\p{N}])/gu,
    fits: isIban,
  },
  { kind: 'card number', pattern: /(?<![\d.,])\d(?:[ -]?\d){11,18}(?![\d]|[.,]\d)/g, fits: isLuhn },
  {
    kind: 'phone number',
    pattern: /(?<![\p{L}\p{N}+])\+\d(?:[ ()./-]{0,2}\d){6,14}(?!\d)/gu,
    fits: () => true,
  },
];

const phoneField =
  /^(?:(?:customer|contact|home|work|cell|billing|shipping|recipient)?(?:phone|mobile|tel|telephone|msisdn|whatsapp)(?:number|no)?)$/;

function findInLeaf(leaf: Leaf): readonly Found[] {
  const name = fieldName(leaf);
  const text = leaf.text.trim();
  if (
    isName(leaf, name) &&
    text.length >= 2 &&
    text.length <= 200 &&
    /\p{L}/u.test(text) &&
    !isRedacted(text)
  ) {
    return [{ kind: 'name', text, leaf }];
  }
  if (phoneField.test(name) && /^[+\d][\d ()./-]{5,20}$/.test(text)) {
    return [{ kind: 'phone number', text, leaf }];
  }
  return findByLook(leaf);
}

function findByLook(leaf: Leaf): readonly Found[] {
  const taken: { readonly start: number; readonly end: number }[] = [];
  return looks.flatMap(({ kind, pattern, fits }) =>
    [...leaf.text.matchAll(pattern)].flatMap((match) => {
      const [text] = match;
      const range = { start: match.index, end: match.index + text.length };
      const overlaps = taken.some(({ start, end }) => start < range.end && range.start < end);
      if (overlaps || !fits(text)) return [];
      taken.push(range);
      return [{ kind, text, leaf }];
    }),
  );
}

/** Fields that hold a name of a person wherever they stand, without case and separators. */
const nameFields =
  /^(?:(?:customer|card|account|payer|buyer|client|recipient|beneficiary|donor|billing|shipping|contact|user|student|cardholder|accountholder)?(?:first|last|middle|full|given|family|sur|second)name|(?:customer|payer|buyer|recipient|beneficiary|donor|billing|shipping|contact|cardholder|accountholder|holder|student)name|nameoncard|cardholder|accountholder|holder)$/;
/** Fields whose `name`, `first` or `last` is of a person. */
const personFields =
  /^(?:customer|payer|buyer|donor|recipient|beneficiary|holder|cardholder|contact|person|billing|shipping|billto|shipto|name)$/;

function isName({ path }: Leaf, name: string): boolean {
  if (nameFields.test(name)) return true;
  const segments = path.flatMap((segment) => segment.split('.')).map(fold);
  const outer = segments.at(-2) ?? '';
  return /^(?:name|first|last|middle)$/.test(segments.at(-1) ?? '') && personFields.test(outer);
}

function fieldName({ path }: Leaf): string {
  return fold(path.at(-1) ?? '');
}

function fold(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}.]|_/gu, '');
}

/** The check digit of card numbers. One number in ten has it by chance. */
function isLuhn(text: string): boolean {
  const digits = [...text.replaceAll(/\D/g, '')].map(Number).toReversed();
  const sum = digits.reduce((total, digit, index) => {
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0 && new Set(digits).size > 1;
}

/** The check digits of ISO 13616. */
function isIban(text: string): boolean {
  const compact = text.replaceAll(' ', '');
  if (compact.length < 15 || compact.length > 34) return false;
  const moved = compact.slice(4) + compact.slice(0, 4);
  const digits = moved.replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}
