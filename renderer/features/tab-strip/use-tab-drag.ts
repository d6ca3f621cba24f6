import { type DragEvent, useState } from 'react';

import { useStores } from '../../stores/stores-context.tsx';

/** What is dragged is a tab of this strip: the type keeps files and texts from elsewhere out. */
const type = 'application/x-refund-workbench-tab';

/** The listeners of one tab that is dragged, or that another is dropped on. */
export type TabDrag = {
  readonly draggable: true;
  readonly onDragStart: (event: DragEvent) => void;
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDragEnd: () => void;
  readonly onDrop: (event: DragEvent) => void;
};

/** Lets tabs be ordered by dragging; `over` is the one that what is dragged would take the place of. */
export function useTabDrag(): { readonly over: string | null; readonly dragOf: (id: string) => TabDrag } {
  const { tabs } = useStores();
  const [over, setOver] = useState<string | null>(null);
  const isTab = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes(type);
  return {
    over,
    dragOf: (id) => ({
      draggable: true,
      onDragStart: ({ dataTransfer }) => {
        dataTransfer.setData(type, id);
        dataTransfer.effectAllowed = 'move';
      },
      onDragOver: (event) => {
        if (!isTab(event)) return;
        event.preventDefault();
        setOver(id);
      },
      onDragEnd: () => setOver(null),
      onDrop: (event) => {
        setOver(null);
        if (!isTab(event)) return;
        event.preventDefault();
        const { tabs: open, move } = tabs.getState();
        move(
          event.dataTransfer.getData(type),
          open.findIndex((tab) => tab.id === id),
        );
      },
    }),
  };
}
