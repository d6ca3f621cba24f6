import type { RequestDraft } from '../../../shared/model/request-draft.ts';
import { copyDraftCurl, draftInput } from '../../actions/copy-curl.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { IconButton } from '../../ui/button.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';

/** The request of a draft, to take along. */
export function CopyMenu({ draft }: { readonly draft: RequestDraft }) {
  const stores = useStores();
  const groups = [
    [
      {
        id: 'curl',
        label: 'Copy as cURL',
        icon: 'terminal',
        run: () => void copyDraftCurl(stores, draft),
      },
      {
        id: 'curl-secrets',
        label: 'Copy as cURL with secrets…',
        icon: 'key',
        run: () => stores.layout.getState().open({ kind: 'copy-secrets', input: draftInput(stores, draft) }),
      },
    ],
  ];
  return (
    <MenuButton label="Copy the request" groups={groups}>
      <IconButton icon="copy" label="Copy the request" />
    </MenuButton>
  );
}
