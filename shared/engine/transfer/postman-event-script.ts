import { jsonItems, jsonMember } from '../../formats/json.ts';
import type { JsonNode } from '../../model/parsed-body.ts';

/** The text of a script: lines in `exec`, or one text. */
export function scriptOf(event: JsonNode | null): string {
  const exec = jsonMember(jsonMember(event, 'script'), 'exec');
  if (exec?.kind === 'array')
    return jsonItems(exec)
      .map((line) => (line.kind === 'string' ? line.text : ''))
      .join('\n');
  return exec?.kind === 'string' ? exec.text : '';
}
