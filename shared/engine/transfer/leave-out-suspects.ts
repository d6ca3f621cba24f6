import type { RequestDraft } from '../../model/request-draft.ts';
import { replaceJsonTexts } from '../replace-json-texts.ts';
import { suspectSecrets } from '../suspect-secrets.ts';

/**
 * Puts `{{imported.<name>}}` in the place of every value of a draft that looks like a secret, so that none is written
 * into a file that is meant for git. A signature that was typed in is none.
 */
export function leaveOutSuspects(
  draft: RequestDraft,
  signature: string | null,
): { readonly draft: RequestDraft; readonly remarks: readonly string[] } {
  const left = new Set<string>();
  const keep = (name: string, value: string): string => {
    if (name === signature || suspectSecrets([{ name, value }], []).length === 0) return value;
    left.add(name);
    return referenceTo(name);
  };
  const { headers, url, body } = draft;
  const clean: RequestDraft = {
    ...draft,
    headers: headers.map(([name, value]) => [name, keep(name, value)] as const),
    url: url.replaceAll(
      /([?&])([^=&#]+)=([^&#]*)/g,
      (_whole, mark: string, name: string, value: string) => `${mark}${name}=${keep(name, value)}`,
    ),
    body:
      body.kind === 'form'
        ? {
            ...body,
            fields: body.fields.map(({ name, value }) => ({
              name,
              value: name === body.main?.field ? value : keep(name, value),
            })),
          }
        : body.kind === 'text' && body.language === 'json'
          ? { ...body, text: replaceJsonTexts(body.text, keep) }
          : body,
  };
  const names = [...left];
  return {
    draft: clean,
    remarks:
      names.length === 0
        ? []
        : [
            `${names.join(', ')} ${names.length === 1 ? 'looks' : 'look'} like a secret; the value was left out, and ${names.map((name) => referenceTo(name)).join(', ')} stands in its place. Set it as a secret of the environment.`,
          ],
  };
}

function referenceTo(name: string): string {
  return `{{imported.${name.replaceAll(/[^\w-]+/g, '-')}}}`;
}
