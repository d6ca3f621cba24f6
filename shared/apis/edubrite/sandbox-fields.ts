import type { SandboxRequest } from '../../definition/sandbox-definition.ts';
import { type FormField, parseForm, parseMultipart } from '../../formats/form.ts';
import { headerValue } from '../../model/headers.ts';

/** The fields of a body: form-urlencoded, or multipart as the PHP samples of EduBrite send it. */
export function fieldsOf({ headers, body }: SandboxRequest): readonly FormField[] {
  const contentType = headerValue(headers, 'Content-Type') ?? '';
  return /^\s*multipart\/form-data/i.test(contentType) ? parseMultipart(body, contentType) : parseForm(body);
}
