import type { EvidenceReport, RemovalProposal } from '../../../shared/model/evidence.ts';

/** What could be taken out of evidence and was not, on one line for people; nothing where there is nothing. */
export function formatProposals(proposals: readonly RemovalProposal[]): string {
  if (proposals.length === 0) return '';
  const found = proposals.map(
    ({ kind, text, isId }) => `${kind} ${printable(text)}${isId ? ' (an id)' : ''}`,
  );
  return `It holds what you may not want to hand on: ${found.slice(0, 20).join(', ')}${found.length > 20 ? ', and more' : ''}. --remove-proposed takes out all but ids, --remove TEXT one of them.\n`;
}

/** What a check of an evidence file found, for people; damage is said apart. */
export function formatEvidenceReport({
  kind,
  madeAt,
  madeBy,
  exchanges,
  parts,
  damage,
  notes,
}: EvidenceReport): string {
  const counted = `${exchanges} ${exchanges === 1 ? 'exchange' : 'exchanges'}, ${parts} parts`;
  return [
    `Evidence as ${kind.toUpperCase()}: ${counted}, made ${madeAt} by Refund Workbench ${printable(madeBy.workbench)}, ${printable(madeBy.runtime)}.\n`,
    damage.length === 0 ? 'Everything in it fits its hashes.\n' : '',
    ...notes.map((note) => `${printable(note)}\n`),
    damage.length === 0
      ? 'That shows that nothing changed since it was made. It does not show who made it.\n'
      : '',
  ].join('');
}

/** A file may hold anything; none of it may break the line or move the cursor of a terminal. */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ');
}
