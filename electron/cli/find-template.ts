import { apis, findApi } from '../../shared/apis/registry.ts';
import type { ApiDefinition } from '../../shared/definition/api-definition.ts';
import type { RequestTemplate } from '../../shared/definition/request-template.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import { didYouMean } from './closest.ts';

/** The API of an id as people type it. */
export function findNamedApi(id: string): Result<ApiDefinition, Problem> {
  const api = findApi(id);
  if (api !== null) return ok(api);
  const ids = apis.map((candidate) => candidate.id);
  return fail({
    code: 'unknown-api',
    message: `There is no API "${id}".${didYouMean(id, ids)}`,
    remedy: `Use one of: ${ids.join(', ')}.`,
  });
}

/** `payu/refund`: an API and one of its templates. */
export function findTemplate(
  target: string,
): Result<{ readonly api: ApiDefinition; readonly template: RequestTemplate }, Problem> {
  const [apiId = '', templateId, ...more] = target.split('/');
  const api = findNamedApi(apiId);
  if (!api.ok) return api;
  const ids = api.value.templates.map(({ id }) => id);
  const template = more.length > 0 ? undefined : api.value.templates.find(({ id }) => id === templateId);
  if (template !== undefined) return ok({ api: api.value, template });
  return fail({
    code: 'unknown-template',
    message:
      templateId === undefined || templateId === ''
        ? `"${target}" names no template.`
        : `${apiId} has no template "${templateId}".${didYouMean(templateId, ids)}`,
    remedy: `Use one of: ${ids.map((id) => `${apiId}/${id}`).join(', ')}.`,
  });
}
