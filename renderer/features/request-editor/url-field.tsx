import { useRef } from 'react';

import type { VariableView } from '../../../shared/contract/commands.ts';
import classes from './url-field.module.css';

type Props = {
  readonly url: string;
  readonly variables: readonly VariableView[];
  readonly onChange: (url: string) => void;
};

/** The URL with its variables marked. The marks lie under a plain input, so every key works as in any input. */
export function UrlField({ url, variables, onChange }: Props) {
  const marks = useRef<HTMLDivElement>(null);
  return (
    <div className={classes['field']}>
      <div ref={marks} className={classes['marks']} aria-hidden="true">
        {url.split(/(\{\{[^{}]*\}\})/).map((part, index) =>
          part.startsWith('{{') ? (
            // The parts of one text have no other identity than their place.
            // oxlint-disable-next-line react/no-array-index-key
            <span key={index} className={isKnown(part, variables) ? classes['variable'] : classes['unknown']}>
              <i>{'{{'}</i>
              {part.slice(2, -2)}
              <i>{'}}'}</i>
            </span>
          ) : (
            part
          ),
        )}
      </div>
      <input
        aria-label="URL"
        className={classes['input']}
        value={url}
        spellCheck={false}
        title={describe(variables)}
        onChange={({ target }) => onChange(target.value)}
        onScroll={({ currentTarget }) => {
          if (marks.current !== null) marks.current.scrollLeft = currentTarget.scrollLeft;
        }}
      />
    </div>
  );
}

function isKnown(part: string, variables: readonly VariableView[]): boolean {
  const found = variables.find(({ name }) => name === part.slice(2, -2).trim());
  return found === undefined || found.origin !== null;
}

/** Value and origin of each variable; of a secret the origin only. */
function describe(variables: readonly VariableView[]): string {
  return variables
    .map(({ name, origin, secret, text }) => {
      if (origin === null) return `${name} has no value`;
      return `${name} = ${secret ? '••••••••' : (text ?? '')} (${origin})`;
    })
    .join('\n');
}
