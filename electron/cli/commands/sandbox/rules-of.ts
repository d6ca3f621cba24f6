import type { Handlers } from '../../../../shared/contract/commands.ts';
import type { Problem } from '../../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../../shared/model/result.ts';
import { rulesOfKind, type SandboxRule } from '../../../../shared/model/sandbox.ts';
import { readState } from './read-state.ts';

type Kind = SandboxRule['does']['kind'];

/** The rules of one kind that are still there, oldest first. */
export async function rulesOf(
  handlers: Handlers,
  kind: Kind,
): Promise<Result<readonly SandboxRule[], Problem>> {
  const state = await readState(handlers);
  return state.ok ? ok(rulesOfKind(state.value.controls.rules, kind)) : state;
}

/** Removes one rule of a kind, or with `id: null` all of that kind. */
export async function clearRules(
  handlers: Handlers,
  kind: Kind,
  id: string | null,
): Promise<Result<null, Problem>> {
  const rules = await rulesOf(handlers, kind);
  if (!rules.ok) return rules;
  const wanted = rules.value.filter((rule) => id === null || rule.id === id);
  if (id !== null && wanted.length === 0) return fail(noSuchRule(kind, id, rules.value));
  for (const rule of wanted) {
    const removed = await handlers['sandbox.change']({ kind: 'remove-rule', id: rule.id });
    // One that was used up in between is gone as well.
    if (!removed.ok && removed.error.code !== 'bad-input') return removed;
  }
  return ok(null);
}

function noSuchRule(kind: Kind, id: string, rules: readonly SandboxRule[]): Problem {
  const ids = rules.map((rule) => rule.id).join(', ');
  return {
    code: 'bad-input',
    message: `There is no ${kind} ${id}.`,
    remedy:
      ids === '' ? `There is no ${kind} at all; one that is used up goes by itself.` : `Use one of: ${ids}.`,
  };
}
