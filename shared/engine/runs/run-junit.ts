import { escapeXml } from '../../formats/xml.ts';
import type { RunResult } from '../../model/run.ts';
import type { ReportInput } from './run-report.ts';
import { failureSentences, resultTitle, resultWord, stateWords } from './run-words.ts';

/**
 * JUnit XML as CI systems read it: one suite for the run, one case for each request. What failed a check or was refused
 * is a failure; what was not sent, or whose outcome is unknown, is an error.
 */
export async function* runJunit({ run, results }: ReportInput): AsyncGenerator<string> {
  const [failures, errors] = await countFaults(results());
  const tests = run.counts.passed + run.counts.failed;
  const name = attribute(run.collection.name);
  const numbers = `tests="${tests}" failures="${failures}" errors="${errors}" skipped="0" time="${seconds(run.duration)}"`;
  yield `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name=${name} ${numbers}>
<testsuite name=${name} ${numbers} timestamp="${run.startedAt.slice(0, 19)}" hostname="localhost">
<properties>
<property name="environment" value=${attribute(run.environment.name)}/>
<property name="state" value=${attribute(stateWords[run.state])}/>
<property name="planned" value="${run.counts.planned}"/>
<property name="not-sent" value="${run.counts.skipped}"/>
</properties>
`;
  for await (const result of results()) {
    const title = attribute(resultTitle(result, run));
    const classname = attribute(classOf(run.collection.name, result.path));
    const head = `<testcase classname=${classname} name=${title} time="${seconds(result.duration ?? 0)}"`;
    yield result.passed ? `${head}/>\n` : `${head}>${fault(result)}</testcase>\n`;
  }
  yield '</testsuite>\n</testsuites>\n';
}

async function countFaults(results: AsyncIterable<RunResult>): Promise<readonly [number, number]> {
  let [failures, errors] = [0, 0];
  for await (const result of results) {
    if (result.passed) continue;
    if (resultWord(result) === 'failed') failures += 1;
    else errors += 1;
  }
  return [failures, errors];
}

function fault(result: RunResult): string {
  const word = resultWord(result);
  const element = word === 'failed' ? 'failure' : 'error';
  const sentences = failureSentences(result);
  const details = [
    ...sentences,
    ...(sentences.includes(result.headline) ? [] : [result.headline]),
    ...(result.status === null ? [] : [`HTTP ${result.status}`]),
    ...(result.exchangeId === null ? [] : [`History ${result.exchangeId}`]),
  ];
  const text = escapeXml(legal(details.join('\n')));
  return `<${element} type="${word}" message=${attribute(sentences.join(' '))}>${text}</${element}>`;
}

/** The folder is the class, as CI systems group by it; a point in a name would make a group of its own. */
function classOf(collection: string, path: string): string {
  return [collection, ...path.split('/').slice(0, -1)].map((part) => part.replaceAll('.', '_')).join('.');
}

function attribute(text: string): string {
  return `"${escapeXml(legal(text)).replaceAll(/[\n\r\t]/g, ' ')}"`;
}

/** XML 1.0 has no way to write control characters. */
function legal(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are what is replaced
  return text.toWellFormed().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
