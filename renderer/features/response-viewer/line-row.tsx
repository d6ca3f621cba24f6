import type { LineRange, ViewLine } from '../../../shared/model/body-view.ts';
import { cutLine, selectedColumns } from './cut-line.ts';
import classes from './line-viewer.module.css';

type Props = {
  readonly number: number;
  /** How wide the numbers are. */
  readonly digits: number;
  readonly line: ViewLine;
  readonly selection: LineRange | null;
  readonly isMarked: boolean;
  readonly onMore: () => void;
};

/** One line with its number, coloured, and what of it is selected. */
export function LineRow({ number, digits, line, selection, isMarked, onMore }: Props) {
  const hidden = line.length - line.text.length;
  const [from, to] = selectedColumns(number, 1, selection);
  const isEmptySelected = line.length === 0 && to > from;
  return (
    <div className={`${classes['line']} ${isMarked ? classes['marked'] : ''}`}>
      <span className={classes['number']} style={{ width: `${Math.max(3, digits)}ch` }} aria-hidden="true">
        {number + 1}
      </span>
      <span className={classes['text']} data-line={number}>
        {cutLine(line, number, selection).map(({ text, kind, isSelected }, place) => (
          <span
            // Pieces have no name but their place.
            // oxlint-disable-next-line react/no-array-index-key
            key={place}
            className={`${classes[kind === 'number' ? 'digits' : kind]} ${isSelected ? classes['selected'] : ''}`}
          >
            {text}
          </span>
        ))}
        {isEmptySelected && <span className={classes['selected']}> </span>}
      </span>
      {hidden > 0 && (
        <button type="button" className={classes['more']} onClick={onMore}>
          {`… ${hidden.toLocaleString('en')} more characters; show more`}
        </button>
      )}
    </div>
  );
}
