import type { ApiDefinition } from '../definition/api-definition.ts';
import type { RequestTemplate } from '../definition/request-template.ts';
import type { RequestDraft } from '../model/request-draft.ts';

/** A fresh draft of a template. `values` replace variables by literal texts, as a follow-up call needs. */
export function draftFromTemplate(
  api: ApiDefinition,
  template: RequestTemplate,
  values: Readonly<Record<string, string>> = {},
): RequestDraft {
  const fill = (text: string): string =>
    Object.entries(values).reduce((result, [name, value]) => result.replaceAll(`{{${name}}}`, value), text);
  const { body } = template;
  return {
    api: api.id,
    template: template.id,
    operation: template.operation,
    method: api.operations.find(({ id }) => id === template.operation)?.method ?? 'POST',
    url: fill(template.url),
    headers: template.headers.map(([name, value]) => [name, fill(value)] as const),
    body:
      body.kind === 'none'
        ? body
        : body.kind === 'text'
          ? { ...body, text: fill(body.text) }
          : { ...body, fields: body.fields.map(({ name, value }) => ({ name, value: fill(value) })) },
  };
}
