import type { PreviewInput } from '../../shared/contract/commands.ts';
import { createRedactor } from '../../shared/engine/redact.ts';
import { writeCurl } from '../../shared/formats/curl.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { RequestParts } from '../../shared/model/request-parts.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import { redactProblems, secretsOf } from './build-scope.ts';
import { checkHosts } from './check-hosts.ts';
import { type OpenDraft, openDraft } from './open-draft.ts';
import { planExchange } from './plan-exchange.ts';
import type { Ports } from './ports.ts';
import { isSessionVariable, sealingOf } from './sessions.ts';
import { toAuditEvent } from './to-audit-event.ts';

/**
 * Writes the request of a draft as a curl command with its secrets in it: the one way by which they leave the core, and
 * only towards the host they belong to. Nobody logs in, so what a login yields stays a variable of the shell. The audit
 * trail has its line before the text is given out.
 */
export async function revealCurl(
  input: PreviewInput,
  ports: Ports,
): Promise<Result<string, readonly Problem[]>> {
  const opened = await openDraft(input, ports);
  if (!opened.ok) return fail([opened.error]);
  const open = opened.value;
  const plan = planExchange({ draft: input.draft, allowInvalid: true }, open, ports.crypto);
  if (plan.signed === null || plan.problems.length > 0)
    return fail(redactProblems(plan.problems, open.scope));
  const { request } = plan.signed;
  const stops = checkHosts(open, [request]);
  if (stops.length > 0) return fail(redactProblems(stops, open.scope));
  const audited = writeDown(open, request, ports);
  if (!audited.ok) return fail([audited.error]);
  return ok(
    writeCurl(request, {
      movesMoney: open.operation.movesMoney,
      isReference: isSessionVariable,
      notes: notesOn(open),
    }),
  );
}

function notesOn(open: OpenDraft): readonly string[] {
  return [
    'The secrets in it are real: whoever has this text can use them.',
    ...(sealingOf(open.api, open.scope) === null
      ? []
      : ['The workbench would encrypt the body with a key of the session; here it is not encrypted.']),
  ];
}

/** Names the secrets that stand in the command; one that is only hashed does not. */
function writeDown(
  { api, environment, scope }: OpenDraft,
  request: RequestParts,
  { audit }: Ports,
): Result<null, Problem> {
  const text = JSON.stringify(request);
  const names = secretsOf(scope)
    .filter((secret) => createRedactor([secret])(text) !== text)
    .map(({ name }) => name);
  const what = names.length === 0 ? 'no secret' : names.join(', ');
  const detail = `As a curl command for ${new URL(request.url).origin}, with ${what}.`;
  return audit.append(toAuditEvent('secrets-copied', { environment, api: api.id, detail }));
}
