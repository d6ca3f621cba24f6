import * as v from 'valibot';

import type { Capture, Check } from '../model/check.ts';
import type { CollectionContent } from '../model/collection.ts';
import type { Environment } from '../model/environment.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { captures, checks, collectionContent } from './collection-schemas.ts';
import { fileSchemas } from './schemas.ts';

const expectation = v.strictObject({ checks, captures });

/** Whether data has the shape of checks and captures; the failure is a sentence. */
export function parseExpectation(
  data: unknown,
): Result<{ readonly checks: readonly Check[]; readonly captures: readonly Capture[] }, string> {
  return parse(expectation, data);
}

/** Whether a collection keeps to the limits that every collection has; the failure is a sentence. */
export function parseContent(content: CollectionContent): Result<CollectionContent, string> {
  return parse(collectionContent, content);
}

/** Whether an environment keeps to the limits that every environment has; the failure is a sentence. */
export function parseEnvironment(environment: Environment): Result<Environment, string> {
  return parse(fileSchemas.environment, environment);
}

function parse<Value>(schema: v.GenericSchema<unknown, Value>, data: unknown): Result<Value, string> {
  const parsed = v.safeParse(schema, data);
  if (parsed.success) return ok(parsed.output);
  const [issue] = parsed.issues;
  const place = v.getDotPath(issue);
  return fail(`${place === null ? '' : `${place}: `}${issue.message}.`);
}
