import { findScenario } from '../../shared/apis/sandboxes.ts';
import { type HeaderList, headerValue } from '../../shared/model/headers.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { RequestDraft } from '../../shared/model/request-draft.ts';
import { scenarioHeader } from '../../shared/model/scenario.ts';
import { isSandbox } from './check-rails.ts';
import type { OpenDraft } from './open-draft.ts';

/** The header that a scenario about the login needs on every step of it; none for any other draft or environment. */
export function loginScenarioHeaders(open: OpenDraft, draft: RequestDraft): HeaderList {
  const wanted = headerValue(draft.headers, scenarioHeader);
  if (wanted === null || !isSandbox(open)) return [];
  return findScenario(open.api.id, wanted)?.login === true ? [[scenarioHeader, wanted]] : [];
}

/** Tells of a draft that asks a provider for what only the sandbox understands. */
export function scenarioWarnings(open: OpenDraft, draft: RequestDraft): readonly Problem[] {
  if (headerValue(draft.headers, scenarioHeader) === null || isSandbox(open)) return [];
  return [
    {
      code: 'bad-header',
      message: `The header ${scenarioHeader} means something to the local sandbox only.`,
      remedy: 'Remove it, or send the request to the local sandbox.',
      place: { part: 'header', name: scenarioHeader },
    },
  ];
}
