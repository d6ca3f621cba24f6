import type { ReactNode } from 'react';
import { Group } from 'react-resizable-panels';

import { useLayout } from '../stores/stores-context.tsx';

type Props = {
  /** Splits of one name share their sizes, however often they are shown anew. */
  readonly name: string;
  readonly orientation: 'horizontal' | 'vertical';
  readonly className?: string | undefined;
  /** Whether all its panels are there; without one of them no size is worth remembering. */
  readonly isWhole?: boolean;
  readonly children: ReactNode;
};

/** Panels whose sizes are remembered. Every panel in it needs an id. */
export function Split({ name, orientation, className, isWhole = true, children }: Props) {
  const remembered = useLayout((state) => state.splits[name]);
  const remember = useLayout((state) => state.rememberSplit);
  return (
    <Group
      orientation={orientation}
      className={className}
      defaultLayout={remembered}
      onLayoutChanged={(sizes, { isUserInteraction }) => {
        // The first sizes come from the style; only what somebody moved is worth keeping, and its way back.
        if (isWhole && (isUserInteraction || remembered !== undefined)) remember(name, sizes);
      }}
    >
      {children}
    </Group>
  );
}
