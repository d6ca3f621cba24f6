import { sandboxAnswer } from '../../definition/sandbox-answer.ts';
import type { SandboxResponse } from '../../definition/sandbox-definition.ts';
import type { Fault } from '../../model/sandbox-fault.ts';
import { assumption } from '../../model/source.ts';

const asked = assumption('a fault that was asked for');

/** What a gateway before the provider would answer, so that the call never arrives; `null` where it says nothing. */
export function answerOfFault(fault: Fault): SandboxResponse | null {
  switch (fault.kind) {
    case 'status': {
      const headers = fault.status === 429 || fault.status === 503 ? [['Retry-After', '1'] as const] : [];
      const reason = `a fault that was asked for: status ${fault.status}, nothing was booked`;
      return { ...sandboxAnswer(fault.status, reason), headers, source: asked };
    }
    case 'redirect': {
      const reason = `a fault that was asked for: a redirect to ${fault.to}, nothing was booked`;
      return { ...sandboxAnswer(307, reason), headers: [['Location', fault.to]], source: asked };
    }
    case 'html':
      return {
        status: 502,
        contentType: 'text/html; charset=utf-8',
        headers: [],
        body: '<!doctype html>\n<html><head><title>502 Bad Gateway</title></head>\n<body><h1>502 Bad Gateway</h1></body></html>\n',
        reason: 'a fault that was asked for: the page of a gateway, nothing was booked',
        source: asked,
      };
    default:
      return null;
  }
}
