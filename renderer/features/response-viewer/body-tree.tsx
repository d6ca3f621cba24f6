import { type KeyboardEvent, useEffect, useEffectEvent, useId, useRef } from 'react';

import type { BodyFacts, TreeRow } from '../../../shared/model/body-view.ts';
import { checkValue } from '../../actions/check-value.ts';
import { copyText } from '../../actions/copy-text.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useRowWindow } from '../../ui/use-row-window.ts';
import type { OpenBody } from '../../workers/open-body.ts';
import classes from './body-tree.module.css';
import { RowFoot } from './row-foot.tsx';
import { subjectOfRow } from './subject-of-row.ts';
import { useBodyTree } from './use-body-tree.ts';
import { useWindowOf } from './use-window-of.ts';

type Props = {
  readonly body: OpenBody;
  readonly facts: BodyFacts;
  readonly tabId: string;
  /** A node that has to be shown now; a new object for every time. */
  readonly wanted: { readonly node: number; readonly takesFocus: boolean } | null;
  readonly onFind: () => void;
};

/** In CSS pixels. */
const rowHeight = 22;
/** Deeper rows stand no further in. */
const deepest = 40;

/** The answer as a tree of any size: only the rows in view are in the page, and the worker knows the others. */
export function BodyTree({ body, facts, tabId, wanted, onFind }: Props) {
  const stores = useStores();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const tree = useBodyTree({
    body,
    facts,
    page: () => view.page,
    show: (row, place) => view.show(row, place),
  });
  const view = useRowWindow(scroller, tree.rows, rowHeight);
  const { from, rows } = useWindowOf((first, count) => body.ask('rows', first, count), view, tree.version);
  const active = rows[tree.active - from];
  const reveal = useEffectEvent(({ node, takesFocus }: NonNullable<Props['wanted']>) => {
    void tree.reveal(node);
    if (takesFocus) scroller.current?.focus();
  });
  useEffect(() => {
    if (wanted !== null) reveal(wanted);
  }, [wanted]);
  const check = ({ path, value }: NonNullable<TreeRow['check']>): void =>
    checkValue(stores, tabId, subjectOfRow(path), value);
  const copyValue = async (): Promise<void> => {
    if (active !== undefined)
      await copyText(stores, await body.ask('value', active.node), 'The value is on the clipboard');
  };
  const press = (event: KeyboardEvent): void => {
    const command = event.ctrlKey || event.metaKey ? event.key.toLowerCase() : '';
    if (command === 'f') onFind();
    else if (command === 'c' && getSelection()?.isCollapsed !== false) void copyValue();
    else if (!tree.press(event, active)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={classes['frame']}>
      <div
        ref={scroller}
        role="tree"
        tabIndex={0}
        aria-label="Parsed answer"
        aria-activedescendant={active === undefined ? undefined : `${id}-${active.node}`}
        className={classes['tree']}
        onKeyDown={press}
      >
        <div role="presentation" className={classes['all']} style={{ height: view.height }}>
          <div
            role="presentation"
            className={classes['window']}
            style={{ transform: `translateY(${view.top + (from - view.from) * rowHeight}px)` }}
          >
            {rows.map((row, place) => (
              <Row
                key={row.node}
                id={`${id}-${row.node}`}
                row={row}
                isActive={from + place === tree.active}
                onChoose={() => {
                  tree.choose(from + place);
                  scroller.current?.focus();
                }}
                onToggle={() => tree.toggle(row)}
                onCheck={check}
              />
            ))}
          </div>
        </div>
      </div>
      {active !== undefined && (
        <RowFoot body={body} row={active} onCopyValue={() => void copyValue()} onCheck={check} />
      )}
    </div>
  );
}

type RowProps = {
  readonly id: string;
  readonly row: TreeRow;
  readonly isActive: boolean;
  readonly onChoose: () => void;
  readonly onToggle: () => void;
  readonly onCheck: (check: NonNullable<TreeRow['check']>) => void;
};

function Row({ id, row, isActive, onChoose, onToggle, onCheck }: RowProps) {
  const { level, setSize, position, name, kind, text, isOpen, check } = row;
  return (
    // The tree has the focus and the keys; a row is what is active in it.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      role="treeitem"
      aria-level={level}
      aria-setsize={setSize}
      aria-posinset={position}
      aria-selected={isActive}
      aria-label={`${name} ${text}`.trim()}
      {...(isOpen === null ? {} : { 'aria-expanded': isOpen })}
      className={classes['row']}
      style={{ paddingInlineStart: Math.min(level - 1, deepest) * 16 + 22 }}
      onClick={() => {
        onChoose();
        if (getSelection()?.isCollapsed !== false) onToggle();
      }}
    >
      {isOpen !== null && <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} />}
      {name !== '' && <span className={classes['name']}>{name}</span>}{' '}
      <span className={classes[kind]}>{text}</span>
      {check !== null && (
        <button
          type="button"
          tabIndex={-1}
          className={classes['check']}
          aria-label={`Check that ${check.path} stays ${check.value}`}
          title="Check that this stays as it is"
          onClick={(event) => {
            event.stopPropagation();
            onCheck(check);
          }}
        >
          <Icon name="checklist" />
        </button>
      )}
    </div>
  );
}
