import { Fragment, type ReactNode } from 'react';

import {
  comparedPartWords,
  type ComparedSide,
  type ComparisonSection,
  type Difference,
} from '../../../shared/model/comparison.ts';
import { Icon } from '../../ui/icon.tsx';
import classes from './difference-table.module.css';
import { kindWords } from './difference-words.ts';

type Props = {
  /** Only those with something to show. */
  readonly sections: readonly ComparisonSection[];
  readonly leftTitle: string;
  readonly rightTitle: string;
};

/** Differences part by part: where, what stands on either side, and of what kind. */
export function DifferenceTable({ sections, leftTitle, rightTitle }: Props) {
  return (
    <table className={classes['table']} aria-label="Differences">
      <thead>
        <tr>
          <th scope="col">Where</th>
          <th scope="col">{leftTitle}</th>
          <th scope="col">{rightTitle}</th>
          <th scope="col">Difference</th>
        </tr>
      </thead>
      {sections.map(({ part, differences, note }) => (
        <tbody key={part}>
          <tr className={classes['part']}>
            <th scope="rowgroup" colSpan={4}>
              {comparedPartWords[part]}
              {note !== null && <span className={classes['note']}>{note}</span>}
            </th>
          </tr>
          {differences.map((difference) => (
            <Row
              key={`${difference.kind} ${difference.path} ${difference.right?.path}`}
              difference={difference}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Row({ difference }: { readonly difference: Difference }) {
  const { kind, left, right, note, mark } = difference;
  const { word, icon } = kindWords[kind];
  return (
    <tr data-mark={mark?.kind}>
      <th scope="row">
        <Place difference={difference} />
        {note !== null && <span className={classes['remark']}>{note}</span>}
        {mark !== null && (
          <span className={`${classes['remark']} ${classes[mark.kind]}`}>
            <Icon name={mark.kind === 'defect' ? 'bookmark' : 'check'} />
            <span>
              {mark.kind === 'defect' ? 'A slip in the provider’s sample: ' : 'To be expected: '}
              {mark.reason}
            </span>
          </span>
        )}
      </th>
      <td>
        <Value side={left} isTyped={kind === 'type'} />
      </td>
      <td>
        <Value side={right} isTyped={kind === 'type'} />
      </td>
      <td>
        <span className={`${classes['kind']} ${classes[kind]}`}>
          <Icon name={icon} /> {word}
        </span>
      </td>
    </tr>
  );
}

/** Both places where they differ, as in a list with an item more. */
function Place({ difference: { path, left, right } }: { readonly difference: Difference }) {
  if (path === '') return <i>the whole body</i>;
  const other = left !== null && right !== null && left.path !== right.path ? right.path : null;
  return (
    <>
      <code>{breakable(path)}</code>
      {other !== null && (
        <span className={classes['other']}>
          on the right <code>{breakable(other)}</code>
        </span>
      )}
    </>
  );
}

/** A long path breaks before a name, not inside one. */
function breakable(path: string): ReactNode {
  return path.split(/(?=[/.[])/).map((piece, index) => (
    // The pieces of a path never change places.
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {piece}
    </Fragment>
  ));
}

function Value({ side, isTyped }: { readonly side: ComparedSide | null; readonly isTyped: boolean }) {
  if (side === null) return <i>nothing</i>;
  const { text, type } = side;
  const isGroup = type === 'object' || type === 'list' || type === 'element';
  return (
    <>
      {isTyped && <span className={classes['type']}>{type} </span>}
      {isGroup ? <i>{text}</i> : text === '' ? <i>empty</i> : <code>{text}</code>}
    </>
  );
}
