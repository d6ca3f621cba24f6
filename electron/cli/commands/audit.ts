import { type AuditLine, auditHash, describeAuditDamage } from '../../../shared/model/audit.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import type { OpenWorkbench } from '../../open-workbench.ts';
import { type CliContext, withWorkbench } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { type Arguments, parseArguments } from '../parse-args.ts';
import { formatAuditLine, formatAuditReport } from '../reporters/audit-text.ts';
import { reportProblems } from '../reporters/problems.ts';
import { settleCommand } from '../settle-command.ts';

export const auditUsage = 'audit verify [--head HASH] [--json] | audit export [--json]';

const options = { head: { type: 'string' }, json: { type: 'boolean' } } as const;

/** Lines that are read and written at once; the trail as a whole is never in memory. */
const pageSize = 500;

/** Checks the audit trail, or writes it out. A damaged one exits 1, one that cannot be read 2. */
export async function audit(args: readonly string[], context: CliContext): Promise<number> {
  return settleCommand(await run(args, context), context, args.includes('--json'));
}

async function run(args: readonly string[], context: CliContext): Promise<Result<number, Problem>> {
  const parsed = parseArguments(args, options, { min: 1, max: 1, usage: auditUsage });
  if (!parsed.ok) return parsed;
  const [verb] = parsed.value.positionals;
  const head = parsed.value.value('head');
  if ((verb !== 'verify' && verb !== 'export') || (verb === 'export' && head !== null)) {
    return fail({
      code: 'bad-input',
      message: verb === 'export' ? 'audit export takes no --head.' : `There is no "audit ${verb}".`,
      remedy: `Usage: ${auditUsage}`,
    });
  }
  if (head !== null && !auditHash.test(head)) {
    return fail({
      code: 'bad-input',
      message: `--head ${head} is no hash of 64 digits and letters from a to f.`,
      remedy: 'Write --head and the hash that audit verify printed.',
    });
  }
  const given = parsed.value;
  return withWorkbench(context, (workbench) =>
    verb === 'verify' ? verify(workbench, head, given, context) : writeOut(workbench, given, context),
  );
}

async function verify(
  { handlers }: OpenWorkbench,
  head: string | null,
  args: Arguments,
  context: CliContext,
): Promise<Result<number, Problem>> {
  const report = await handlers['audit.verify']({ head });
  if (!report.ok) return report;
  const { damage } = report.value;
  context.out(args.flag('json') ? `${JSON.stringify(report.value)}\n` : formatAuditReport(report.value));
  if (damage === null) return ok(exitCodes.ok);
  reportProblems(context, [describeAuditDamage(damage)], false);
  return ok(exitCodes.damaged);
}

async function writeOut(
  { handlers }: OpenWorkbench,
  args: Arguments,
  { out }: CliContext,
): Promise<Result<number, Problem>> {
  const format = args.flag('json') ? (line: AuditLine) => `${JSON.stringify(line)}\n` : formatAuditLine;
  for (let after: number | null = null; ;) {
    const page: Result<readonly AuditLine[], Problem> = await handlers['audit.list']({
      limit: pageSize,
      after,
    });
    if (!page.ok) return page;
    const last = page.value.at(-1);
    if (last === undefined) return ok(exitCodes.ok);
    out(page.value.map(format).join(''));
    after = last.number;
  }
}
