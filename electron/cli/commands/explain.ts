import { readFileSync } from 'node:fs';

import { apis } from '../../../shared/apis/registry.ts';
import { parseEvidence } from '../../../shared/contract/parse-evidence.ts';
import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import { explainAnswer, explainCall } from '../../../shared/engine/explain-pasted.ts';
import { readPasted } from '../../../shared/engine/read-pasted.ts';
import { type DecodedText, decodeText } from '../../../shared/formats/decode-text.ts';
import type { Pasted } from '../../../shared/model/pasted.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import { longestPasted, tooLongToRead } from '../../../shared/engine/too-long-to-read.ts';
import { storageProblem } from '../../adapters/storage-problem.ts';
import type { CliContext } from '../context.ts';
import { exitCodes, exitCodeOf } from '../exit-codes.ts';
import { findNamedApi } from '../find-template.ts';
import { parseArguments, parseNumber } from '../parse-args.ts';
import {
  answerJson,
  callsJson,
  formatAnswer,
  formatCalls,
  type PastedReport,
} from '../reporters/pasted-report.ts';
import { reportProblems } from '../reporters/problems.ts';

export const explainUsage = 'explain <file or -> [--api <api>] [--status N] [--json]';

const options = { api: { type: 'string' }, status: { type: 'string' }, json: { type: 'boolean' } } as const;

/** Says what somebody handed over: an answer, a curl command, a HAR file or an evidence bundle. Sends nothing. */
export async function explain(args: readonly string[], context: CliContext): Promise<number> {
  const json = args.includes('--json');
  const read = readInput(args);
  const report = read.ok ? explainInput(read.value) : read;
  if (!report.ok) {
    reportProblems(context, [report.error], json);
    return exitCodes.wrongUse;
  }
  context.out(json ? `${JSON.stringify(report.value.json)}\n` : report.value.text);
  return report.value.code;
}

type Input = {
  readonly decoded: DecodedText;
  /** `null` where it has to be recognised. */
  readonly api: ApiDefinition | null;
  readonly status: number | null;
};

type Output = { readonly json: object; readonly text: string; readonly code: number };

function readInput(args: readonly string[]): Result<Input, Problem> {
  const parsed = parseArguments(args, options, { min: 1, max: 1, usage: explainUsage });
  if (!parsed.ok) return parsed;
  const status = parseNumber('status', parsed.value.value('status'), { min: 100, max: 599 });
  if (!status.ok) return status;
  const id = parsed.value.value('api');
  const api = id === null ? ok(null) : findNamedApi(id);
  if (!api.ok) return api;
  const path = parsed.value.positionals[0] ?? '-';
  try {
    const bytes = readFileSync(path === '-' ? 0 : path);
    if (bytes.length > longestPasted) return fail(tooLongToRead(path, bytes.length));
    return ok({ decoded: decodeText(bytes), api: api.value, status: status.value });
  } catch (error) {
    return fail(storageProblem('The answer cannot be read', path, error));
  }
}

function explainInput(input: Input): Result<Output, Problem> {
  const pasted = readPasted(input.decoded.text, parseEvidence);
  switch (pasted.kind) {
    case 'unreadable':
      return fail(pasted.problem);
    case 'calls':
      return explainCalls(pasted, input);
    case 'nothing':
    case 'response':
      return explainResponse(input);
  }
}

function explainResponse({ decoded, api, status }: Input): Result<Output, Problem> {
  const answer = explainAnswer(apis, decoded.text, { api, status });
  if (answer === null) return fail(notRecognised('the answer'));
  const remarks = decoded.remark === null ? [] : [decoded.remark];
  return ok({
    json: answerJson(answer, remarks),
    text: formatAnswer(answer, remarks),
    code: exitCodeOf(answer.explanation.verdict),
  });
}

function explainCalls(
  pasted: Extract<Pasted, { kind: 'calls' }>,
  { decoded, api }: Input,
): Result<Output, Problem> {
  const explained = pasted.calls.map((call) => ({ call, ...explainCall(apis, call, { api }) }));
  const known = explained.filter(({ candidate }) => candidate !== null);
  if (known.length === 0) return fail(notRecognised('any call in it'));
  const others = explained.length - known.length;
  const report: PastedReport = {
    source: pasted.source,
    calls: known,
    remarks: [
      ...(decoded.remark === null ? [] : [decoded.remark]),
      ...pasted.remarks,
      ...(others === 0 ? [] : [`${others} of ${explained.length} calls belong to none of the APIs.`]),
    ],
  };
  return ok({ json: callsJson(report), text: formatCalls(report), code: worstCode(report) });
}

/** What is not known counts most, then what was refused; a call without an answer counts nothing. */
function worstCode({ calls }: PastedReport): number {
  const codes = calls.flatMap(({ explanation }) =>
    explanation === null ? [] : exitCodeOf(explanation.verdict),
  );
  return Math.max(exitCodes.ok, ...codes);
}

function notRecognised(what: string): Problem {
  return {
    code: 'unknown-api',
    message: `None of the APIs recognises ${what}.`,
    remedy: `Usage: ${explainUsage}`,
  };
}
