import type { Result } from '../../../shared/model/result.ts';
import { readRequestText, type ReadRequest } from './read-request-text.ts';
import type { RequestReader } from './read-tree.ts';

/** Reads request files and remembers what they said by their revisions; `forgetUnused` keeps what was read since it ran last. */
export function createRememberingReader(): {
  readonly read: RequestReader;
  readonly forgetUnused: () => void;
} {
  let known = new Map<string, Result<ReadRequest, string>>();
  let used = new Map<string, Result<ReadRequest, string>>();
  return {
    read: (stem, { text, revision }) => {
      const key = `${revision} ${stem}`;
      const result = used.get(key) ?? known.get(key) ?? readRequestText(stem, text);
      used.set(key, result);
      return result;
    },
    forgetUnused: () => {
      known = used;
      used = new Map();
    },
  };
}
