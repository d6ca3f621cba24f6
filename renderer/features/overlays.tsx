import { useLayout } from '../stores/stores-context.tsx';
import { EntryDialog } from './catalog/entry-dialog.tsx';
import { CommandPalette } from './command-palette/command-palette.tsx';
import { CompareDialog } from './environment-editor/compare-dialog.tsx';
import { EnvironmentDialog } from './environment-editor/environment-dialog.tsx';
import { ExplainDialog } from './explain-dialog/explain-dialog.tsx';
import { ShortcutsDialog } from './shortcuts/shortcuts-dialog.tsx';
import { VaultDialog } from './vault/vault-dialog.tsx';

/** What stands over the window, if anything. */
export function Overlays() {
  const { overlay, closeOverlay } = useLayout((state) => state);
  switch (overlay?.kind) {
    case 'palette':
      return <CommandPalette onClose={closeOverlay} />;
    case 'explain':
      return <ExplainDialog onClose={closeOverlay} />;
    case 'shortcuts':
      return <ShortcutsDialog onClose={closeOverlay} />;
    case 'environment':
      return <EnvironmentDialog id={overlay.id} copyOf={overlay.copyOf ?? null} onClose={closeOverlay} />;
    case 'compare-environments':
      return <CompareDialog id={overlay.id} onClose={closeOverlay} />;
    case 'vault':
      return <VaultDialog onClose={closeOverlay} />;
    case 'entry':
      return <EntryDialog apiId={overlay.apiId} entryId={overlay.entryId} onClose={closeOverlay} />;
    default:
      return null;
  }
}
