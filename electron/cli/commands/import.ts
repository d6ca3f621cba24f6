import { basename } from 'node:path';

import type { ImportApplied } from '../../../shared/contract/collection-commands.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { ok, type Result } from '../../../shared/model/result.ts';
import { importLimit, type ImportPreview } from '../../../shared/model/transfer.ts';
import { type CliContext, withWorkbench } from '../context.ts';
import { parseArguments } from '../parse-args.ts';
import { readGivenText } from '../read-given-text.ts';
import { settleCommand } from '../settle-command.ts';
import { formatPreview } from '../reporters/transfer-text.ts';

export const importUsage = 'import <file or -> [--dry-run] [--json]';

const options = { 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } } as const;

/** Takes collections and environments out of a file of another program: all of it or nothing. */
export async function importCommand(args: readonly string[], context: CliContext): Promise<number> {
  const json = args.includes('--json');
  return settleCommand(await run(args, context, json), context, json);
}

async function run(
  args: readonly string[],
  context: CliContext,
  json: boolean,
): Promise<Result<null, Problem>> {
  const parsed = parseArguments(args, options, { min: 1, max: 1, usage: importUsage });
  if (!parsed.ok) return parsed;
  const path = parsed.value.positionals[0] ?? '';
  const text = readGivenText(path, {
    what: 'import',
    longest: importLimit,
    remedy: 'Choose an exported file; nothing was imported.',
  });
  if (!text.ok) return text;
  const file = { name: path === '-' ? 'standard input' : basename(path), text: text.value };
  return withWorkbench(context, async ({ handlers }) => {
    if (parsed.value.flag('dry-run')) {
      const preview = await handlers['import.read'](file);
      if (preview.ok) tell(context, json, preview.value, null);
      return preview.ok ? ok(null) : preview;
    }
    const applied = await handlers['import.apply'](file);
    if (applied.ok) tell(context, json, applied.value.preview, applied.value);
    return applied.ok ? ok(null) : applied;
  });
}

function tell(
  { out }: CliContext,
  json: boolean,
  preview: ImportPreview,
  applied: Pick<ImportApplied, 'collections' | 'environments'> | null,
): void {
  const written =
    applied === null ? null : { collections: applied.collections, environments: applied.environments };
  out(json ? `${JSON.stringify({ preview, written })}\n` : formatPreview(preview, written));
}
