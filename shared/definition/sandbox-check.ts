import type { SandboxCheck } from '../model/sandbox.ts';
import type { Source } from '../model/source.ts';
import type { SandboxResponse } from './sandbox-definition.ts';

/**
 * One check of a call, as it stands in the list of its API, in the order in which the provider makes them. What is
 * refused may also be a part of a call: then the refusal is whatever says why.
 */
export type SandboxCheckRule<Call, Refusal extends { readonly reason: string } = SandboxResponse> = {
  /** What has to hold: `the hash is that of the texts as sent`. */
  readonly title: string;
  /** How sure it is that the provider checks so, and here. */
  readonly source: Source;
  /** What a call for which it does not hold gets; `null` where it holds. */
  readonly refuse: (call: Call) => Refusal | null;
};

/** Makes the checks one after the other until one fails. */
export function runSandboxChecks<Call, Refusal extends { readonly reason: string } = SandboxResponse>(
  rules: readonly SandboxCheckRule<Call, Refusal>[],
  call: Call,
): { readonly refusal: Refusal | null; readonly checks: readonly SandboxCheck[] } {
  const checks: SandboxCheck[] = [];
  for (const { title, source, refuse } of rules) {
    const refusal = refuse(call);
    checks.push({ title, source, passed: refusal === null, why: refusal?.reason ?? null });
    if (refusal !== null) return { refusal, checks };
  }
  return { refusal: null, checks };
}
