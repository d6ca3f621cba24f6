import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';

import classes from './tabs.module.css';

export type TabItem = {
  readonly id: string;
  readonly label: string;
  /** A count or a name behind the label. */
  readonly detail?: string | undefined;
  readonly content: ReactNode;
};

type Props = {
  readonly label: string;
  readonly items: readonly TabItem[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
  /** In front of the tabs and behind them, on the same line. */
  readonly before?: ReactNode;
  readonly after?: ReactNode;
  readonly compact?: boolean;
  /** Puts the pane beside something else, under the same line. */
  readonly renderPane?: (content: ReactNode) => ReactNode;
};

/** A line of tabs over one pane. */
export function Tabs({
  label,
  items,
  selected,
  onSelect,
  before,
  after,
  compact = false,
  renderPane,
}: Props) {
  const content = items.find(({ id }) => id === selected)?.content;
  return (
    <AriaTabs
      className={classes['tabs'] ?? ''}
      selectedKey={selected}
      onSelectionChange={(key) => onSelect(String(key))}
    >
      <div className={`${classes['line']} ${compact ? classes['compact'] : ''}`}>
        {before}
        <TabList aria-label={label} className={classes['list'] ?? ''}>
          {items.map((item) => (
            <Tab key={item.id} id={item.id} className={classes['tab'] ?? ''}>
              {item.label}
              {item.detail !== undefined && <span className={classes['detail']}> {item.detail}</span>}
            </Tab>
          ))}
        </TabList>
        {after !== undefined && <div className={classes['after']}>{after}</div>}
      </div>
      <TabPanel key={selected} id={selected} className={classes['panel'] ?? ''}>
        {renderPane === undefined ? content : renderPane(content)}
      </TabPanel>
    </AriaTabs>
  );
}
