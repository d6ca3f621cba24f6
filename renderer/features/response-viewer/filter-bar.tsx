import { useEffect, useId, useRef } from 'react';

import type { BodyFacts } from '../../../shared/model/body-view.ts';
import { IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import classes from './find-bar.module.css';
import type { BodyFilterState } from './use-body-filter.ts';

type Props = {
  readonly filter: BodyFilterState;
  readonly format: BodyFacts['format'];
  readonly onClose: () => void;
};

/** A field for a JSONPath or an XPath; what is wrong with it stands beside it. */
export function FilterBar({ filter, format, onClose }: Props) {
  const box = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => box.current?.focus(), []);
  const { path, setPath, found, fault } = filter;
  const language = format === 'xml' ? 'XPath' : 'JSONPath';
  const isWrong = fault !== null && path.trim() !== '';
  return (
    <div className={classes['bar']} role="search" aria-label="Filter by a path">
      <span className={`${classes['box']} ${isWrong ? classes['wrong'] : ''}`}>
        <Icon name="filter" />
        <input
          ref={box}
          type="text"
          aria-label={`Filter by ${language}`}
          aria-invalid={isWrong}
          aria-describedby={id}
          autoComplete="off"
          spellCheck={false}
          placeholder={format === 'xml' ? '//refund_amount' : '$..refund_amount'}
          value={path}
          onChange={({ target }) => setPath(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            event.stopPropagation();
            onClose();
          }}
        />
        <span id={id} role="status" className={isWrong ? classes['fault'] : classes['count']}>
          {isWrong ? fault : found === null ? language : countWords(found.count)}
        </span>
      </span>
      <IconButton icon="close" label="Close the filter" onPress={onClose} />
    </div>
  );
}

function countWords(count: number): string {
  return count === 0 ? 'Nothing found' : `${count.toLocaleString('en')} found`;
}
