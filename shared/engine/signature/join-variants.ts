import { type Attempt, plainPiece, type Variant, withPieces } from './attempt.ts';
import type { HashCase } from './hash-case.ts';
import type { SignedPiece } from './read-piece.ts';

/** Mistakes in how the pieces are put together: order, separator, ends, one missing, one more, an HMAC, the whole body. */
export function joinVariants(hashCase: HashCase): readonly Variant[] {
  return [
    ...orders(hashCase),
    ...separators(hashCase),
    ...ends(hashCase),
    ...missing(hashCase),
    ...additional(hashCase),
    ...wraps(hashCase),
    ...keyed(hashCase),
    ...bodies(hashCase),
  ];
}

/** More pieces than this have too many orders to try them all. */
const mostOrdered = 5;

function orders({ pieces, separator }: HashCase): readonly Variant[] {
  const names = pieces.map(({ name }) => name);
  if (names.length > mostOrdered) return [];
  return permutations(names)
    .slice(1)
    .map((order) => ({
      axis: 'order',
      cost: 2,
      what: `has the pieces in the order ${order.join(', ')}`,
      change: `The documented order is ${names.join(separator)}: have them join the pieces so.`,
      apply: (attempt) => ({
        ...attempt,
        pieces: attempt.pieces.toSorted(
          (left, right) => order.indexOf(left.name) - order.indexOf(right.name),
        ),
      }),
    }));
}

/** The given order first. */
function permutations(names: readonly string[]): readonly (readonly string[])[] {
  if (names.length < 2) return [names];
  return names.flatMap((name, index) =>
    permutations(names.toSpliced(index, 1)).map((rest) => [name, ...rest]),
  );
}

const commonSeparators = ['', '|', ',', ':', ';', '-', '_', '&', '+', '/', '.', '~', '#', ' ', '\n', '||'];

function separators({ separator }: HashCase): readonly Variant[] {
  const spaced = separator.trim() === '' ? [] : [` ${separator} `, `${separator} `];
  return [...commonSeparators, ...spaced]
    .filter((other) => other !== separator)
    .map((other) => ({
      axis: 'separator',
      cost: 2,
      what: `has ${separatorWords(other)} between the pieces`,
      change: `Between the pieces belongs ${separatorWords(separator)}.`,
      apply: (attempt) => ({ ...attempt, separator: other }),
    }));
}

function separatorWords(separator: string): string {
  if (separator === '') return 'nothing';
  if (separator === ' ') return 'a blank';
  if (separator === '\n') return 'a line break';
  return separator === separator.trim() ? separator : `"${separator}", with blanks`;
}

function ends({ separator }: HashCase): readonly Variant[] {
  const after = [
    { text: '\n', words: 'a line break', cost: 1 },
    { text: '\r\n', words: 'a line break (CR LF)', cost: 2 },
    { text: ' ', words: 'a blank', cost: 2 },
    ...(separator.trim() === '' ? [] : [{ text: separator, words: separator, cost: 2 }]),
  ].map(({ text, words, cost }) => ({
    axis: 'end',
    cost,
    what: `ends in ${words}`,
    change: text.includes('\n')
      ? 'Nothing may follow the last piece: many shells and editors add the line break, so use printf or echo -n.'
      : 'Nothing may follow the last piece: have them take it off.',
    apply: (attempt: Attempt) => ({ ...attempt, after: text }),
  }));
  const before = [separator, ' ', '\uFEFF']
    .filter((text) => text !== '')
    .map((text) => ({
      axis: 'start',
      cost: 3,
      what: `starts with ${text === '\uFEFF' ? 'a byte-order mark, which nobody sees' : separatorWords(text)}`,
      change: 'Nothing may stand before the first piece: have them take it off.',
      apply: (attempt: Attempt) => ({ ...attempt, before: text }),
    }));
  return [...after, ...before];
}

function missing({ pieces }: HashCase): readonly Variant[] {
  if (pieces.length < 2) return [];
  return pieces.map(({ name }) => ({
    axis: 'missing',
    cost: 2,
    what: `leaves ${name} out`,
    change: `Have them join ${name} too; it is a piece of the hash.`,
    apply: (attempt) => ({ ...attempt, pieces: attempt.pieces.filter((piece) => piece.name !== name) }),
  }));
}

function additional({ pieces, others }: HashCase): readonly Variant[] {
  return others
    .filter(({ text }) => text !== '')
    .flatMap(({ name, text }) =>
      [...pieces, null].map((next) => ({
        axis: 'additional',
        cost: 3,
        what: `has ${name} (${text}) as one piece more, ${next === null ? 'at the end' : `before ${next.name}`}`,
        change: `${name} is no piece of this hash: have them leave it out.`,
        apply: (attempt: Attempt) => insertBefore(attempt, next, name, text),
      })),
    );
}

function insertBefore(attempt: Attempt, next: SignedPiece | null, name: string, text: string): Attempt {
  const index = next === null ? -1 : attempt.pieces.findIndex((piece) => piece.name === next.name);
  const at = index === -1 ? attempt.pieces.length : index;
  return { ...attempt, pieces: attempt.pieces.toSpliced(at, 0, plainPiece(name, text)) };
}

function wraps({ pieces, separator }: HashCase): readonly Variant[] {
  const around = (
    what: string,
    change: string,
    wrap: (name: string) => readonly [before: string, after: string],
  ): Variant => ({
    axis: 'wrap',
    cost: 3,
    what,
    change,
    apply: (attempt) =>
      withPieces(attempt, (piece) => {
        const [before, after] = wrap(piece.name);
        return { ...piece, before: before + piece.before, after: piece.after + after };
      }),
  });
  const names = new Map(pieces.map(({ name }) => [name, shortName(name)]));
  const bare = 'Only the values are hashed, joined with';
  return [
    around('has double quotes around every piece', `Have them leave the quotes out.`, () => ['"', '"']),
    around('has single quotes around every piece', `Have them leave the quotes out.`, () => ["'", "'"]),
    around(
      'has every piece as name=value',
      `${bare} ${separatorWords(separator)}: have them leave the names out.`,
      (name) => [`${names.get(name) ?? name}=`, ''],
    ),
  ];
}

/** `payu.clientSecret` as the documents write it: `client_secret`. */
function shortName(name: string): string {
  const last = name.slice(name.lastIndexOf('.') + 1);
  return last.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function keyed({ pieces, separator }: HashCase): readonly Variant[] {
  const secret = pieces.find((piece) => piece.secret);
  if (secret === undefined) return [];
  const variant = (detail: string, apply: Variant['apply']): Variant => ({
    axis: 'keyed',
    cost: 2,
    what: `is not hashed but goes through HMAC, with ${secret.name} as the key${detail}`,
    change: 'The document wants a plain hash with the secret as its last piece, not an HMAC.',
    apply,
  });
  const without = (attempt: Attempt): Attempt => ({
    ...attempt,
    pieces: attempt.pieces.filter(({ name }) => name !== secret.name),
    key: secret.literal,
  });
  return [
    variant('', without),
    variant(' and a separator at the end', (attempt) => {
      const rest = without(attempt);
      return { ...rest, after: separator + rest.after };
    }),
    variant(' and as a piece as well', (attempt) => ({ ...attempt, key: secret.literal })),
  ];
}

function bodies({ bodies: texts, pieces }: HashCase): readonly Variant[] {
  const secret = pieces.find((piece) => piece.secret);
  const change = `Only ${pieces.map(({ name }) => name).join(', ')} are hashed, not the body.`;
  return texts.flatMap(({ what, text }) => {
    const body = plainPiece('body', text);
    const alone: Variant = {
      axis: 'whole',
      cost: 4,
      what: `is ${what}`,
      change,
      apply: (attempt) => ({ ...attempt, pieces: [body] }),
    };
    if (secret === undefined) return [alone];
    const withSecret: Variant = {
      ...alone,
      what: `is ${what}, and the secret`,
      apply: (attempt) => ({ ...attempt, pieces: [body, plainPiece(secret.name, secret.literal, true)] }),
    };
    return [alone, withSecret];
  });
}
