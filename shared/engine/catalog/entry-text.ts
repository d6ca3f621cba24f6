import type { CatalogEntry } from '../../definition/catalog-entry.ts';
import { describeSource } from '../evidence/evidence-words.ts';
import { resendSentences } from '../resend-sentences.ts';

/** What is known of a documented answer, as names and texts, in the order it is read. */
export function entryFacts({
  code,
  message,
  status,
  meaning,
  remedy,
  resend,
  source,
  concerns,
}: CatalogEntry): readonly (readonly [name: string, text: string])[] {
  return [
    ['HTTP', status.length === 0 ? 'not documented' : status.join(', ')],
    ['Code', code ?? 'none'],
    ['Message', message ?? 'not documented'],
    ['Meaning', meaning],
    ['What to do', remedy],
    ['Send again?', resendSentences[resend]],
    ['From', describeSource(source)],
    ['Concerns', concernWords[concerns]],
  ];
}

/** A documented answer as plain text, for a ticket. */
export function entryText(apiTitle: string, entry: CatalogEntry): string {
  const facts = entryFacts(entry).map(([name, text]) => `${name}: ${text}`);
  return [`${apiTitle}: ${entry.title}`, ...facts].join('\n');
}

const concernWords: Record<CatalogEntry['concerns'], string> = {
  'this call': 'the refund call itself',
  'companion call': 'a companion call, such as the status look-up',
  'related page': 'a related page of the provider, perhaps another product',
};
