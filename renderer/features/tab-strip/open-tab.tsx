import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import { ToggleButton, VisuallyHidden } from 'react-aria-components';

import type { Tab } from '../../../shared/model/tab.ts';
import { closeTabs } from '../../actions/close-tabs.ts';
import { isEdited } from '../../actions/is-edited.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { IconButton } from '../../ui/button.tsx';
import { ContextMenu } from '../../ui/context-menu.tsx';
import { Icon } from '../../ui/icon.tsx';
import { tabMenu } from './tab-menu.ts';
import classes from './tab-strip.module.css';
import type { TabDrag } from './use-tab-drag.ts';

type Props = {
  readonly tab: Tab;
  readonly isShown: boolean;
  /** Whether another tab is dragged over it. */
  readonly isOver: boolean;
  readonly drag: TabDrag;
};

/** One open draft: shows it, closes it, and has a menu with everything else. */
export function OpenTab({ tab, isShown, isOver, drag }: Props) {
  const stores = useStores();
  const place = useRef<HTMLDivElement>(null);
  const [menuAnchor, setMenuAnchor] = useState<HTMLElement | null>(null);
  useEffect(() => {
    if (isShown) place.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isShown]);
  const close = (): void => closeTabs(stores, [tab.id]);
  const openMenu = (event: MouseEvent | KeyboardEvent): void => {
    event.preventDefault();
    setMenuAnchor(place.current);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Delete') close();
    // Not every system tells of these keys as it tells of the right button.
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) openMenu(event);
  };
  return (
    <div
      ref={place}
      {...drag}
      role="presentation"
      className={tabClasses({ isShown, isOver, pinned: tab.pinned })}
      onAuxClick={({ button }) => button === 1 && close()}
      onContextMenu={openMenu}
      onKeyDown={onKeyDown}
    >
      <ToggleButton
        isSelected={isShown}
        onChange={() => {
          stores.layout.getState().showPage(null);
          stores.tabs.getState().activate(tab.id);
        }}
        className={classes['title'] ?? ''}
      >
        <span className={classes['method']}>{tab.draft.method}</span>{' '}
        <span className={classes['name']} title={tab.title}>
          {tab.title}
        </span>
        {tab.pinned && (
          <span className={classes['pin']}>
            <Icon name="pinned" />
            <VisuallyHidden> pinned</VisuallyHidden>
          </span>
        )}
        {isEdited(tab) && (
          <span className={classes['dot']} title="Edited">
            <span aria-hidden="true">●</span>
            <VisuallyHidden> edited</VisuallyHidden>
          </span>
        )}
      </ToggleButton>
      {!tab.pinned && <IconButton icon="close" label={`Close ${tab.title}`} onPress={close} />}
      {menuAnchor !== null && (
        <ContextMenu
          label={`Tab ${tab.title}`}
          groups={tabMenu(stores, tab)}
          anchor={menuAnchor}
          onClose={() => setMenuAnchor(null)}
        />
      )}
    </div>
  );
}

function tabClasses({
  isShown,
  isOver,
  pinned,
}: Pick<Props, 'isShown' | 'isOver'> & Pick<Tab, 'pinned'>): string {
  return ['tab', isShown && 'active', isOver && 'over', pinned && 'pinned']
    .map((name) => (name === false ? undefined : classes[name]))
    .filter((name) => name !== undefined)
    .join(' ');
}
