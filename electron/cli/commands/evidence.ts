import { evidenceJsonSchema } from '../../../shared/contract/evidence-json-schema.ts';
import { evidenceLimit, type EvidenceReport } from '../../../shared/model/evidence.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import { type CliContext, withWorkbench } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { parseArguments } from '../parse-args.ts';
import { readGivenText } from '../read-given-text.ts';
import { formatEvidenceReport, printable } from '../reporters/evidence-text.ts';
import { settleCommand } from '../settle-command.ts';

export const evidenceUsage = 'evidence verify <file or -> [--json] | evidence schema';

const options = { json: { type: 'boolean' } } as const;

/** Checks an evidence file, or prints the shape of its data. A damaged one exits 1, one that cannot be read 2. */
export async function evidence(args: readonly string[], context: CliContext): Promise<number> {
  const json = args.includes('--json');
  return settleCommand(await run(args, context, json), context, json);
}

async function run(
  args: readonly string[],
  context: CliContext,
  json: boolean,
): Promise<Result<number, Problem>> {
  const parsed = parseArguments(args, options, { min: 1, max: 2, usage: evidenceUsage });
  if (!parsed.ok) return parsed;
  const [verb, path] = parsed.value.positionals;
  if (verb === 'schema' && path === undefined) {
    context.out(`${JSON.stringify(evidenceJsonSchema(), null, 2)}\n`);
    return ok(exitCodes.ok);
  }
  if (verb !== 'verify' || path === undefined) {
    return fail({ code: 'bad-input', message: 'Say what to check.', remedy: `Usage: ${evidenceUsage}` });
  }
  const text = readGivenText(path, {
    what: 'evidence',
    longest: evidenceLimit,
    remedy: 'Take the file that the workbench wrote, unchanged.',
  });
  if (!text.ok) return text;
  const report = await withWorkbench(context, ({ handlers }) =>
    handlers['evidence.verify']({ text: text.value }),
  );
  return report.ok ? ok(tell(report.value, context, json)) : report;
}

function tell(report: EvidenceReport, { out, error }: CliContext, json: boolean): number {
  out(json ? `${JSON.stringify(report)}\n` : formatEvidenceReport(report));
  if (report.damage.length === 0) return exitCodes.ok;
  for (const sentence of report.damage.slice(0, 20)) error(`${printable(sentence)}\n`);
  error('Do not rely on it: ask whoever made it for it once more.\n');
  return exitCodes.damaged;
}
