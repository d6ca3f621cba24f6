import { memo, type Ref } from 'react';

import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import type { CatalogEntry } from '../../../shared/definition/catalog-entry.ts';
import { sendScenario } from '../../actions/send-scenario.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { IconButton } from '../../ui/button.tsx';
import { capitalise, originWords } from '../words.ts';
import classes from './catalog-table.module.css';
import { EntryActions } from './entry-actions.tsx';
import { EntryFacts } from './entry-facts.tsx';
import { moveInRows } from './move-in-rows.ts';

type Props = {
  /** Holds the row that has to stay in view. */
  readonly row: Ref<HTMLTableRowElement>;
  /** Unique in the page. */
  readonly id: string;
  readonly api: ApiDefinition;
  readonly entry: CatalogEntry;
  /** The class of the verdict's colours where the entry fits the answer; else `null`. */
  readonly verdict: string | null;
  /** Whether the sandbox gives this answer when asked. */
  readonly hasScenario: boolean;
  readonly isOpen: boolean;
  /** Whether Tab leads to it; the arrow keys lead on. */
  readonly isTabStop: boolean;
  readonly onToggle: (id: string) => void;
  readonly onFocus: (id: string) => void;
};

const beside = ['HTTP', 'Code', 'Message'];

/** One documented answer in a line, and its whole text under it while it is open. */
export const CatalogRow = memo(Row);

function Row(props: Props) {
  const { row, id, api, entry, verdict, hasScenario, isOpen, isTabStop, onToggle, onFocus } = props;
  const { status, code, message, title, remedy, source } = entry;
  const origin = originWords(source);
  const marked = verdict === null ? '' : `${classes['marked']} ${verdict}`;
  return (
    <>
      <tr
        ref={row}
        data-entry={entry.id}
        data-open={isOpen}
        aria-current={verdict === null ? undefined : 'true'}
        className={`${classes['row']} ${marked}`}
      >
        <td>{status.length === 0 ? '—' : status.join(', ')}</td>
        <td className={classes['code']}>{code ?? '—'}</td>
        <td>
          <button
            type="button"
            data-row
            className={classes['toggle']}
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            tabIndex={isTabStop ? 0 : -1}
            onClick={() => onToggle(entry.id)}
            onFocus={() => onFocus(entry.id)}
            onKeyDown={moveInRows}
          >
            <span className={classes['clamp']}>
              {message ?? capitalise(title)}
              {origin !== null && <span className={classes['origin']}> · {origin}</span>}
            </span>
          </button>
        </td>
        <td>
          <span className={classes['clamp']}>{remedy}</span>
        </td>
        <td>{hasScenario && <SendButton api={api} entry={entry} isTabStop={isTabStop} />}</td>
      </tr>
      {isOpen && (
        <tr id={id} className={`${classes['detail']} ${marked}`}>
          <td colSpan={5}>
            <EntryFacts entry={entry} except={beside} />
            <EntryActions api={api} entry={entry} />
          </td>
        </tr>
      )}
    </>
  );
}

function SendButton({ api, entry, isTabStop }: Pick<Props, 'api' | 'entry' | 'isTabStop'>) {
  const stores = useStores();
  const label = `Send one like this on the sandbox: ${entry.code ?? entry.title}`;
  return (
    <span className={classes['send']} title="Send one like this on the sandbox">
      <IconButton
        icon="beaker"
        label={label}
        excludeFromTabOrder={!isTabStop}
        onPress={() => void sendScenario(stores, api.id, entry.id)}
      />
    </span>
  );
}
