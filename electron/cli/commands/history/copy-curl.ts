import { findApi } from '../../../../shared/apis/registry.ts';
import { curlOfRequest } from '../../../../shared/engine/curl-of-request.ts';
import { inputOfExchange } from '../../../../shared/engine/input-of-exchange.ts';
import type { Exchange } from '../../../../shared/model/exchange.ts';
import type { Problem } from '../../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../../shared/model/result.ts';
import { noSuchExchange } from '../../../core/no-such-exchange.ts';
import type { OpenWorkbench } from '../../../open-workbench.ts';
import type { CliContext } from '../../context.ts';
import { unlockVault, withVault } from '../../unlock-vault.ts';
import type { Verb, VerbInput } from '../../verb.ts';

/** The request of a stored exchange as a curl command; with its secrets in it only where that was asked for. */
export const copyCurl: Verb = {
  usage: 'history curl <id> [--with-secrets] [--json]',
  options: { 'with-secrets': { type: 'boolean' } },
  words: { min: 1, max: 1 },
  run: copy,
};

async function copy({ workbench, args, json, context }: VerbInput): Promise<Result<string, Problem>> {
  const { handlers } = workbench;
  const [id = ''] = args.positionals;
  const entry = await handlers['history.get']({ id });
  if (!entry.ok) return entry;
  if (entry.value === null) return fail(noSuchExchange(id));
  const { exchange } = entry.value;
  const curl = args.flag('with-secrets') ? await reveal(handlers, exchange, context) : written(exchange);
  if (!curl.ok) return curl;
  return ok(json ? `${JSON.stringify({ historyId: id, curl: curl.value })}\n` : curl.value);
}

function written({ id, draft, main }: Exchange): Result<string, Problem> {
  if (main !== null) return ok(curlOfRequest(findApi(draft.api), draft.operation, main.request));
  return fail({
    code: 'bad-input',
    message: `The request of history ${id} was never sent, because its login failed.`,
    remedy: 'Send it again once the login works.',
  });
}

async function reveal(
  handlers: OpenWorkbench['handlers'],
  exchange: Exchange,
  context: CliContext,
): Promise<Result<string, Problem>> {
  const revealed = await withVault(
    () => handlers['exchange.reveal-curl'](inputOfExchange(exchange)),
    (result) => (result.ok ? [] : result.error),
    () => unlockVault(handlers, context),
  );
  if (!revealed.ok) return revealed;
  const [problem] = revealed.value.ok ? [] : revealed.value.error;
  if (revealed.value.ok) return revealed.value;
  if (problem === undefined) throw new Error('A command was refused without a reason');
  return fail(problem);
}
