import type { CollectionOverlay } from '../../stores/collection-overlay.ts';
import { ExportDialog } from '../transfer/export-dialog.tsx';
import { ImportDialog } from '../transfer/import-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { NewCollectionDialog, NewFolderDialog, NewRequestDialog } from './new-item-dialogs.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { SaveRequestDialog } from './save-request-dialog.tsx';

type Props = { readonly overlay: CollectionOverlay; readonly onClose: () => void };

/** What of the collections stands over the window. */
export function CollectionOverlays({ overlay, onClose }: Props) {
  switch (overlay.kind) {
    case 'save-request':
      return <SaveRequestDialog tabId={overlay.tabId} request={overlay.request} onClose={onClose} />;
    case 'new-collection':
      return <NewCollectionDialog onClose={onClose} />;
    case 'new-folder':
      return <NewFolderDialog place={overlay.place} onClose={onClose} />;
    case 'new-request':
      return <NewRequestDialog place={overlay.place} onClose={onClose} />;
    case 'rename-item':
      return <RenameDialog place={overlay.place} onClose={onClose} />;
    case 'move-items':
      return <MoveDialog id={overlay.id} paths={overlay.paths} onClose={onClose} />;
    case 'import':
      return <ImportDialog pasted={overlay.pasted ?? null} onClose={onClose} />;
    case 'export-collection':
      return <ExportDialog id={overlay.id} onClose={onClose} />;
  }
}
