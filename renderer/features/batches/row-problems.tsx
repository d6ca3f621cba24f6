import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components';

import type { RowProblem } from '../../../shared/model/batch.ts';
import { Icon } from '../../ui/icon.tsx';
import { formatCount } from '../words.ts';
import classes from './row-problems.module.css';

/** Height of a row with one line of text, in CSS pixels; longer ones are measured. */
const sizes = { estimatedRowSize: 34 };

type Props = {
  readonly problems: readonly RowProblem[];
  /** How many there are in all. */
  readonly count: number;
};

/** What is wrong with rows, and where: first those that cannot be sent. */
export function RowProblems({ problems, count }: Props) {
  if (problems.length === 0) return null;
  const items = problems.map((problem, index) => ({ id: String(index), ...problem }));
  return (
    <div className={classes['problems']}>
      <h3>
        {count === 1 ? '1 remark on a row' : `${formatCount(count)} remarks on rows`}
        {count > problems.length && `, of which the first ${formatCount(problems.length)} stand here`}
      </h3>
      <Virtualizer layout={ListLayout} layoutOptions={sizes}>
        <GridList aria-label="Remarks on rows" className={classes['list'] ?? ''} items={items}>
          {({ id, row, column, problem: { message, remedy }, stops }) => (
            <GridListItem id={id} textValue={`Row ${row}: ${message}`} className={classes['item'] ?? ''}>
              <span className={stops ? classes['stops'] : classes['told']}>
                <Icon name={stops ? 'error' : 'warning'} />
                {stops ? 'Left out' : 'Remark'}
              </span>
              <span className={classes['place']}>
                Row {formatCount(row)}
                {column !== null && <code>{column}</code>}
              </span>
              <span className={classes['text']}>
                {message} <span className={classes['remedy']}>{remedy}</span>
              </span>
            </GridListItem>
          )}
        </GridList>
      </Virtualizer>
    </div>
  );
}
