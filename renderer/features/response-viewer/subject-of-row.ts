import type { CheckSubject } from '../../../shared/model/check.ts';

/** What a check of a row of the tree looks at; `path` is that of the row. */
export function subjectOfRow(path: string): CheckSubject {
  return path.startsWith('$') ? { of: 'json', path } : { of: 'xml', path, namespaces: {} };
}
