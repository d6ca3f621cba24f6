import type { Tab } from '../../../shared/model/tab.ts';
import { copyDraftCurl } from '../../actions/copy-curl.ts';
import { previewInput } from '../../actions/preview-input.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { IconButton } from '../../ui/button.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';

/** The request of a tab, to take along. */
export function CopyMenu({ tab }: { readonly tab: Pick<Tab, 'draft' | 'saved'> }) {
  const stores = useStores();
  const groups = [
    [
      {
        id: 'curl',
        label: 'Copy as cURL',
        icon: 'terminal',
        run: () => void copyDraftCurl(stores, tab),
      },
      {
        id: 'curl-secrets',
        label: 'Copy as cURL with secrets…',
        icon: 'key',
        run: () => stores.layout.getState().open({ kind: 'copy-secrets', input: previewInput(stores, tab) }),
      },
    ],
  ];
  return (
    <MenuButton label="Copy the request" groups={groups}>
      <IconButton icon="copy" label="Copy the request" />
    </MenuButton>
  );
}
