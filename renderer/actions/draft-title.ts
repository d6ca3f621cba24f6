import { findApi } from '../../shared/apis/registry.ts';
import type { RequestDraft } from '../../shared/model/request-draft.ts';

/** What a tab with this draft is called: its template's title, or the operation where there is no such template. */
export function draftTitle({ api, template, operation }: RequestDraft): string {
  return findApi(api)?.templates.find(({ id }) => id === template)?.title ?? operation;
}
