import { useLayout } from '../stores/stores-context.tsx';
import { ReconcileDialog } from './batches/reconcile-dialog.tsx';
import { ResumeDialog } from './batches/resume-dialog.tsx';
import { EntryDialog } from './catalog/entry-dialog.tsx';
import { CollectionOverlays } from './collections/collection-overlays.tsx';
import { CommandPalette } from './command-palette/command-palette.tsx';
import { CompareExchangeDialog } from './compare/compare-exchange-dialog.tsx';
import { CompareDialog } from './environment-editor/compare-dialog.tsx';
import { CopySecretsDialog } from './copy-secrets/copy-secrets-dialog.tsx';
import { DocsDialog } from './docs/docs-dialog.tsx';
import { EnvironmentDialog } from './environment-editor/environment-dialog.tsx';
import { EvidenceDialog } from './evidence-dialog/evidence-dialog.tsx';
import { ExplainDialog } from './explain-dialog/explain-dialog.tsx';
import { DecideDialog } from './journal/decide-dialog.tsx';
import { RepeatDialog } from './journal/repeat-dialog.tsx';
import { UnresolvedDialog } from './journal/unresolved-dialog.tsx';
import { ArmDialog } from './production/arm-dialog.tsx';
import { ConfirmDialog } from './production/confirm-dialog.tsx';
import { RetentionDialog } from './retention/retention-dialog.tsx';
import { ShortcutsDialog } from './shortcuts/shortcuts-dialog.tsx';
import { RenameTabDialog } from './tab-strip/rename-tab-dialog.tsx';
import { VaultDialog } from './vault/vault-dialog.tsx';

/** What stands over the window, if anything. */
export function Overlays() {
  const { overlay, closeOverlay } = useLayout((state) => state);
  switch (overlay?.kind) {
    case 'palette':
      return <CommandPalette key={overlay.query ?? ''} query={overlay.query ?? ''} onClose={closeOverlay} />;
    case 'explain':
      return <ExplainDialog pasted={overlay.pasted ?? null} onClose={closeOverlay} />;
    case 'copy-secrets':
      return <CopySecretsDialog input={overlay.input} onClose={closeOverlay} />;
    case 'shortcuts':
      return <ShortcutsDialog onClose={closeOverlay} />;
    case 'docs':
      return <DocsDialog apiId={overlay.apiId} section={overlay.section ?? null} onClose={closeOverlay} />;
    case 'rename-tab':
      return <RenameTabDialog tabId={overlay.tabId} onClose={closeOverlay} />;
    case 'environment':
      return <EnvironmentDialog id={overlay.id} copyOf={overlay.copyOf ?? null} onClose={closeOverlay} />;
    case 'compare-environments':
      return <CompareDialog id={overlay.id} onClose={closeOverlay} />;
    case 'compare':
      return <CompareExchangeDialog exchangeId={overlay.exchangeId} onClose={closeOverlay} />;
    case 'vault':
      return <VaultDialog onClose={closeOverlay} />;
    case 'entry':
      return <EntryDialog apiId={overlay.apiId} entryId={overlay.entryId} onClose={closeOverlay} />;
    case 'arm':
      return <ArmDialog environmentId={overlay.environmentId} onClose={closeOverlay} />;
    case 'confirm':
      return <ConfirmDialog tabId={overlay.tabId} repeatOf={overlay.repeatOf} onClose={closeOverlay} />;
    case 'repeat':
      return <RepeatDialog tabId={overlay.tabId} stops={overlay.stops} onClose={closeOverlay} />;
    case 'decide':
      return <DecideDialog exchangeId={overlay.exchangeId} onClose={closeOverlay} />;
    case 'evidence':
      return <EvidenceDialog exchangeId={overlay.exchangeId} onClose={closeOverlay} />;
    case 'unresolved':
      return <UnresolvedDialog onClose={closeOverlay} />;
    case 'resume-batch':
      return <ResumeDialog id={overlay.id} onClose={closeOverlay} />;
    case 'reconcile-batch':
      return <ReconcileDialog id={overlay.id} onClose={closeOverlay} />;
    case 'retention':
      return <RetentionDialog onClose={closeOverlay} />;
    default:
      return overlay === null ? null : <CollectionOverlays overlay={overlay} onClose={closeOverlay} />;
  }
}
