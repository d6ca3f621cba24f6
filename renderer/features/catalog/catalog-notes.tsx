import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import { noFilter } from '../../../shared/engine/catalog/filter-catalog.ts';
import type { Explanation } from '../../../shared/model/explanation.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { capitalise } from '../words.ts';
import classes from './catalog-notes.module.css';
import type { CatalogView } from './use-catalog-view.ts';

type Props = {
  readonly api: ApiDefinition;
  readonly explanation: Explanation | null;
  /** Whether what was searched fits nothing. */
  readonly isNear: boolean;
  /** Whether the entry that fits the answer is searched or filtered away. */
  readonly isMatchHidden: boolean;
  readonly onChange: (part: Partial<CatalogView>) => void;
};

/** What has to be known of the rows below: that none fits the answer, or that the fitting one is not among them. */
export function CatalogNotes({ api, explanation, isNear, isMatchHidden, onChange }: Props) {
  return (
    <>
      {explanation?.entries.length === 0 && explanation.codes.length + explanation.nearest.length > 0 && (
        <Undocumented api={api} explanation={explanation} onChange={onChange} />
      )}
      {isMatchHidden && (
        <p className={classes['note']}>
          The entry that fits this answer is not among these.
          <button
            type="button"
            className={classes['link']}
            onClick={() => onChange({ query: '', filter: noFilter })}
          >
            Show it
          </button>
        </p>
      )}
      {isNear && <p className={classes['note']}>Nothing documented fits. These come nearest.</p>}
    </>
  );
}

type UndocumentedProps = Pick<Props, 'api' | 'onChange'> & { readonly explanation: Explanation };

/** The entries that come nearest to an answer which nothing documents, each a way to its row. */
function Undocumented({ api, explanation: { codes, nearest }, onChange }: UndocumentedProps) {
  const { layout } = useStores();
  const entries = api.catalog.filter(({ id }) => nearest.includes(id));
  const [code] = codes;
  return (
    <p className={classes['note']}>
      {entries.length === 0 ? 'This answer is not documented.' : 'This answer is not documented. Nearest:'}
      {entries.map(({ id, code: own, title }) => (
        <button
          key={id}
          type="button"
          className={classes['link']}
          onClick={() => onChange({ query: own ?? title, filter: noFilter, opened: new Set([id]) })}
        >
          {own === null ? capitalise(title) : `${own} · ${title}`}
        </button>
      ))}
      {code !== undefined && (
        <button
          type="button"
          className={classes['link']}
          onClick={() => layout.getState().showPage({ kind: 'catalog', query: `code ${code}` })}
        >
          Code {code} at other APIs
        </button>
      )}
    </p>
  );
}
