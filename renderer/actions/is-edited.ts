import { findApi } from '../../shared/apis/registry.ts';
import { draftFromTemplate } from '../../shared/engine/draft-from-template.ts';
import { changedParts } from '../../shared/engine/merge-collection-request.ts';
import { sameValue } from '../../shared/engine/same-value.ts';
import type { Tab } from '../../shared/model/tab.ts';
import { requestOfTab } from './request-of-tab.ts';

/** Whether a tab differs from what it was opened as: its saved request, else its template. */
export function isEdited(tab: Tab): boolean {
  if (tab.saved !== null) return changedParts(requestOfTab(tab), tab.saved.base).length > 0;
  const api = findApi(tab.draft.api);
  const template = api?.templates.find(({ id }) => id === tab.draft.template);
  if (api === null || template === undefined) return true;
  // A template has none of these.
  if (tab.notes !== '' || tab.checks.length > 0 || tab.captures.length > 0) return true;
  return !sameValue(draftFromTemplate(api, template), tab.draft);
}
