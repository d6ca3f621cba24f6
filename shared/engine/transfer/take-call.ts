import type { CollectionRequest } from '../../model/collection.ts';
import type { RequestParts } from '../../model/request-parts.ts';
import { draftFromRequest } from '../draft-from-request.ts';
import { recogniseRequest } from '../recognise-request.ts';
import type { ImportTools, RemarkList } from './imported-file.ts';
import { leaveOutSuspects } from './leave-out-suspects.ts';

/** A request of a foreign file: where it stands, and what it sends. */
export type ForeignCall = {
  /** Empty where it has none; it is then called like the operation. */
  readonly name: string;
  readonly notes: string;
  /** Names of the folders it stands in, and its own. */
  readonly place: readonly string[];
  readonly request: RequestParts;
};

/** A foreign request as one of ours, or `null` where no API is known to have it; a remark then says so. */
export function takeCall(
  call: ForeignCall,
  { apis }: ImportTools,
  remarks: RemarkList,
): CollectionRequest | null {
  const { name, notes, place, request } = call;
  const [candidate] = recogniseRequest(apis, request);
  if (candidate === undefined) {
    remarks.add(
      place,
      `Not taken over: ${request.method} ${addressOf(request.url)} is no call of the refund APIs that the workbench knows.`,
    );
    return null;
  }
  if (!candidate.isSure)
    remarks.add(place, `${candidate.reason} Taken over as ${candidate.operation.title}.`);
  const made = draftFromRequest(candidate, withOurDynamicVariables(request, place, remarks));
  const clean = leaveOutSuspects(made.draft, candidate.operation.signature?.field ?? null);
  remarks.add(place, ...made.remarks.filter((text) => !/ like a secret and would be kept /.test(text)));
  remarks.add(place, ...clean.remarks);
  const title = name === '' ? candidate.operation.title : name;
  return { name: title, notes, draft: clean.draft, checks: [], captures: [] };
}

/** Without query and user, which may hold secrets. */
function addressOf(url: string): string {
  return url.replace(/[?#].*$/s, '').replace(/^(https?:\/\/)[^/?#@]*@/i, '$1');
}

/** What other programs make anew for every send, and what does the same here. */
const dynamicNames: Readonly<Record<string, string>> = {
  $guid: '$uuid',
  $randomUUID: '$uuid',
  '$random.uuid': '$uuid',
};

const kept = /^\$(?:uuid|timestamp|isoTimestamp|randomInt|randomHex16|signature)$|^\$session\./;

function withOurDynamicVariables(
  request: RequestParts,
  place: readonly string[],
  remarks: RemarkList,
): RequestParts {
  const unknown = new Set<string>();
  const replace = (text: string): string =>
    text.replaceAll(/\{\{\s*(\$[\w.]+)[^{}]*\}\}/g, (whole, name: string) => {
      const ours = Object.hasOwn(dynamicNames, name) ? dynamicNames[name] : undefined;
      if (ours === undefined && !kept.test(name)) unknown.add(name);
      return ours === undefined ? whole : `{{${ours}}}`;
    });
  const replaced: RequestParts = {
    method: request.method,
    url: replace(request.url),
    headers: request.headers.map(([name, value]) => [name, replace(value)] as const),
    body: request.body === null ? null : replace(request.body),
  };
  for (const name of unknown)
    remarks.add(place, `The workbench makes no {{${name}}}; put a variable in its place.`);
  return replaced;
}
