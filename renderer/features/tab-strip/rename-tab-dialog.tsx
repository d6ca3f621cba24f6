import { useStores, useTabs } from '../../stores/stores-context.tsx';
import { NameDialog } from '../collections/name-dialog.tsx';

type Props = { readonly tabId: string; readonly onClose: () => void };

/** Gives a draft that is saved nowhere another title. */
export function RenameTabDialog({ tabId, onClose }: Props) {
  const { tabs } = useStores();
  const title = useTabs(({ tabs: open }) => open.find(({ id }) => id === tabId)?.title ?? '');
  return (
    <NameDialog
      title="Rename the draft"
      name={title}
      action="Rename"
      onClose={onClose}
      onName={async (changed) => {
        tabs.getState().change(tabId, { title: changed });
        return null;
      }}
    />
  );
}
