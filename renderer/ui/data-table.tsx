import { memo, type ReactNode, useMemo } from 'react';
import {
  Cell,
  Collection,
  Column,
  Row,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  TableLoadMoreItem,
  Virtualizer,
} from 'react-aria-components';

import classes from './data-table.module.css';

export type DataColumn<Item> = {
  readonly id: string;
  readonly title: string;
  /** CSS pixels, or a share of what is left: `2fr`. */
  readonly width: number | `${number}fr`;
  readonly align?: 'end';
  /** The one that names the row. */
  readonly isRowHeader?: boolean;
  readonly render: (item: Item) => ReactNode;
};

type Props<Item> = {
  readonly label: string;
  /** Has to stay the same array while the columns do. */
  readonly columns: readonly DataColumn<Item>[];
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  /** The row in words, which typing finds it by. */
  readonly textOf: (item: Item) => string;
  readonly selected: string | null;
  /** The row that the arrow keys or a click chose. */
  readonly onSelect: (key: string | null) => void;
  /** What Enter or a double click does. */
  readonly onAction?: (key: string) => void;
  /** Reads on; left out where all is there. */
  readonly onMore?: (() => void) | undefined;
  readonly isLoading?: boolean;
  /** What stands where there are no rows. */
  readonly empty: ReactNode;
};

/** Heights in CSS pixels; a virtualised table has to know them. */
const sizes = { rowHeight: 30, headingHeight: 28, loaderHeight: 30 };

/**
 * Rows by the thousand: only those in view are in the page. Arrow keys move, and choose. It is made anew only where what
 * it is given changes, so callbacks should stay the same while they can.
 */
export const DataTable = memo(RowTable) as typeof RowTable;

function RowTable<Item extends object>({
  label,
  columns,
  items,
  keyOf,
  textOf,
  selected,
  onSelect,
  onAction,
  onMore,
  isLoading = false,
  empty,
}: Props<Item>) {
  const selectedKeys = useMemo(() => (selected === null ? [] : [selected]), [selected]);
  return (
    <Virtualizer layout={TableLayout} layoutOptions={sizes}>
      <Table
        aria-label={label}
        className={classes['table'] ?? ''}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={selectedKeys}
        onSelectionChange={(keys) => onSelect(keys === 'all' ? null : keyText([...keys][0]))}
        {...(onAction === undefined ? {} : { onRowAction: (key) => onAction(String(key)) })}
      >
        <TableHeader className={classes['head'] ?? ''}>
          {columns.map(({ id, title, width, align, isRowHeader = false }) => (
            <Column
              key={id}
              id={id}
              width={width}
              minWidth={40}
              isRowHeader={isRowHeader}
              className={cellClass('column', align)}
            >
              {title}
            </Column>
          ))}
        </TableHeader>
        <TableBody renderEmptyState={() => <div className={classes['empty']}>{empty}</div>}>
          <Collection items={items} dependencies={[columns]}>
            {(item) => (
              <Row id={keyOf(item)} textValue={textOf(item)} className={classes['row'] ?? ''}>
                {columns.map(({ id, align, render }) => (
                  <Cell key={id} className={cellClass('cell', align)}>
                    {render(item)}
                  </Cell>
                ))}
              </Row>
            )}
          </Collection>
          {onMore !== undefined && (
            <TableLoadMoreItem isLoading={isLoading} onLoadMore={onMore} className={classes['loading'] ?? ''}>
              Reading on …
            </TableLoadMoreItem>
          )}
        </TableBody>
      </Table>
    </Virtualizer>
  );
}

function keyText(key: string | number | undefined): string | null {
  return key === undefined ? null : String(key);
}

function cellClass(kind: 'column' | 'cell', align: 'end' | undefined): string {
  return `${classes[kind]} ${align === 'end' ? classes['end'] : ''}`;
}
