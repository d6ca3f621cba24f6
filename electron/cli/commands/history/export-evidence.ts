import { resolve } from 'node:path';

import { type EvidenceKind, evidenceKinds, type RemovalProposal } from '../../../../shared/model/evidence.ts';
import type { Problem } from '../../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../../shared/model/result.ts';
import type { OpenWorkbench } from '../../../open-workbench.ts';
import { didYouMean } from '../../closest.ts';
import { type CliContext, withWorkbench } from '../../context.ts';
import { type Arguments, parseArguments } from '../../parse-args.ts';
import { formatProposals } from '../../reporters/evidence-text.ts';
import { settleCommand } from '../../settle-command.ts';
import { unlockVault } from '../../unlock-vault.ts';
import { writeOut } from '../../write-out.ts';

export const exportUsage = `history export <id>... [--format ${evidenceKinds.join('|')}] [--output FILE [--force]] [--remove TEXT ...] [--remove-proposed]`;

const options = {
  format: { type: 'string' },
  output: { type: 'string' },
  force: { type: 'boolean' },
  remove: { type: 'string', multiple: true },
  'remove-proposed': { type: 'boolean' },
} as const;

/** Writes evidence of exchanges; to standard output unless a file is named. What else could be taken out is told. */
export async function exportEvidence(args: readonly string[], context: CliContext): Promise<number> {
  const parsed = parseArguments(args, options, { min: 1, max: 500, usage: exportUsage });
  return settleCommand(parsed.ok ? await run(parsed.value, context) : parsed, context, false);
}

async function run(args: Arguments, context: CliContext): Promise<Result<null, Problem>> {
  const kind = parseKind(args.value('format') ?? 'html');
  if (!kind.ok) return kind;
  return withWorkbench(context, async (workbench) => {
    // Without it, secrets that were added after the send could not be looked for.
    await unlockVault(workbench.handlers, context);
    return write(workbench, kind.value, args, context);
  });
}

function parseKind(text: string): Result<EvidenceKind, Problem> {
  const kind = evidenceKinds.find((candidate) => candidate === text);
  if (kind !== undefined) return ok(kind);
  return fail({
    code: 'bad-input',
    message: `There is no format "${text}".${didYouMean(text, evidenceKinds)}`,
    remedy: `Use one of: ${evidenceKinds.join(', ')}.`,
  });
}

async function write(
  { handlers }: OpenWorkbench,
  kind: EvidenceKind,
  args: Arguments,
  { out, error }: CliContext,
): Promise<Result<null, Problem>> {
  const ids = args.positionals;
  const named = args.values('remove').map((text) => text.trim());
  if (named.includes('')) {
    return fail({
      code: 'bad-input',
      message: 'An empty text cannot be taken out.',
      remedy: 'Write --remove and the text that should not stand in the evidence.',
    });
  }
  const preview = await handlers['evidence.preview']({ ids, remove: named });
  if (!preview.ok) return preview;
  const { proposals, vaultLocked } = preview.value;
  const proposed = args.flag('remove-proposed')
    ? proposals.filter(isSafeToRemove).map(({ text }) => text)
    : [];
  const remove = [...new Set([...named, ...proposed])];
  const file = await handlers['evidence.export']({ ids, remove, kind });
  if (!file.ok) return file;
  const path = args.value('output');
  if (path === null) out(file.value.text);
  else {
    const written = writeOut(resolve(path), file.value.text, {
      what: 'evidence',
      replace: args.flag('force'),
    });
    if (!written.ok) return written;
    error(`The evidence is in ${resolve(path)}.\n`);
  }
  if (vaultLocked) error('The vault is locked, so secrets added after the send were not looked for.\n');
  error(formatProposals(proposals.filter(({ text }) => !remove.includes(text))));
  return ok(null);
}

/** Without the id of the transaction evidence proves little; that is taken out only by name. */
function isSafeToRemove({ isId }: RemovalProposal): boolean {
  return !isId;
}
