import type { CollectionFolderPlace, CollectionPlace } from '../../shared/contract/collection-commands.ts';
import type { CollectionRequest } from '../../shared/model/collection.ts';
import type { PastedInput } from './create-layout-store.ts';

/** What of the collections stands over the window. */
export type CollectionOverlay =
  /** Asks where a request is saved; `tabId` is the tab that is then saved there, `null` where it comes from elsewhere. */
  | { readonly kind: 'save-request'; readonly tabId: string | null; readonly request: CollectionRequest }
  | { readonly kind: 'new-collection' }
  | { readonly kind: 'new-folder'; readonly place: CollectionFolderPlace }
  | { readonly kind: 'new-request'; readonly place: CollectionFolderPlace }
  | { readonly kind: 'rename-item'; readonly place: CollectionPlace }
  | { readonly kind: 'move-items'; readonly id: string; readonly paths: readonly string[] }
  | { readonly kind: 'export-collection'; readonly id: string }
  /** `pasted` is the file that was dropped. */
  | { readonly kind: 'import'; readonly pasted?: PastedInput };
