import { useState } from 'react';

import { apis } from '../../../shared/apis/registry.ts';
import type { EnvironmentVariable } from '../../../shared/model/environment.ts';
import { PairTable } from '../request-editor/pair-table.tsx';
import classes from './environment-dialog.module.css';

type Props = {
  readonly variables: readonly EnvironmentVariable[];
  readonly onChange: (variables: readonly EnvironmentVariable[]) => void;
};

type Pairs = Parameters<typeof PairTable>[0]['pairs'];

const declared: ReadonlySet<string> = new Set(apis.flatMap((api) => api.variables).map(({ name }) => name));

/** Variables that no API asks for, for values that requests share. A row without a name is not saved. */
export function OtherVariables({ variables, onChange }: Props) {
  const [pairs, setPairs] = useState<Pairs>(() =>
    variables.filter(({ name }) => !declared.has(name)).map(({ name, value }) => [name, value]),
  );
  const twice = findTwice(pairs);
  const change = (changed: Pairs): void => {
    setPairs(changed);
    const named = new Map(changed.filter(([name]) => name !== '' && !declared.has(name)).toReversed());
    onChange([
      ...variables.filter(({ name }) => declared.has(name)),
      ...[...named].map(([name, value]) => ({ name, value })).toReversed(),
    ]);
  };
  return (
    <div className={classes['apis']}>
      <details open={pairs.length > 0}>
        <summary>Other variables</summary>
        <p className={classes['hint']}>
          Used in any request as <code>{'{{name}}'}</code>. The file holds them in plain text: no secrets
          here.
        </p>
        <PairTable label="Other variables" pairs={pairs} onChange={change} />
        {twice !== null && (
          <p role="status" className={classes['warning']}>
            {declared.has(twice)
              ? `${twice} has its place above; here it does not count.`
              : `${twice} stands twice; the first one counts.`}
          </p>
        )}
      </details>
    </div>
  );
}

function findTwice(pairs: Pairs): string | null {
  const names = pairs.map(([name]) => name);
  return (
    names.find((name, index) => name !== '' && (declared.has(name) || names.indexOf(name) !== index)) ?? null
  );
}
