import { findApi } from '../../shared/apis/registry.ts';
import { draftFromTemplate } from '../../shared/engine/draft-from-template.ts';
import type { Stores } from '../stores/stores.ts';

/** Opens a template in a new tab, or shows the tab that already holds it unchanged. Gives the tab's id. */
export function openTemplate(
  { tabs, layout }: Stores,
  apiId: string,
  templateId: string,
  values: Readonly<Record<string, string>> = {},
): string | null {
  const api = findApi(apiId);
  const template = api?.templates.find(({ id }) => id === templateId);
  if (api === null || template === undefined) return null;
  const draft = draftFromTemplate(api, template, values);
  const { tabs: open, activate, open: openTab } = tabs.getState();
  const same = open.find((tab) => tab.saved === null && JSON.stringify(tab.draft) === JSON.stringify(draft));
  if (same === undefined) return openTab({ title: template.title, draft, exchangeId: null });
  activate(same.id);
  // Where the tab was the active one already, a page may still stand over it.
  layout.getState().showPage(null);
  return same.id;
}
