import type { DraftFormField } from '../../model/request-draft.ts';
import type { Capture, Check } from '../../model/check.ts';

/** What an exported request tells the script of the collection before it is sent. */
export type PostmanSetup = {
  readonly api: string;
  readonly operation: string;
  readonly template: string | null;
  readonly main: { readonly field: DraftFormField['name']; readonly language: 'xml' } | null;
  /** Values of variables that Postman knows none for. */
  readonly values: Readonly<Record<string, string>>;
};

/** What it tells the script after the answer. */
export type PostmanExpectation = { readonly checks: readonly Check[]; readonly captures: readonly Capture[] };

/** The lines of the script before a request. */
export function writePrepareCall(setup: PostmanSetup): readonly string[] {
  return [
    '// Logs in where needed, puts the variables in, signs, and sends exactly that text.',
    ...call('prepare', setup),
  ];
}

/** The lines of the script after the answer. */
export function writeCheckCall(expectation: PostmanExpectation): readonly string[] {
  return [
    '// What the answer has to meet, and what is taken from it for the requests that follow.',
    ...call('check', expectation),
  ];
}

/** The JSON that one of our calls in a script is given; `null` where it is not there. */
export function findCall(script: string, name: 'prepare' | 'check'): string | null {
  const found = new RegExp(`(?:^|\\n)refundWorkbench\\.${name}\\(pm, (\\{[\\s\\S]*\\n\\})\\);\\s*$`).exec(
    script,
  );
  return found?.[1] ?? null;
}

function call(name: 'prepare' | 'check', data: PostmanSetup | PostmanExpectation): readonly string[] {
  return `refundWorkbench.${name}(pm, ${JSON.stringify(data, null, 2)});`.split('\n');
}
