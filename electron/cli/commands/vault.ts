import type { EnvironmentOverview } from '../../../shared/contract/commands.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import type { GuardChoice, VaultDescription } from '../../../shared/model/vault.ts';
import type { OpenWorkbench } from '../../open-workbench.ts';
import { openSecretInput, type SecretInput } from '../ask-secret.ts';
import { didYouMean } from '../closest.ts';
import { type CliContext, openForCommand } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { parseArguments } from '../parse-args.ts';
import { reportProblems } from '../reporters/problems.ts';
import { describeVault, recoveryKeyText, secretsText } from '../reporters/vault-text.ts';
import { unlockVault } from '../unlock-vault.ts';

export const vaultUsage =
  'vault status | unlock | create|guard|recover keyring|passphrase | recovery-key | list | set|clear <environment> <name>  [--json]';

/** What a verb gets. */
type VaultContext = {
  readonly handlers: OpenWorkbench['handlers'];
  readonly context: CliContext;
  readonly input: SecretInput;
  /** What stands after the verb. */
  readonly words: readonly string[];
};

/** What came of it, for a script and for people. */
type Said = { readonly json: object; readonly text: string };

type Verb = {
  readonly words: number;
  readonly run: (vault: VaultContext) => Promise<Result<Said, Problem>>;
};

const verbs: Readonly<Record<string, Verb>> = {
  status: { words: 0, run: async ({ handlers }) => ok(sayVault(await handlers['vault.describe'](null))) },
  unlock: { words: 0, run: unlock },
  create: { words: 1, run: create },
  guard: { words: 1, run: guard },
  recover: { words: 1, run: recover },
  'recovery-key': { words: 0, run: renewRecoveryKey },
  list: { words: 0, run: list },
  set: { words: 2, run: set },
  clear: { words: 2, run: clear },
};

/** Shows and changes how secrets are kept. No secret, passphrase or recovery key is ever an argument. */
export async function vault(args: readonly string[], context: CliContext): Promise<number> {
  const json = args.includes('--json');
  const said = await run(args, context);
  if (said.ok) {
    context.out(json ? `${JSON.stringify(said.value.json)}\n` : said.value.text);
    return exitCodes.ok;
  }
  reportProblems(context, [said.error], json);
  return exitCodes.wrongUse;
}

async function run(args: readonly string[], context: CliContext): Promise<Result<Said, Problem>> {
  const limits = { min: 1, max: 3, usage: vaultUsage };
  const parsed = parseArguments(args, { json: { type: 'boolean' } }, limits);
  if (!parsed.ok) return parsed;
  const [name = '', ...words] = parsed.value.positionals;
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (verb === undefined) {
    return wrongUse(`There is no "vault ${name}".${didYouMean(name, Object.keys(verbs))}`);
  }
  if (words.length !== verb.words) return wrongUse(`vault ${name} needs ${wordCounts[verb.words]} after it.`);
  const workbench = openForCommand(context);
  if (!workbench.ok) return workbench;
  const input = openSecretInput();
  try {
    return await verb.run({ handlers: workbench.value.handlers, context, input, words });
  } finally {
    input.close();
    await workbench.value.close();
  }
}

const wordCounts = ['nothing', 'one word', 'two words'];

function wrongUse(message: string): Result<never, Problem> {
  return fail({ code: 'bad-input', message, remedy: `Usage: ${vaultUsage}` });
}

async function unlock({ handlers, context }: VaultContext): Promise<Result<Said, Problem>> {
  return sayUnlocked(await unlockVault(handlers, context));
}

async function create({ handlers, context, input, words }: VaultContext): Promise<Result<Said, Problem>> {
  const given = context.environment['REFUND_WORKBENCH_PASSPHRASE'] ?? null;
  const choice = await readGuard(words[0], input, given);
  if (!choice.ok) return choice;
  const created = await handlers['vault.create'](choice.value);
  return created.ok ? ok({ json: created.value, text: recoveryKeyText(created.value) }) : created;
}

async function guard({ handlers, context, input, words }: VaultContext): Promise<Result<Said, Problem>> {
  const unlocked = await unlockVault(handlers, context);
  if (!unlocked.ok) return unlocked;
  const choice = await readGuard(words[0], input, null);
  return choice.ok ? sayUnlocked(await handlers['vault.rewrap'](choice.value)) : choice;
}

async function recover({ handlers, input, words }: VaultContext): Promise<Result<Said, Problem>> {
  const recoveryKey = await input.ask('Recovery key');
  if (!recoveryKey.ok) return recoveryKey;
  const choice = await readGuard(words[0], input, null);
  if (!choice.ok) return choice;
  return sayUnlocked(
    await handlers['vault.recover']({ recoveryKey: recoveryKey.value, guard: choice.value }),
  );
}

async function renewRecoveryKey({ handlers, context }: VaultContext): Promise<Result<Said, Problem>> {
  const unlocked = await unlockVault(handlers, context);
  if (!unlocked.ok) return unlocked;
  const renewed = await handlers['vault.renew-recovery-key'](null);
  return renewed.ok ? ok({ json: renewed.value, text: recoveryKeyText(renewed.value) }) : renewed;
}

async function list({ handlers, context }: VaultContext): Promise<Result<Said, Problem>> {
  // Names can be told of a locked vault, too; a passphrase is asked for nowhere here.
  if (context.environment['REFUND_WORKBENCH_PASSPHRASE'] !== undefined) await unlockVault(handlers, context);
  const overview = await handlers['environment.list'](null);
  return ok({ json: overview.secrets, text: secretsText(overview.secrets) });
}

async function set({ handlers, context, input, words }: VaultContext): Promise<Result<Said, Problem>> {
  const [wanted = '', name = ''] = words;
  const place = await openPlace({ handlers, context }, wanted);
  if (!place.ok) return place;
  const value = await input.askAll(`Value of ${name}`);
  if (!value.ok) return value;
  const stored = await handlers['secret.set']({ environmentId: place.value, name, value: value.value });
  return saySecret(stored, { environment: place.value, name }, 'is in the vault');
}

async function clear({ handlers, context, words }: VaultContext): Promise<Result<Said, Problem>> {
  const [wanted = '', name = ''] = words;
  const place = await openPlace({ handlers, context }, wanted);
  if (!place.ok) return place;
  const cleared = await handlers['secret.clear']({ environmentId: place.value, name });
  return saySecret(cleared, { environment: place.value, name }, 'is not in the vault');
}

/** The id of an environment that exists, with the vault open. Without a vault a secret would be gone at once. */
async function openPlace(
  { handlers, context }: Pick<VaultContext, 'handlers' | 'context'>,
  wanted: string,
): Promise<Result<string, Problem>> {
  const { environments } = await handlers['environment.list'](null);
  const found = environments.find(
    ({ id, name }) => id === wanted || name.toLowerCase() === wanted.toLowerCase(),
  );
  if (found === undefined) {
    const ids = environments.map(({ id }) => id);
    return fail({
      code: 'unknown-environment',
      message: `There is no environment "${wanted}".${didYouMean(wanted, ids)}`,
      remedy: `Use one of: ${ids.join(', ')}.`,
    });
  }
  const unlocked = await unlockVault(handlers, context);
  if (!unlocked.ok) return unlocked;
  if (unlocked.value.state === 'unlocked') return ok(found.id);
  return fail({
    code: 'vault',
    message: 'There is no vault, and this command ends before a secret could be used.',
    remedy: 'Create one with vault create keyring or vault create passphrase.',
  });
}

async function readGuard(
  word: string | undefined,
  input: SecretInput,
  given: string | null,
): Promise<Result<GuardChoice, Problem>> {
  if (word === 'keyring') return ok({ kind: 'keyring' });
  if (word !== 'passphrase')
    return wrongUse(`A vault is guarded by keyring or passphrase, not by "${word}".`);
  if (given !== null) return ok({ kind: 'passphrase', passphrase: given });
  const passphrase = await input.ask('New passphrase');
  if (!passphrase.ok || !process.stdin.isTTY) return asGuard(passphrase);
  const again = await input.ask('The same again');
  if (again.ok && again.value !== passphrase.value) {
    return fail({
      code: 'bad-input',
      message: 'The two passphrases are not the same.',
      remedy: 'Run the command again; nothing was changed.',
    });
  }
  return asGuard(again);
}

function asGuard(passphrase: Result<string, Problem>): Result<GuardChoice, Problem> {
  return passphrase.ok ? ok({ kind: 'passphrase', passphrase: passphrase.value }) : passphrase;
}

function sayVault(description: VaultDescription): Said {
  return { json: description, text: describeVault(description) };
}

function sayUnlocked(result: Result<VaultDescription, Problem>): Result<Said, Problem> {
  return result.ok ? ok(sayVault(result.value)) : result;
}

function saySecret(
  result: Result<EnvironmentOverview, Problem>,
  place: { readonly environment: string; readonly name: string },
  words: string,
): Result<Said, Problem> {
  if (!result.ok) return result;
  const known = result.value.secrets[place.environment]?.find(({ name }) => name === place.name) ?? null;
  return ok({
    json: { ...place, set: known !== null },
    text: `${place.name} of ${place.environment} ${words}.\n`,
  });
}
