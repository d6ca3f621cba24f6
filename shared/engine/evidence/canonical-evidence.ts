import type { EvidenceBundle } from '../../model/evidence.ts';

/**
 * The text that the hash of a bundle is of: everything but the hash itself, as JSON without blanks and with the members
 * of every object sorted by name, so that another program can write it too.
 */
export function canonicalEvidence(unhashed: Omit<EvidenceBundle, 'sha256'>): string {
  return JSON.stringify(sorted({ ...unhashed, sha256: undefined }));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([name, item]) => [name, sorted(item)]));
}
