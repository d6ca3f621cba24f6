import { readFileSync } from 'node:fs';

import type { ApiDefinition } from '../../shared/definition/api-definition.ts';
import type { RequestTemplate } from '../../shared/definition/request-template.ts';
import type { ScenarioRequest } from '../../shared/definition/sandbox-scenario.ts';
import { draftFromScenario } from '../../shared/engine/draft-from-scenario.ts';
import { draftFromTemplate } from '../../shared/engine/draft-from-template.ts';
import { withMainText } from '../../shared/engine/main-text.ts';
import { variableNames } from '../../shared/engine/resolve-variables.ts';
import { sandboxEnvironmentId } from '../../shared/model/environment.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { RequestDraft } from '../../shared/model/request-draft.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import { storageProblem } from '../adapters/storage-problem.ts';
import { didYouMean } from './closest.ts';
import { findScenarioTarget } from './find-scenario-target.ts';
import { findTemplate } from './find-template.ts';
import { type Arguments, parsePairs } from './parse-args.ts';

/** A template that somebody named, with the values and the body given beside it. */
export type TemplateDraft = {
  readonly api: ApiDefinition;
  readonly template: RequestTemplate;
  /** `null` for the active one. */
  readonly environment: string | null;
  readonly draft: RequestDraft;
  readonly overrides: Readonly<Record<string, string>>;
};

/** The options that say which draft is meant. */
export const templateOptions = {
  env: { type: 'string' },
  set: { type: 'string', multiple: true },
  body: { type: 'string' },
} as const;

/**
 * Reads the draft that the first word and `--env`, `--set` and `--body` describe, and `--scenario` for a command that has
 * it.
 */
export function readTemplateDraft(args: Arguments): Result<TemplateDraft, Problem> {
  const scenarioId = args.value('scenario');
  const named = args.positionals[0] ?? '';
  const target = scenarioId === null ? findTemplate(named) : findScenarioTarget(named, scenarioId);
  if (!target.ok) return target;
  const { api, template } = target.value;
  const draft = readDraft(target.value, args);
  if (!draft.ok) return draft;
  const overrides = readOverrides(api, draft.value, args);
  if (!overrides.ok) return overrides;
  return ok({
    api,
    template,
    // Nothing else understands a scenario.
    environment: args.value('env') ?? (scenarioId === null ? null : sandboxEnvironmentId),
    draft: draft.value,
    overrides: overrides.value,
  });
}

type Target = {
  readonly api: ApiDefinition;
  readonly template: RequestTemplate;
  readonly scenario?: ScenarioRequest;
};

function readDraft({ api, template, scenario }: Target, args: Arguments): Result<RequestDraft, Problem> {
  const draft =
    scenario === undefined ? draftFromTemplate(api, template) : draftFromScenario(api, template, scenario);
  const path = args.value('body');
  if (path === null) return ok(draft);
  try {
    return ok(withMainText(draft, readFileSync(path === '-' ? 0 : path, 'utf8')));
  } catch (error) {
    return fail(storageProblem('The body cannot be read', path, error));
  }
}

/** A misspelt variable would silently leave the old value in place, so it is refused. */
function readOverrides(
  api: ApiDefinition,
  draft: RequestDraft,
  args: Arguments,
): Result<Readonly<Record<string, string>>, Problem> {
  const pairs = parsePairs(args.values('set'));
  if (!pairs.ok) return pairs;
  const known = [
    ...new Set([...api.variables.map(({ name }) => name), ...variableNames(JSON.stringify(draft))]),
  ];
  const strange = Object.keys(pairs.value).find((name) => !known.includes(name));
  if (strange === undefined) return pairs;
  return fail({
    code: 'bad-input',
    message: `${api.id}/${draft.template ?? ''} uses no variable "${strange}".${didYouMean(strange, known)}`,
    remedy: `Its variables are: ${known.filter((name) => !name.startsWith('$')).join(', ')}.`,
  });
}
