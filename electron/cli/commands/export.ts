import { join, resolve } from 'node:path';

import { sandboxEnvironmentId } from '../../../shared/model/environment.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import { type ExportedCollection, type ExportKind, exportKinds } from '../../../shared/model/transfer.ts';
import { makeDirectory } from '../../adapters/make-directory.ts';
import { storageProblem } from '../../adapters/storage-problem.ts';
import { writeNewFile } from '../../adapters/write-new-file.ts';
import { didYouMean } from '../closest.ts';
import { type CliContext, withWorkbench } from '../context.ts';
import { type Arguments, parseArguments } from '../parse-args.ts';
import { settleCommand } from '../settle-command.ts';
import { formatRemarks } from '../reporters/transfer-text.ts';
import { unlockVault } from '../unlock-vault.ts';

export const exportUsage = `export <collection> --format ${exportKinds.join('|')} [--env NAME] [--out DIR [--force]] [--json]`;

const options = {
  format: { type: 'string' },
  env: { type: 'string' },
  out: { type: 'string' },
  force: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

/** Writes a collection for another program. */
export async function exportCommand(args: readonly string[], context: CliContext): Promise<number> {
  const json = args.includes('--json');
  const parsed = parseArguments(args, options, { min: 1, max: 1, usage: exportUsage });
  return settleCommand(parsed.ok ? await run(parsed.value, context, json) : parsed, context, json);
}

async function run(args: Arguments, context: CliContext, json: boolean): Promise<Result<null, Problem>> {
  const kind = parseKind(args.value('format'));
  if (!kind.ok) return kind;
  return withWorkbench(context, async ({ handlers }) => {
    // Without it, secrets that somebody wrote into a file could not be looked for.
    await unlockVault(handlers, context);
    const exported = await handlers['collection.export']({
      id: args.positionals[0] ?? '',
      kind: kind.value,
      environmentId: args.value('env') ?? sandboxEnvironmentId,
    });
    if (!exported.ok) return exported;
    const directory = resolve(args.value('out') ?? '.');
    const paths = writeFiles(exported.value, directory, args.flag('force'));
    if (!paths.ok) return paths;
    const { remarks } = exported.value;
    if (json) context.out(`${JSON.stringify({ files: paths.value, remarks })}\n`);
    else context.out(`${[...paths.value, ...formatRemarks(remarks)].join('\n')}\n`);
    return ok(null);
  });
}

function parseKind(text: string | null): Result<ExportKind, Problem> {
  const kind = exportKinds.find((candidate) => candidate === text);
  if (kind !== undefined) return ok(kind);
  return fail({
    code: 'bad-input',
    message:
      text === null
        ? 'Say which format to write.'
        : `There is no format "${text}".${didYouMean(text, exportKinds)}`,
    remedy: `Write --format and one of: ${exportKinds.join(', ')}.`,
  });
}

/** Writes every file whole or not at all; one that is there already is never replaced unasked. */
function writeFiles(
  { files }: ExportedCollection,
  directory: string,
  replace: boolean,
): Result<readonly string[], Problem> {
  try {
    makeDirectory(directory, 0o755);
  } catch (error) {
    return fail(storageProblem('The folder cannot be made', directory, error));
  }
  const paths: string[] = [];
  for (const { fileName, text } of files) {
    const path = join(directory, fileName);
    try {
      writeNewFile(path, text, { replace });
      paths.push(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
        return fail(storageProblem('The export cannot be written', path, error));
      return fail({
        code: 'storage',
        message: `The file ${path} is there already.`,
        remedy: 'Choose another folder with --out, or write --force to replace it.',
      });
    }
  }
  return ok(paths);
}
