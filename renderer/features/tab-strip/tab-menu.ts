import { closeTabs, type TabsToClose, tabsToClose } from '../../actions/close-tabs.ts';
import { duplicateTab } from '../../actions/duplicate-tab.ts';
import { reopenTab } from '../../actions/reopen-tab.ts';
import type { Tab } from '../../../shared/model/tab.ts';
import type { Stores } from '../../stores/stores.ts';
import type { MenuEntry } from '../../ui/menu-entries.tsx';
import { keyLabel } from '../shortcuts/key-label.ts';

/** Everything that can be done with a tab, from its menu. */
export function tabMenu(stores: Stores, tab: Tab): readonly (readonly MenuEntry[])[] {
  const { tabs, layout } = stores;
  const { tabs: open, pin, move, closed } = tabs.getState();
  const index = open.findIndex(({ id }) => id === tab.id);
  const isNeighbour = (by: 1 | -1): boolean => open[index + by]?.pinned === tab.pinned;
  const closes = (which: TabsToClose, label: string): MenuEntry => {
    const ids = tabsToClose(open, tab.id, which);
    return {
      id: `close-${which}`,
      label,
      icon: 'close-all',
      isDisabled: ids.length === 0,
      run: () => closeTabs(stores, ids),
    };
  };
  return [
    [
      {
        id: 'close',
        label: 'Close',
        icon: 'close',
        keys: keyLabel('close-tab'),
        run: () => closeTabs(stores, [tab.id]),
      },
      closes('others', 'Close the others'),
      closes('right', 'Close those to the right'),
      closes('all', open.some(({ pinned }) => pinned) ? 'Close all but the pinned' : 'Close all'),
      {
        id: 'reopen',
        label: 'Open the last closed again',
        icon: 'discard',
        keys: keyLabel('reopen-tab'),
        isDisabled: closed.length === 0,
        run: () => reopenTab(stores),
      },
    ],
    [
      {
        id: 'pin',
        label: tab.pinned ? 'Unpin' : 'Pin',
        icon: tab.pinned ? 'pinned' : 'pin',
        run: () => pin(tab.id, !tab.pinned),
      },
      {
        id: 'left',
        label: 'Move to the left',
        icon: 'arrow-left',
        keys: keyLabel('move-tab-left'),
        isDisabled: !isNeighbour(-1),
        run: () => move(tab.id, index - 1),
      },
      {
        id: 'right',
        label: 'Move to the right',
        icon: 'arrow-right',
        keys: keyLabel('move-tab-right'),
        isDisabled: !isNeighbour(1),
        run: () => move(tab.id, index + 1),
      },
    ],
    [
      {
        id: 'duplicate',
        label: 'Duplicate',
        icon: 'copy',
        run: () => duplicateTab(stores, tab.id),
      },
      {
        id: 'rename',
        label: 'Rename…',
        icon: 'edit',
        // A saved request is renamed where it is saved.
        isDisabled: tab.saved !== null,
        run: () => layout.getState().open({ kind: 'rename-tab', tabId: tab.id }),
      },
    ],
  ];
}
