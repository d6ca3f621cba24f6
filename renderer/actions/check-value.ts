import type { CheckSubject } from '../../shared/model/check.ts';
import type { Stores } from '../stores/stores.ts';

/** Adds a check to a tab: that a value of the answer stays what it is now. */
export function checkValue(
  { tabs, layout }: Stores,
  tabId: string,
  subject: CheckSubject,
  value: string,
): void {
  const tab = tabs.getState().tabs.find(({ id }) => id === tabId);
  if (tab === undefined) return;
  const check = { subject, operator: 'equals', expected: value } as const;
  tabs.getState().change(tabId, { checks: [...tab.checks, check] });
  layout.getState().say('Check added; it stands in the Checks of the request');
}
