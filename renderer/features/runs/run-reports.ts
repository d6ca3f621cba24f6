import type { RunReportKind, RunSummary } from '../../../shared/model/run.ts';
import type { Stores } from '../../stores/stores.ts';
import type { MenuEntry } from '../../ui/menu-button.tsx';
import { saveFile } from '../../actions/save-file.ts';

const reports: readonly { readonly kind: RunReportKind; readonly label: string; readonly icon: string }[] = [
  { kind: 'html', label: 'Save as HTML, to read and attach', icon: 'file' },
  { kind: 'junit', label: 'Save as JUnit XML, for CI systems', icon: 'beaker' },
  { kind: 'json', label: 'Save as JSON, for programs', icon: 'json' },
];

/** The ways to hand a run on, as entries of a menu. */
export function runReports(stores: Stores, run: RunSummary): readonly MenuEntry[] {
  return reports.map(({ kind, label, icon }) => ({
    id: kind,
    label,
    icon,
    run: () => void saveReport(stores, run.id, kind),
  }));
}

async function saveReport({ runs, layout }: Stores, id: string, kind: RunReportKind): Promise<void> {
  const file = await runs.getState().report(id, kind);
  if (!file.ok) return layout.getState().notify(file.error);
  saveFile(file.value);
  layout.getState().say(`Saved as ${file.value.fileName}`);
}
