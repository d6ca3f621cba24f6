import { apis } from '../../../shared/apis/registry.ts';
import type { RunRequest } from '../../../shared/engine/runs/flatten-collection.ts';
import { findLateCaptures } from '../../../shared/engine/find-late-captures.ts';
import { signaturePlaceholder } from '../../../shared/engine/prepare-request.ts';
import { reachableNames, resolveText, variableNames } from '../../../shared/engine/resolve-variables.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import type { RunPlan } from '../../../shared/model/run.ts';
import type { TableDescription } from '../../../shared/model/table.ts';
import { type OpenDraft, openDraft } from '../open-draft.ts';
import type { Ports } from '../ports.ts';
import { isSessionVariable } from '../sessions.ts';
import type { RunTargetFound } from './find-run-target.ts';

type VariablesInput = {
  readonly plan: RunPlan;
  readonly target: RunTargetFound;
  readonly table: TableDescription | null;
  /** Those of the target that are sent at least once. */
  readonly requests: readonly RunRequest[];
};

/** Stands for values that are known only when a request is sent: cells of the table, values taken from answers. */
const laterValue = '1';

/**
 * Variables without a value, each once with the first request that needs it, and what stands in the table or among the
 * overrides and is used nowhere. Nothing is sent.
 */
export async function checkRunVariables(
  { plan, target, table, requests }: VariablesInput,
  ports: Ports,
): Promise<{ readonly problems: readonly Problem[]; readonly remarks: readonly string[] }> {
  const columns = table?.columns ?? [];
  const missing = new Map<string, Problem>();
  const used = new Set<string>();
  const captured: string[] = [];
  for (const entry of requests) {
    const { draft, checks, captures } = entry.request;
    const later = Object.fromEntries([...columns, ...captured].map((name) => [name, laterValue]));
    const opened = await openDraft(
      {
        draft,
        environmentId: plan.environmentId,
        overrides: plan.overrides,
        literals: later,
        collectionVariables: valuesOf(target.variables),
      },
      ports,
    );
    if (opened.ok) {
      const names = [
        ...opened.value.used,
        ...checks.flatMap(({ expected }) => variableNames(expected)),
      ].filter((name) => !isFilledLater(opened.value, name));
      for (const name of reachableNames(names, opened.value.scope)) used.add(name);
      for (const [name, problem] of missingValues(opened.value, names)) {
        if (!missing.has(name)) missing.set(name, withRequest(problem, name, entry, target));
      }
    } else missing.set(opened.error.message, opened.error);
    captured.push(...captures.map(({ variable }) => variable));
  }
  // Where another request of the run takes the value too late, that says more than that there is none.
  const sent = requests.map(({ request }) => request);
  const late = findLateCaptures(sent, (name) => !missing.has(name));
  const taken = new Set(sent.flatMap(({ captures }) => captures.map(({ variable }) => variable)));
  const without = [...missing].flatMap(([name, problem]) => (taken.has(name) ? [] : [problem]));
  const strange = Object.keys(plan.overrides).filter((name) => !used.has(name) && !isDeclared(name));
  const unused = columns.filter((column) => !used.has(column));
  return {
    problems: [...without, ...late, ...strange.map((name) => unusedOverride(name))],
    remarks: unused.length === 0 ? [] : [unusedColumns(unused)],
  };
}

export function valuesOf(variables: RunTargetFound['variables']): Readonly<Record<string, string>> {
  return Object.fromEntries(variables.map(({ name, value }) => [name, value]));
}

function isFilledLater({ api }: OpenDraft, name: string): boolean {
  return name === signaturePlaceholder || (api.authentication.kind === 'session' && isSessionVariable(name));
}

function missingValues(
  { scope, withheld }: OpenDraft,
  names: readonly string[],
): readonly (readonly [name: string, problem: Problem])[] {
  return names.flatMap((name): readonly (readonly [string, Problem])[] => {
    const secret = withheld.get(name);
    if (secret !== undefined) return [[name, secret]];
    const resolved = resolveText({
      text: `{{${name}}}`,
      language: 'plain',
      scope,
      place: { part: 'variable', name },
    });
    return resolved.ok ? [] : resolved.error.map((problem) => [name, problem]);
  });
}

/** A value that would be taken from the answer of a request that is left out says more than that there is none. */
function withRequest(problem: Problem, name: string, { path }: RunRequest, { all }: RunTargetFound): Problem {
  const taker = all.find(({ request }) => request.captures.some(({ variable }) => variable === name));
  if (taker === undefined || problem.code !== 'unresolved-variable')
    return { ...problem, message: `${path}: ${problem.message}` };
  return {
    ...problem,
    message: `${path}: the variable ${name} is captured from the answer of ${taker.path}, which is not run.`,
    remedy: `Run ${taker.path} as well, or give ${name} a value.`,
  };
}

function isDeclared(name: string): boolean {
  return apis.some(({ variables }) => variables.some((spec) => spec.name === name));
}

/** A misspelt name would silently leave the old value in place. */
function unusedOverride(name: string): Problem {
  return {
    code: 'bad-run',
    message: `No request of this run uses a variable "${name}".`,
    remedy: 'Check how it is written, or leave it out.',
  };
}

function unusedColumns(names: readonly string[]): string {
  const list = names.map((name) => `"${name}"`).join(', ');
  return names.length === 1
    ? `The column ${list} of the data file is used by no request.`
    : `The columns ${list} of the data file are used by no request.`;
}
