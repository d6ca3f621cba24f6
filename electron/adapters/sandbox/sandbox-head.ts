import type { SandboxResponse } from '../../../shared/definition/sandbox-definition.ts';
import { bodyStart } from '../../../shared/formats/body.ts';
import { type Fault, faultHeader, formatFault } from '../../../shared/model/sandbox-fault.ts';

/** The header lines of an answer, names and values in turn, without what says how the body is framed. */
export function sandboxHead(response: SandboxResponse, fault: Fault | null): string[] {
  const contentType = fault?.kind === 'wrong-type' ? typeOfAnother(response) : response.contentType;
  return [
    ['Content-Type', contentType],
    ['X-Sandbox-Reason', headerSafe(response.reason)],
    ['X-Sandbox-Confidence', response.source.confidence],
    ...(fault === null ? [] : [[faultHeader, headerSafe(formatFault(fault))]]),
    ...response.headers,
  ].flat();
}

function typeOfAnother({ body, contentType }: SandboxResponse): string {
  switch (bodyStart(body)) {
    case 'json':
      return 'application/xml';
    case 'xml':
      return 'application/json';
    default:
      return contentType.startsWith('text/html') ? 'application/json' : 'text/html; charset=utf-8';
  }
}

/** Header values carry ASCII only; the reason is for people and may hold what a client sent. */
function headerSafe(text: string): string {
  return text.replaceAll(/[^\u0020-\u007e]/g, '?').slice(0, 300);
}
