import type { Ref } from 'react';

import { apis } from '../../../shared/apis/registry.ts';
import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import type { CatalogEntry } from '../../../shared/definition/catalog-entry.ts';
import { verdictWords } from '../../../shared/engine/evidence/evidence-words.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { capitalise } from '../words.ts';
import { EntryActions } from './entry-actions.tsx';
import classes from './entry-detail.module.css';
import { EntryFacts } from './entry-facts.tsx';

type Props = {
  /** Holds the heading, which takes the focus when the entry is opened by a key. */
  readonly heading: Ref<HTMLHeadingElement>;
  readonly api: ApiDefinition;
  readonly entry: CatalogEntry;
};

/** One documented answer beside the others: all that is known of it, and what can be done with it. */
export function EntryDetail({ heading, api, entry }: Props) {
  const others = sameCode(api, entry);
  return (
    <section className={classes['detail']} aria-label="Documented answer" tabIndex={0}>
      <div className={classes['title']}>
        <h2 ref={heading} tabIndex={-1}>
          {capitalise(entry.title)}
        </h2>
        <StatusBadge verdict={entry.verdict} text={verdictWords[entry.verdict]} />
        <p className={classes['api']}>{api.title}</p>
      </div>
      <EntryFacts entry={entry} />
      <EntryActions api={api} entry={entry} />
      {others.length > 0 && (
        <div className={classes['also']}>
          <h3>Code {entry.code} elsewhere</h3>
          <ul>
            {others.map(({ title, meaning }) => (
              <li key={`${title} ${meaning}`}>
                {title}: {meaning}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

/** What the same code says in other entries, of this API or another one. */
function sameCode(
  own: ApiDefinition,
  { id, code }: CatalogEntry,
): readonly { readonly title: string; readonly meaning: string }[] {
  if (code === null) return [];
  return apis.flatMap((api) =>
    api.catalog
      .filter((other) => other.code === code && !(api === own && other.id === id))
      .map(({ title }) => ({ title: api.title, meaning: title })),
  );
}
