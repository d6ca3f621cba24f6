import type { HashComparison } from '../../model/hash-comparison.ts';
import type { DigestName, Digests } from '../../ports/digests.ts';
import { baseOf } from './attempt.ts';
import { type HashCase, rightAttempt } from './hash-case.ts';
import { joinVariants } from './join-variants.ts';
import { pieceVariants } from './piece-variants.ts';
import { digestLengths, digestTitles, readGivenHash } from './read-given-hash.ts';
import { searchAttempts } from './search-attempts.ts';
import { secretVariants } from './secret-variants.ts';

/** A hash with no more wrong digits than this was read off, not made of another text. */
const mostMistyped = 8;

/** A shorter stretch of the right hash may be chance. */
const shortestStretch = 16;

/**
 * Says what a hash is that somebody was given: the right one, or of which other text. What comes back holds no secret,
 * and no hash.
 */
export function compareHash(given: string, hashCase: HashCase, digests: Digests): HashComparison {
  const { algorithm } = hashCase;
  const right = rightAttempt(hashCase);
  const result = digests.digest(algorithm, baseOf(right));
  const { hex, digest, remarks } = readGivenHash(given);
  const answer: Answer = { remarks, differences: [], advice: null, tried: 1 };
  if (given === result) return { ...answer, verdict: 'equal', headline: 'Equal: this is the right hash.' };
  if (hex === result) return otherNotation(answer, hashCase);
  if (hex === null) return placeholder(given, answer, hashCase);
  const near = nearHeadline(hex, result);
  if (near !== null) return { ...answer, ...near, verdict: 'near' };
  if (digest === null) return wrongLength(hex, answer, hashCase);
  if (digest !== algorithm && digests.digest(digest, baseOf(right)) === hex)
    return otherAlgorithm(answer, digest, algorithm);
  const variants = [...secretVariants(hashCase), ...pieceVariants(hashCase), ...joinVariants(hashCase)];
  const { found, tried } = searchAttempts({ right, variants, wanted: hex, digest, digests });
  const known: Answer = {
    ...answer,
    remarks: digest === algorithm ? remarks : [...remarks, foreignRemark(digest, algorithm)],
    differences: found,
    tried,
  };
  if (found.length > 0) return { ...known, verdict: 'explained', headline: 'Different, and this is why:' };
  return digest === algorithm ? unexplained(known, hashCase) : noHash(known, digest, algorithm);
}

type Answer = Pick<HashComparison, 'remarks' | 'differences' | 'advice' | 'tried'>;

function otherNotation(answer: Answer, { algorithm, field }: HashCase): HashComparison {
  return {
    ...answer,
    verdict: 'other-notation',
    headline: 'The right hash, written in another way.',
    advice: `${field} takes ${digestLengths[algorithm]} lower-case hexadecimal digits and nothing else.`,
  };
}

function otherAlgorithm(answer: Answer, digest: DigestName, algorithm: DigestName): HashComparison {
  return {
    ...answer,
    verdict: 'explained',
    headline: `The right text, but hashed with ${digestTitles[digest]}.`,
    advice: `Have them use ${digestTitles[algorithm]}; everything else is right.`,
  };
}

function placeholder(given: string, answer: Answer, { algorithm, printed }: HashCase): HashComparison {
  const text = given.trim();
  const isPrinted = text.length >= 8 && printed.some((page) => page.includes(text));
  const sign = /[^\da-f\s]/iu.exec(text)?.[0];
  const why = isPrinted
    ? 'It is the placeholder that the document of the API prints.'
    : text === ''
      ? 'There is nothing in it.'
      : `Hexadecimal has the digits 0 to 9 and a to f, and this has ${sign === undefined ? 'others' : `"${sign}"`}.`;
  return { ...answer, ...notOne(algorithm), remarks: [...answer.remarks, why] };
}

function wrongLength(hex: string, answer: Answer, { algorithm, printed }: HashCase): HashComparison {
  const isPrinted = printed.some((page) => page.replaceAll(/\s/g, '').toLowerCase().includes(hex));
  const why =
    isPrinted && hex.length >= 8
      ? 'It is the placeholder that the document of the API prints.'
      : `It has ${hex.length} hexadecimal digits, and ${digestTitles[algorithm]} has ${digestLengths[algorithm]}.`;
  return { ...answer, ...notOne(algorithm), remarks: [...answer.remarks, why] };
}

function noHash(known: Answer, digest: DigestName, algorithm: DigestName): HashComparison {
  const advice = `Have them use ${digestTitles[algorithm]}, and compare again. None of ${known.tried} likely texts has this ${digestTitles[digest]}, so their text may differ too.`;
  return { ...known, ...notOne(algorithm), advice };
}

function notOne(algorithm: DigestName): Pick<HashComparison, 'verdict' | 'headline' | 'advice'> {
  const advice = `Ask for the hash once more: ${digestLengths[algorithm]} hexadecimal digits.`;
  return { verdict: 'no-hash', headline: `This is no ${digestTitles[algorithm]}.`, advice };
}

function foreignRemark(digest: DigestName, algorithm: DigestName): string {
  return `It has ${digestLengths[digest]} digits, which is ${digestTitles[digest]} and not ${digestTitles[algorithm]}: have them change that as well.`;
}

function unexplained(known: Answer, { separator, pieces }: HashCase): HashComparison {
  const order = pieces.map(({ name }) => name).join(separator);
  return {
    ...known,
    verdict: 'unexplained',
    headline: `Different, and none of ${known.tried} likely texts has this hash.`,
    advice: `Ask the other side for the text that they hash, without the secret, and how many bytes it has with it. Lay it beside ${order} above. If it is the same, their secret is another one.`,
  };
}

/** The right hash with something lost or a few digits wrong. */
function nearHeadline(hex: string, result: string): Pick<HashComparison, 'headline' | 'advice'> | null {
  const advice = 'It was cut off, typed or read off, and not copied whole. Copy it again.';
  if (hex.length < result.length) {
    if (hex.length < shortestStretch || !result.includes(hex)) return null;
    return { headline: `A part of the right hash: ${hex.length} of its ${result.length} digits.`, advice };
  }
  if (hex.length > result.length) {
    if (!hex.includes(result)) return null;
    return {
      headline: `The right hash, with ${hex.length - result.length} digits too many around it.`,
      advice,
    };
  }
  const wrong = [...hex].flatMap((digit, index) => (digit === result[index] ? [] : [index + 1]));
  if (wrong.length > mostMistyped) return null;
  const places = wrong.length === 1 ? `digit ${wrong[0]} is` : `the digits ${wrong.join(', ')} are`;
  return { headline: `Nearly the right hash: ${places} wrong.`, advice };
}
