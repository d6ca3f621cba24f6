import type { CollectionRequest } from '../model/collection.ts';
import { sameValue } from './same-value.ts';

/** What of a saved request is merged as one: of a part that both sides changed differently, one side has to go. */
export const requestParts = [
  'name',
  'notes',
  'call',
  'url',
  'method',
  'headers',
  'body',
  'checks',
  'captures',
] as const;

/** `call` is the API, its operation and the template it was made from. */
export type RequestPart = (typeof requestParts)[number];

/** The three requests a merge is about. */
export type RequestSides = {
  /** What both sides started from. */
  readonly base: CollectionRequest;
  /** As edited here. */
  readonly mine: CollectionRequest;
  /** As it stands on the disk by now. */
  readonly theirs: CollectionRequest;
};

export type MergedRequest = {
  /** Every part from the side that changed it; a part in conflict as it is asked for. */
  readonly request: CollectionRequest;
  /** Parts that both sides changed, and differently, in the order of `requestParts`. */
  readonly conflicts: readonly RequestPart[];
};

/** Merges what was edited here with what changed on the disk, part by part. */
export function mergeCollectionRequest(sides: RequestSides, preferred: 'mine' | 'theirs'): MergedRequest {
  const conflicts = requestParts.filter((part) => isConflict(sides, part));
  const from = (part: RequestPart): CollectionRequest => {
    if (conflicts.includes(part)) return sides[preferred];
    return isChanged(sides.mine, sides.base, part) ? sides.mine : sides.theirs;
  };
  const call = from('call').draft;
  return {
    conflicts,
    request: {
      name: from('name').name,
      notes: from('notes').notes,
      draft: {
        api: call.api,
        template: call.template,
        operation: call.operation,
        method: from('method').draft.method,
        url: from('url').draft.url,
        headers: from('headers').draft.headers,
        body: from('body').draft.body,
      },
      checks: from('checks').checks,
      captures: from('captures').captures,
    },
  };
}

/** The parts in which two requests differ, in the order of `requestParts`. */
export function changedParts(left: CollectionRequest, right: CollectionRequest): readonly RequestPart[] {
  return requestParts.filter((part) => isChanged(left, right, part));
}

function isConflict({ base, mine, theirs }: RequestSides, part: RequestPart): boolean {
  return isChanged(mine, base, part) && isChanged(theirs, base, part) && isChanged(mine, theirs, part);
}

function isChanged(left: CollectionRequest, right: CollectionRequest, part: RequestPart): boolean {
  return !sameValue(valueOf(left, part), valueOf(right, part));
}

function valueOf(request: CollectionRequest, part: RequestPart): unknown {
  const { draft } = request;
  switch (part) {
    case 'name':
    case 'notes':
    case 'checks':
    case 'captures':
      return request[part];
    case 'url':
    case 'method':
    case 'headers':
    case 'body':
      return draft[part];
    case 'call':
      return [draft.api, draft.template, draft.operation];
  }
}
