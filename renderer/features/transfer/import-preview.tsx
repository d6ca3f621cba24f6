import type { ContentNode } from '../../../shared/model/collection.ts';
import type { ImportPreview } from '../../../shared/model/transfer.ts';
import { Icon } from '../../ui/icon.tsx';
import { countOf, importTitles } from './kind-words.ts';
import { RemarkList } from './remark-list.tsx';
import classes from './transfer.module.css';

/** Rows of the tree that are shown; the counts tell of the rest. */
const longest = 300;

/** What a file holds, before anything is written. */
export function ImportContent({ preview }: { readonly preview: ImportPreview }) {
  const { kind, collections, environments, requests, remarks } = preview;
  const rows = collections.flatMap(({ name, items }) => [
    { depth: 0, name, icon: 'archive' },
    ...rowsOf(items, 1),
  ]);
  return (
    <div className={classes['content']}>
      <p role="status">
        <strong>{importTitles[kind]}</strong>: {countOf(collections.length, 'collection')} with{' '}
        {countOf(requests, 'request')}, {countOf(environments.length, 'environment')}.
      </p>
      {rows.length > 0 && (
        <div className={classes['tree']} tabIndex={0} role="region" aria-label="What is in it">
          <ul>
            {rows.slice(0, longest).map(({ depth, name, icon }, index) => (
              // oxlint-disable-next-line react/no-array-index-key
              <li key={index} data-depth={Math.min(depth, 6)}>
                <Icon name={icon} />
                {name}
              </li>
            ))}
          </ul>
          {rows.length > longest && <p>and {rows.length - longest} more</p>}
        </div>
      )}
      {environments.length > 0 && (
        <section aria-label="Environments">
          <h3>Environments</h3>
          <ul className={classes['environments']}>
            {environments.map(({ id, name, variables, secrets }) => (
              <li key={id}>
                {name}
                <span>
                  {countOf(variables.length, 'variable')}
                  {secrets.length > 0 && `, ${countOf(secrets.length, 'secret')} to be set anew`}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <RemarkList title="Changed or left out" remarks={remarks} />
    </div>
  );
}

type Row = { readonly depth: number; readonly name: string; readonly icon: string };

function rowsOf(items: readonly ContentNode[], depth: number): readonly Row[] {
  return items.flatMap((node) =>
    node.kind === 'folder'
      ? [{ depth, name: node.name, icon: 'folder' }, ...rowsOf(node.items, depth + 1)]
      : [{ depth, name: node.request.name, icon: 'symbol-event' }],
  );
}
