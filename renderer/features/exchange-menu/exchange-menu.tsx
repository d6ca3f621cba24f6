import type { ReactNode } from 'react';

import { useStores } from '../../stores/stores-context.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { exchangeMenuGroups, type ExchangeMenuTarget } from './exchange-menu-items.ts';

type Props = {
  readonly target: ExchangeMenuTarget;
  /** The button that opens it. */
  readonly children: ReactNode;
};

/** Everything that can be done with a stored exchange. */
export function ExchangeMenu({ target, children }: Props) {
  const stores = useStores();
  const groups = exchangeMenuGroups
    .map((items) => items.filter(({ isOffered }) => isOffered === undefined || isOffered(target)))
    .filter((items) => items.length > 0)
    .map((items) => items.map((item) => ({ ...item, run: () => void item.run(stores, target) })));
  return (
    <MenuButton label="Exchange" groups={groups}>
      {children}
    </MenuButton>
  );
}
