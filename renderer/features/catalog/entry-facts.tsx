import type { CatalogEntry } from '../../../shared/definition/catalog-entry.ts';
import { entryFacts } from '../../../shared/engine/catalog/entry-text.ts';
import classes from './entry-facts.module.css';

const nothing: readonly string[] = [];

type Props = {
  readonly entry: CatalogEntry;
  /** Names of facts that stand beside it already. */
  readonly except?: readonly string[];
};

/** What is known of a documented answer: meaning, what to do, whether to send again, where it comes from. */
export function EntryFacts({ entry, except = nothing }: Props) {
  return (
    <dl className={classes['facts']}>
      {entryFacts(entry)
        .filter(([name]) => !except.includes(name))
        .map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  );
}
