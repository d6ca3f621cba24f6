import type { FieldFault, Operation } from '../../shared/definition/operation.ts';
import { checkFields } from '../../shared/engine/check-fields.ts';
import type { PreparedRequest } from '../../shared/engine/prepare-request.ts';
import type { EnvironmentClass } from '../../shared/model/environment.ts';
import type { Problem } from '../../shared/model/problem.ts';

/** What keeps a prepared request from being sent, and what is only told. */
export type DraftCheck = { readonly problems: readonly Problem[]; readonly warnings: readonly Problem[] };

/**
 * Holds a request against the API's documented rules. An amount that could be read in two ways stops every send.
 * Any other rule that is certain stops a send to test and production unless the user insists; on the sandbox, where
 * testers break rules on purpose, and for rules that are not certain, it is told.
 */
export function checkDraft(
  operation: Operation,
  prepared: PreparedRequest,
  policy: { readonly environmentClass: EnvironmentClass; readonly allowInvalid: boolean },
): DraftCheck {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  for (const fault of checkFields(operation, prepared)) {
    const stops =
      fault.ambiguousAmount === true ||
      (fault.source.confidence === 'certain' &&
        policy.environmentClass !== 'sandbox' &&
        !mayBreakRules(policy));
    (stops ? problems : warnings).push(toProblem(fault, prepared));
  }
  return { problems, warnings };
}

function mayBreakRules(policy: {
  readonly environmentClass: EnvironmentClass;
  readonly allowInvalid: boolean;
}): boolean {
  return policy.allowInvalid && policy.environmentClass === 'test';
}

function toProblem(fault: FieldFault, prepared: PreparedRequest): Problem {
  const position = fault.offset === undefined ? {} : (prepared.main?.position(fault.offset) ?? {});
  return {
    code: fault.ambiguousAmount === true ? 'bad-amount' : 'bad-field',
    message: fault.message,
    remedy: fault.remedy,
    place: { part: 'body', name: fault.path, ...position },
  };
}
