import { useState } from 'react';

import type { FoundValues } from '../../../shared/model/body-view.ts';
import { Button } from '../../ui/button.tsx';
import classes from './found-list.module.css';

type Props = {
  readonly found: FoundValues;
  /** Shows a row of the tree. */
  readonly onShow: (node: number) => void;
};

const step = 200;

/** What a path found, each with its place; one that is a row leads there. */
export function FoundList({ found, onShow }: Props) {
  const [shown, setShown] = useState(step);
  const { count, values } = found;
  return (
    <div className={classes['frame']} tabIndex={0} role="region" aria-label="Found values">
      <ul className={classes['list']}>
        {values.slice(0, shown).map(({ node, path, text }, place) => (
          // A path may find a value twice; its place tells them apart.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={place}>
            {node === null ? (
              <span className={classes['value']}>{text}</span>
            ) : (
              <button type="button" className={classes['found']} onClick={() => onShow(node)}>
                <span className={classes['path']}>{path}</span>
                <span className={classes['value']}>{text}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {shown < values.length && (
        <Button onPress={() => setShown(shown + step)}>{`Show ${step} more of ${values.length}`}</Button>
      )}
      {shown >= values.length && values.length < count && (
        <p className={classes['rest']}>
          {`The first ${values.length.toLocaleString('en')} of ${count.toLocaleString('en')} are shown. A narrower path shows the others.`}
        </p>
      )}
    </div>
  );
}
