import * as v from 'valibot';

/** What is wrong with a value and where: `rules.0.left: it is no whole number`. */
export function describeIssue(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  return path === null ? issue.message : `${path}: ${issue.message}`;
}
