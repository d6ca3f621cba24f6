import type { SandboxResponse } from '../../definition/sandbox-definition.ts';
import { assumption, type Source } from '../../model/source.ts';
import { seed } from './sources.ts';

/** The success as printed: its text stands in lines of its own. */
export function success(reason: string): SandboxResponse {
  const valueLines = `
            <value>
            <![CDATA[Success]]>
            </value>`;
  return xml({ status: 200, body: response('0', '0', valueLines), reason, source: seed });
}

export function failure(given: {
  readonly status: number;
  readonly code: string;
  readonly text: string;
  readonly reason: string;
  readonly source: Source;
}): SandboxResponse {
  return xml({ ...given, body: response('-1', given.code, value(given.text)) });
}

/** Where the session is missing or over. The code is published, its words and its status are not. */
export function sessionNotValid(reason: string): SandboxResponse {
  const source = assumption('code 0174 is published, its wording and HTTP status are not');
  return failure({ status: 401, code: '0174', text: 'Session is not valid.', reason, source });
}

/** The second connect answer; what counts there is the cookie. */
export function connected(headers: SandboxResponse['headers'], reason: string): SandboxResponse {
  const body = response('0', '0152', value('Connect successful'));
  const source = assumption('the cookie and code 0152 are published, the body is not', 'likely');
  return { ...xml({ status: 200, body, reason, source }), headers };
}

function xml(given: Pick<SandboxResponse, 'status' | 'body' | 'reason' | 'source'>): SandboxResponse {
  const { status, body, reason, source } = given;
  return { status, contentType: 'text/xml; charset=utf-8', headers: [], body, reason, source };
}

function response(code: '0' | '-1', messageCode: string, valueLines: string): string {
  return `<response code="${code}">
    <msgs>
        <msg>
            <code>${messageCode}</code>${valueLines}
        </msg>
    </msgs>
</response>`;
}

function value(text: string): string {
  return `
            <value><![CDATA[${cdata(text)}]]></value>`;
}

/** What a client sent comes back in the text: the end of a CDATA section is split, what XML cannot hold is replaced. */
function cdata(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '?')
    .replaceAll(']]>', ']]]]><![CDATA[>');
}
