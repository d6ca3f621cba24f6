import { useEffect, useState } from 'react';

import type { CheckReport } from '../../../shared/model/check.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { Tab } from '../../../shared/model/tab.ts';
import { previewInput } from '../../actions/preview-input.ts';
import { useStores } from '../../stores/stores-context.tsx';

/** Milliseconds after the last key before the answer is held against what was typed. */
const delay = 150;

/** `null` where there is nothing to check, or it is not known yet. */
export type CheckReportState = Result<CheckReport, Problem> | null;

/** What the checks of a tab make of an exchange. */
export function useCheckReport(tab: Tab, exchangeId: string): CheckReportState {
  const stores = useStores();
  const { checks, captures, draft, saved } = tab;
  const isEmpty = checks.length === 0 && captures.length === 0;
  const [report, setReport] = useState<CheckReportState>(null);
  useEffect(() => {
    if (isEmpty) return;
    let isCurrent = true;
    const ask = async (): Promise<void> => {
      const { collectionVariables } = previewInput(stores, { draft, saved });
      const input = { exchangeId, checks, captures, collectionVariables };
      const told = await stores.checks.getState().evaluate(input);
      if (isCurrent) setReport(told);
    };
    const timer = setTimeout(() => void ask(), delay);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [stores, exchangeId, checks, captures, draft, saved, isEmpty]);
  return isEmpty ? null : report;
}
