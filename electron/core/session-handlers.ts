import type { Handlers, PreviewInput } from '../../shared/contract/commands.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { SessionDescription } from '../../shared/model/session.ts';
import type { SendOptions } from '../../shared/ports/sender.ts';
import { redactProblems } from './build-scope.ts';
import { checkHosts } from './check-hosts.ts';
import type { CoreState } from './core-state.ts';
import { logInAnew, sessionAuthentication } from './ensure-session.ts';
import { openDraft, type OpenDraft } from './open-draft.ts';
import { planLogin } from './plan-login.ts';
import type { Ports } from './ports.ts';
import { type SessionAuthentication, sessionKey } from './sessions.ts';

/** Runs something that can be cancelled under an id. */
export type RunCancellable = <Value>(
  sendId: string,
  timeout: number,
  run: (options: SendOptions) => Promise<Value>,
) => Promise<Value>;

/** The session of a draft: what is known of it, a login by hand, and forgetting it. */
export function sessionHandlers(
  ports: Ports,
  { sessions }: CoreState,
  runCancellable: RunCancellable,
): Pick<Handlers, 'session.describe' | 'session.renew' | 'session.forget'> {
  const describe = (opened: OpenedSession): SessionDescription => ({
    ...sessions.describe(keyOf(opened, ports)),
    lifetime: opened.authentication.lifetime,
  });
  return {
    'session.describe': async (input) => {
      const opened = await openSession(input, ports);
      return opened.ok ? ok(describe(opened.value)) : opened;
    },
    'session.renew': async ({ sendId, timeout, ...input }) => {
      const opened = await openSession(input, ports);
      if (!opened.ok) return fail([opened.error]);
      const { open, authentication } = opened.value;
      const problems = findStops(open, ports);
      if (problems.length > 0) return fail(redactProblems(problems, open.scope));
      await runCancellable(sendId, timeout, (options) =>
        logInAnew(
          { open, draft: input.draft, authentication, purpose: 'login alone' },
          options,
          ports,
          sessions,
        ),
      );
      return ok(describe(opened.value));
    },
    'session.forget': async (input) => {
      const opened = await openSession(input, ports);
      if (!opened.ok) return opened;
      sessions.forget(keyOf(opened.value, ports));
      return ok(describe(opened.value));
    },
  };
}

type OpenedSession = { readonly open: OpenDraft; readonly authentication: SessionAuthentication };

async function openSession(input: PreviewInput, ports: Ports): Promise<Result<OpenedSession, Problem>> {
  const opened = await openDraft(input, ports);
  if (!opened.ok) return opened;
  const authentication = sessionAuthentication(opened.value);
  return authentication === null ? fail(noLogin(opened.value)) : ok({ open: opened.value, authentication });
}

function keyOf({ open, authentication }: OpenedSession, { crypto }: Ports): string {
  return sessionKey(open.api, authentication, open.environment, open.scope, crypto);
}

/**
 * What keeps a login from leaving: what cannot be written out, a secret that may not be used, a host that it does not
 * belong to. Production need not be armed for it, as for every call that moves no money; and as with the login of such a
 * call the audit trail has no line for it.
 */
function findStops(open: OpenDraft, { crypto }: Ports): readonly Problem[] {
  if (open.withheld.size > 0) return [...open.withheld.values()];
  const { steps, problems } = planLogin(open, crypto);
  if (problems.length > 0) return problems;
  return checkHosts(
    open,
    steps.map(({ request }) => request),
  );
}

function noLogin({ api }: OpenDraft): Problem {
  return {
    code: 'bad-input',
    message: `${api.title} has no login: its credentials stand in the request itself.`,
    remedy: 'Send the request; there is no session to open or to forget.',
  };
}
