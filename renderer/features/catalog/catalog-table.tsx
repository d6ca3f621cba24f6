import { useEffect, useRef } from 'react';

import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import type { CatalogEntry } from '../../../shared/definition/catalog-entry.ts';
import type { Explanation } from '../../../shared/model/explanation.ts';
import { capitalise, originWords } from '../words.ts';
import classes from './catalog-table.module.css';
import verdicts from '../../ui/verdict.module.css';

type Props = { readonly api: ApiDefinition; readonly explanation: Explanation | null };

/** Every answer that the API is known to give; the ones that fit the last answer are marked and in view. */
export function CatalogTable({ api, explanation }: Props) {
  const marked = explanation?.entries.slice(0, explanation.equallyGood) ?? [];
  const first = marked[0];
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (first !== undefined) row.current?.scrollIntoView({ block: 'center' });
  }, [first]);
  return (
    <section className={classes['frame']} aria-label="Error catalog" tabIndex={0}>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">HTTP</th>
            <th scope="col">Code</th>
            <th scope="col">Documented message</th>
            <th scope="col">What to do</th>
          </tr>
        </thead>
        <tbody>
          {api.catalog.map((entry) => {
            const isMarked = marked.includes(entry.id);
            return (
              <tr
                key={entry.id}
                ref={entry.id === first ? row : null}
                data-entry={entry.id}
                aria-current={isMarked ? 'true' : undefined}
                className={
                  isMarked ? `${classes['marked']} ${verdicts[explanation?.verdict ?? 'unknown']}` : ''
                }
              >
                <td>{entry.status.length === 0 ? '—' : entry.status.join(', ')}</td>
                <td className={classes['code']}>{entry.code ?? '—'}</td>
                <td>
                  <Message entry={entry} />
                </td>
                <td>
                  <span className={classes['clamp']} title={`${entry.meaning} ${entry.remedy}`}>
                    {entry.remedy}
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Message({ entry }: { readonly entry: CatalogEntry }) {
  const origin = originWords(entry.source);
  return (
    <span className={classes['clamp']} title={`${entry.meaning} (${entry.source.title})`}>
      {entry.message ?? capitalise(entry.title)}
      {origin !== null && <span className={classes['origin']}> · {origin}</span>}
    </span>
  );
}
