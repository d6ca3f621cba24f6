import * as v from 'valibot';

import { sandboxControls } from '../../../shared/contract/sandbox-schemas.ts';
import type { AnySandbox } from '../../../shared/definition/sandbox-definition.ts';
import { parseJson } from '../../../shared/formats/json.ts';
import { plainValue } from '../../../shared/formats/plain-value.ts';
import { parseYaml } from '../../../shared/formats/yaml.ts';
import type { JsonNode, SyntaxProblem } from '../../../shared/model/parsed-body.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import type { SandboxControls } from '../../../shared/model/sandbox.ts';
import { describeIssue } from './describe-issue.ts';
import { refuseRule } from './refuse-sandbox-change.ts';

const format = 'refund-workbench-sandbox';
const version = 1;

/** What a snapshot or a seed holds; `controls` is `null` where it says nothing of them. */
export type SandboxSnapshot = {
  readonly states: readonly (readonly [api: string, state: unknown])[];
  readonly controls: SandboxControls | null;
};

const file = v.strictObject({
  format: v.literal(format, `it is not "${format}"`),
  version: v.pipe(
    v.union([v.number(), v.string()]),
    v.check((given) => String(given) === String(version), `this workbench reads version ${version}`),
  ),
  controls: v.optional(sandboxControls),
  apis: v.record(v.string(), v.record(v.string(), v.unknown())),
});

/** A snapshot as JSON, indented, for people to read and change. */
export function writeSnapshot(states: SandboxSnapshot['states'], controls: SandboxControls): string {
  return `${JSON.stringify({ format, version, controls, apis: Object.fromEntries(states) }, null, 2)}\n`;
}

/**
 * Reads a snapshot, or a seed in JSON or YAML. A seed may leave out APIs, which stay as they are, and parts of a state,
 * which are those of the demo ledger.
 */
export function readSnapshot(
  text: string,
  sandboxes: ReadonlyMap<string, AnySandbox>,
): Result<SandboxSnapshot, Problem> {
  const tree = readTree(text);
  if (!tree.ok) {
    const { line, column, message } = tree.error;
    return fail(badSnapshot(`line ${line}, column ${column}: ${message}`));
  }
  const parsed = v.safeParse(file, plainValue(tree.value));
  if (!parsed.success) return fail(badSnapshot(describeIssue(parsed.issues[0])));
  const states: (readonly [string, unknown])[] = [];
  for (const [api, given] of Object.entries(parsed.output.apis)) {
    const sandbox = sandboxes.get(api);
    if (sandbox === undefined)
      return fail(
        badSnapshot(`apis.${api}: there is no such API; they are ${[...sandboxes.keys()].join(', ')}`),
      );
    const whole = { ...(structuredClone(sandbox.seed()) as object), ...given };
    const state = v.safeParse(sandbox.schema, whole);
    if (!state.success) return fail(badSnapshot(`apis.${api}.${describeIssue(state.issues[0])}`));
    states.push([api, state.output]);
  }
  const controls = parsed.output.controls ?? null;
  const wrongRules = controls === null ? null : findWrongRules(controls, sandboxes);
  return wrongRules === null ? ok({ states, controls }) : fail(badSnapshot(`controls.${wrongRules}`));
}

/** What is wrong with the rules, as the end of a sentence; `null` where nothing is. */
function findWrongRules(
  { rules, nextRule }: SandboxControls,
  sandboxes: ReadonlyMap<string, AnySandbox>,
): string | null {
  for (const [index, rule] of rules.entries()) {
    const refusal = refuseRule(rule, sandboxes);
    if (refusal !== null) return `rules.${index}: ${refusal.message.replace(/\.$/, '')}`;
    if (rules.findIndex(({ id }) => id === rule.id) < index) return `rules.${index}.id: it is there twice`;
    if (!/^[1-9]\d{0,14}$/.test(rule.id) || Number(rule.id) >= nextRule)
      return `rules.${index}.id: it is no whole number below nextRule`;
  }
  return null;
}

/** JSON is tried first, as it is read many times as fast. */
function readTree(text: string): Result<JsonNode, SyntaxProblem> {
  const json = parseJson(text);
  return json.ok ? json : parseYaml(text);
}

function badSnapshot(why: string): Problem {
  return {
    code: 'bad-input',
    message: `The sandbox cannot take this file: ${why}.`,
    remedy: 'Mend it, or save a snapshot and change that; the sandbox is as it was.',
  };
}
