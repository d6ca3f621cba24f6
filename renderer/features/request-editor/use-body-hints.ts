import { useMemo } from 'react';

import { findApi } from '../../../shared/apis/registry.ts';
import type { Preview } from '../../../shared/contract/commands.ts';
import { bodyLanguageOf } from '../../../shared/engine/body-language/body-language-of.ts';
import type { BodyLanguage } from '../../../shared/model/body-language.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import type { RequestDraft } from '../../../shared/model/request-draft.ts';
import type { VariableHint } from '../../editor/variable-hints.ts';
import { describeVariables } from './describe-variables.ts';

/** What the core and the description of the API know of a body while it is edited. */
export type BodyHints = {
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly variables: readonly VariableHint[];
  /** Anew only where another body is described. */
  readonly bodyLanguage: BodyLanguage;
};

/** The hints for the body of a draft. */
export function useBodyHints(
  { api: apiId, operation, body }: RequestDraft,
  preview: Preview | null,
): BodyHints {
  const { kind } = body;
  const main = body.kind === 'form' ? body.main : null;
  const api = findApi(apiId);
  const bodyLanguage = useMemo(
    () => bodyLanguageOf(api, { operation, kind, main }),
    [api, operation, kind, main],
  );
  return {
    problems: preview?.problems ?? nothing,
    warnings: preview?.warnings ?? nothing,
    variables: describeVariables(preview, api),
    bodyLanguage,
  };
}

const nothing: readonly never[] = [];
