import type { SandboxCheck } from '../model/sandbox.ts';
import type { Source } from '../model/source.ts';
import type { SandboxResponse } from './sandbox-definition.ts';

/** One check of a call, as it stands in the list of its API, in the order in which the provider makes them. */
export type SandboxCheckRule<Call> = {
  /** What has to hold: `the hash is that of the texts as sent`. */
  readonly title: string;
  /** How sure it is that the provider checks so, and here. */
  readonly source: Source;
  /** The answer to a call for which it does not hold; `null` where it does. */
  readonly refuse: (call: Call) => SandboxResponse | null;
};

/** Makes the checks one after the other until one fails. */
export function runSandboxChecks<Call>(
  rules: readonly SandboxCheckRule<Call>[],
  call: Call,
): { readonly refusal: SandboxResponse | null; readonly checks: readonly SandboxCheck[] } {
  const checks: SandboxCheck[] = [];
  for (const { title, source, refuse } of rules) {
    const refusal = refuse(call);
    checks.push({ title, source, passed: refusal === null, why: refusal?.reason ?? null });
    if (refusal !== null) return { refusal, checks };
  }
  return { refusal: null, checks };
}
