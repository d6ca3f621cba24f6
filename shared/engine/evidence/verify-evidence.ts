import type { EvidenceBundle, EvidenceExchange, EvidencePart, EvidenceReport } from '../../model/evidence.ts';
import { canonicalEvidence } from './canonical-evidence.ts';
import { hashParts, type Hashing } from './evidence-parts.ts';
import { evidenceText } from './write-evidence.ts';

/** An evidence file whose data has the documented shape. */
export type ReadableEvidence = {
  readonly kind: EvidenceReport['kind'];
  readonly bundle: EvidenceBundle;
  /** The file. */
  readonly text: string;
};

/**
 * Checks every hash of a bundle, and of a page or a HAR file also what it shows beside the data: that is written anew
 * from the data and compared, where this version of the workbench made it.
 */
export function verifyEvidence(
  { kind, bundle, text }: ReadableEvidence,
  version: string,
  hashing: Hashing,
): EvidenceReport {
  const { sha256, ...unhashed } = bundle;
  const isWhole = hashing.sha256(canonicalEvidence(unhashed)) === sha256;
  const parts = bundle.exchanges.flatMap((exchange) => checkParts(exchange, hashing));
  const shown = kind === 'json' ? nothingBeside : checkShown({ kind, bundle, text }, version);
  return {
    kind,
    madeAt: bundle.madeAt,
    madeBy: bundle.madeBy,
    exchanges: bundle.exchanges.length,
    parts: bundle.exchanges.reduce((sum, exchange) => sum + exchange.parts.length, 0),
    damage: [
      ...parts,
      ...(isWhole ? [] : ['Something in it was changed after it was made: the hash of all does not fit.']),
      ...shown.damage,
    ],
    notes: shown.notes,
  };
}

/** What the parts should be, against what is listed; every difference is a sentence. */
function checkParts(exchange: EvidenceExchange, hashing: Hashing): readonly string[] {
  const actual = new Map(hashParts(exchange, hashing).map((part) => [part.name, part]));
  const listed = new Map(exchange.parts.map((part) => [part.name, part]));
  const where = `of exchange ${exchange.id}`;
  return [
    ...[...actual.values()].flatMap((part) => {
      const claim = listed.get(part.name);
      if (claim === undefined) return [`The hash of the part ${part.name} ${where} is missing.`];
      return isSame(part, claim) ? [] : [`The part ${part.name} ${where} does not fit its hash.`];
    }),
    ...exchange.parts
      .filter(({ name }) => !actual.has(name))
      .map(({ name }) => `The part ${name} ${where} is listed and missing.`),
    ...(listed.size === exchange.parts.length ? [] : [`A part ${where} is listed twice.`]),
  ];
}

function isSame(left: EvidencePart, right: EvidencePart): boolean {
  return (
    left.sha256 === right.sha256 &&
    left.bytes === right.bytes &&
    left.redacted === right.redacted &&
    left.mediaType === right.mediaType
  );
}

type Shown = Pick<EvidenceReport, 'damage' | 'notes'>;

const nothingBeside: Shown = { damage: [], notes: [] };

function checkShown({ kind, bundle, text }: ReadableEvidence, version: string): Shown {
  const what = kind === 'html' ? 'The visible page' : 'What stands beside the evidence in the HAR file';
  const madeBy = bundle.madeBy.workbench;
  if (madeBy !== version) {
    const note = `${what} could not be checked: version ${madeBy} made it, and this is ${version}. Its data was checked.`;
    return { damage: [], notes: [note] };
  }
  const isSameText = text.replaceAll('\r\n', '\n') === evidenceText(bundle, kind);
  return isSameText ? nothingBeside : { damage: [`${what} does not say what its data says.`], notes: [] };
}
