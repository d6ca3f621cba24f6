import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { runReportSchema } from '../../../../shared/contract/run-report-schema.ts';
import { countResult, emptyCounts, endCounts } from '../../../../shared/engine/runs/count-results.ts';
import { runReport } from '../../../../shared/engine/runs/run-report.ts';
import { parseXml } from '../../../../shared/formats/xml.ts';
import type { CheckResult } from '../../../../shared/model/check.ts';
import type { XmlElement } from '../../../../shared/model/parsed-body.ts';
import type { RunReportKind, RunResult, RunSummary } from '../../../../shared/model/run.ts';
import { ok } from '../../../../shared/model/result.ts';
import { endedRun, someResult } from '../../../support/some-run.ts';

const failedCheck: CheckResult = {
  check: { subject: { of: 'status' }, operator: 'equals', expected: '200' },
  passed: false,
  actual: '404',
  message: 'The status is 404; it has to equal 200.',
};

const results: readonly RunResult[] = [
  someResult(),
  someResult({ number: 2, path: 'a.b/x', name: 'Checked', passed: false, checks: [failedCheck] }),
  someResult({
    number: 3,
    name: 'Lost',
    passed: false,
    verdict: 'unknown',
    status: null,
    headline: 'Outcome unknown: no answer.',
  }),
  someResult({
    number: 4,
    name: 'Stopped <&"\u0001\u202e>',
    passed: false,
    exchangeId: null,
    verdict: null,
    status: null,
    duration: null,
    headline: 'Not sent: it stops.',
    problems: [{ code: 'bad-input', message: 'It stops.', remedy: 'Go.' }],
  }),
];

function runOf(all: readonly RunResult[], planned = all.length + 1): RunSummary {
  return endedRun({ counts: endCounts(all.reduce(countResult, emptyCounts(planned))) });
}

async function report(kind: RunReportKind, all = results, run = runOf(all)): Promise<string> {
  const read = async (after: number): Promise<ReturnType<typeof ok<readonly RunResult[]>>> =>
    ok(all.filter(({ number }) => number > after).slice(0, 2));
  const parts: string[] = [];
  for await (const part of runReport(kind, run, read)) parts.push(part);
  return parts.join('');
}

describe('the JUnit report', () => {
  it('has a suite of cases, with failures and errors apart', async () => {
    const suites = rootOf(await report('junit'));
    expect(suites.localName).toBe('testsuites');
    const [suite] = suites.children;
    expect(attributesOf(suite)).toMatchObject({
      name: 'Refunds',
      tests: '4',
      failures: '1',
      errors: '2',
      skipped: '0',
      time: '0.100',
      timestamp: '2026-11-21T10:00:00',
    });
    const cases = suite?.children.filter(({ localName }) => localName === 'testcase') ?? [];
    expect(cases.map((one) => attributesOf(one)['classname'])).toEqual([
      'Refunds.refunds',
      'Refunds.a_b',
      'Refunds.refunds',
      'Refunds.refunds',
    ]);
    expect(cases.map(({ children }) => children.map(({ localName }) => localName))).toEqual([
      [],
      ['failure'],
      ['error'],
      ['error'],
    ]);
    expect(attributesOf(cases[1]?.children[0])).toMatchObject({
      type: 'failed',
      message: failedCheck.message,
    });
    expect(attributesOf(cases[3])['name']).toBe('Stopped <&"\ufffd\u202e>');
  });

  /** Elements and attributes of the schema that CI systems validate against (Jenkins xUnit plugin, junit-10.xsd). */
  it('keeps to the schema of CI systems', async () => {
    const allowed: Readonly<
      Record<string, { readonly attributes: readonly string[]; readonly children: readonly string[] }>
    > = {
      testsuites: {
        attributes: ['name', 'time', 'tests', 'failures', 'errors', 'skipped', 'disabled'],
        children: ['testsuite'],
      },
      testsuite: {
        attributes: [
          'name',
          'tests',
          'failures',
          'errors',
          'time',
          'disabled',
          'skipped',
          'timestamp',
          'hostname',
          'id',
          'package',
        ],
        children: ['properties', 'testcase', 'system-out', 'system-err'],
      },
      properties: { attributes: [], children: ['property'] },
      property: { attributes: ['name', 'value'], children: [] },
      testcase: {
        attributes: ['name', 'assertions', 'time', 'classname', 'status'],
        children: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
      },
      failure: { attributes: ['type', 'message'], children: [] },
      error: { attributes: ['type', 'message'], children: [] },
    };
    const check = (element: XmlElement): void => {
      const rule = allowed[element.localName];
      expect(rule, element.localName).toBeDefined();
      for (const name of Object.keys(attributesOf(element))) expect(rule?.attributes).toContain(name);
      for (const child of element.children) {
        expect(rule?.children).toContain(child.localName);
        check(child);
      }
    };
    check(rootOf(await report('junit')));
  });

  it('is well-formed whatever providers say', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        async (name, headline) => {
          const text = await report('junit', [someResult({ name, headline, passed: false })]);
          expect(rootOf(text).children).toHaveLength(1);
        },
      ),
    );
  });
});

describe('the HTML report', () => {
  it('needs nothing from anywhere and runs nothing', async () => {
    const html = await report('html');
    expect(html).not.toMatch(
      /<script|\son\w+=|https?:\/\/(?!www\.w3\.org\/2000\/svg)|<link|<img|@import|url\(/i,
    );
    expect(html).toContain("default-src 'none'");
    expect(html).toContain('<title>1 passed, 1 failed, 1 unknown, 1 not sent, 1 skipped</title>');
    expect(html).toContain('1 of 5 passed, 3 failed (1 with an unknown outcome), 1 skipped');
  });

  it('shows foreign texts as text, and what cannot be seen by its name', async () => {
    const html = await report('html');
    expect(html).toContain('Stopped &lt;&amp;&quot;');
    expect(html).toContain('U+202E');
    expect(html).not.toContain('\u202e');
  });

  it('lists only what did not pass where there are very many', async () => {
    const many = Array.from({ length: 5001 }, (_, index) =>
      someResult({ number: index + 1, name: index === 4000 ? 'Broken' : 'Fine', passed: index !== 4000 }),
    );
    const html = await report('html', many);
    expect(html).toContain('Broken');
    expect(html).not.toContain('>Fine');
    expect(html).toContain('only what did not pass is listed');
  });
});

describe('the JSON report', () => {
  it('is one document of the documented shape', async () => {
    const parsed: unknown = JSON.parse(await report('json'));
    expect(v.safeParse(runReportSchema, parsed).issues).toBeUndefined();
    expect(parsed).toEqual({ format: 'refund-workbench-run-1', run: runOf(results), results });
  });
});

function rootOf(text: string): XmlElement {
  const parsed = parseXml(text);
  if (!parsed.ok) throw new Error(`${parsed.error.message} ${parsed.error.line}:${parsed.error.column}`);
  return parsed.value;
}

function attributesOf(element: XmlElement | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(element?.attributes ?? []);
}
