import { useState } from 'react';

import { apis } from '../../../shared/apis/registry.ts';
import {
  type ComparedRow,
  type ComparedValue,
  compareEnvironments,
} from '../../../shared/engine/compare-environments.ts';
import type { Environment } from '../../../shared/model/environment.ts';
import { useEnvironments } from '../../stores/stores-context.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { classWords } from '../words.ts';
import classes from './compare-dialog.module.css';

type Props = { readonly id: string; readonly onClose: () => void };

const declaredSecrets: ReadonlySet<string> = new Set(
  apis.flatMap((api) => api.variables).flatMap(({ name, secret }) => (secret ? [name] : [])),
);

/** Two environments side by side, one row for each variable and secret. */
export function CompareDialog({ id, onClose }: Props) {
  const { environments, files, secrets } = useEnvironments((state) => state.overview);
  const usable = environments.filter((environment) => files[environment.id]?.readOnly === null);
  const [chosen, setChosen] = useState<readonly (string | undefined)[]>([id]);
  const [onlyDifferences, setOnlyDifferences] = useState(false);
  const find = (wanted: string | undefined): Environment | undefined =>
    usable.find((environment) => environment.id === wanted);
  const left = find(chosen[0]) ?? usable[0];
  const right = find(chosen[1]) ?? usable.find((environment) => environment.id !== left?.id);
  if (left === undefined || right === undefined) {
    return (
      <Dialog title="Compare environments" onClose={onClose}>
        <p>There is nothing to compare yet: the workspace needs two environments.</p>
      </Dialog>
    );
  }
  const sideOf = (environment: Environment): Parameters<typeof compareEnvironments>[0] => ({
    environment,
    setSecrets: (secrets[environment.id] ?? []).map(({ name }) => name),
  });
  const rows = compareEnvironments(sideOf(left), sideOf(right), declaredSecrets);
  const shown = onlyDifferences ? rows.filter(({ state }) => isDifference(state)) : rows;
  return (
    <Dialog title="Compare environments" onClose={onClose} width="wide">
      <div className={classes['head']}>
        <SideSelect
          label="Left"
          environments={usable}
          chosen={left}
          onChoose={(one) => setChosen([one, right.id])}
        />
        <SideSelect
          label="Right"
          environments={usable}
          chosen={right}
          onChoose={(one) => setChosen([left.id, one])}
        />
        <label className={classes['only']}>
          <input
            type="checkbox"
            checked={onlyDifferences}
            onChange={({ target }) => setOnlyDifferences(target.checked)}
          />
          Only differences
        </label>
      </div>
      <p className={classes['summary']} role="status">
        {summarise(rows)}
      </p>
      <CompareTable rows={shown} left={left} right={right} />
    </Dialog>
  );
}

type SideProps = {
  readonly label: string;
  readonly environments: readonly Environment[];
  readonly chosen: Environment;
  readonly onChoose: (id: string) => void;
};

function SideSelect({ label, environments, chosen, onChoose }: SideProps) {
  return (
    <label className={classes['side']}>
      {label}
      <select value={chosen.id} onChange={({ target }) => onChoose(target.value)}>
        {environments.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

type TableProps = {
  readonly rows: readonly ComparedRow[];
  readonly left: Environment;
  readonly right: Environment;
};

function CompareTable({ rows, left, right }: TableProps) {
  return (
    <table className={classes['table']} aria-label={`${left.name} and ${right.name}`}>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">{left.name}</th>
          <th scope="col">{right.name}</th>
          <th scope="col">Result</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, left: one, right: other, state }) => (
          <tr key={name} data-state={state}>
            <th scope="row">{name === null ? 'Class' : <code>{name}</code>}</th>
            <td>{name === null ? <ClassWord environment={left} /> : <Value value={one} />}</td>
            <td>{name === null ? <ClassWord environment={right} /> : <Value value={other} />}</td>
            <td className={classes[state]}>
              <span className={classes['state']}>
                <Icon name={stateWords[state].icon} /> {stateWords[state].word}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ClassWord({ environment: { environmentClass } }: { readonly environment: Environment }) {
  const { word, icon } = classWords[environmentClass];
  return (
    <span className={`${classes['class']} ${classes[environmentClass]}`}>
      <Icon name={icon} /> {word}
    </span>
  );
}

function Value({ value }: { readonly value: ComparedValue }) {
  switch (value.kind) {
    case 'text':
      return value.text === '' ? <i>empty</i> : <code>{value.text}</code>;
    case 'secret':
      return <i>{value.isSet ? 'secret, set' : 'secret, not set'}</i>;
    case 'missing':
      return <i>not there</i>;
  }
}

const stateWords: Record<ComparedRow['state'], { readonly word: string; readonly icon: string }> = {
  equal: { word: 'equal', icon: 'check' },
  different: { word: 'different', icon: 'diff-modified' },
  missing: { word: 'missing', icon: 'circle-slash' },
  set: { word: 'both set', icon: 'lock' },
};

function isDifference(state: ComparedRow['state']): boolean {
  return state === 'different' || state === 'missing';
}

function summarise(rows: readonly ComparedRow[]): string {
  const count = rows.filter(({ state }) => isDifference(state)).length;
  if (count === 0) return 'No differences. Whether two secrets are equal is not compared.';
  return `${count} ${count === 1 ? 'difference' : 'differences'} in ${rows.length} rows.`;
}
