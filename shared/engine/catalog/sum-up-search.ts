import type { SearchedApi } from './index-catalogs.ts';
import type { CatalogHit, CatalogSearch } from './search-catalogs.ts';

/** What a search found, in one or two sentences: `Code 3 is documented by 2 APIs, with different meanings.` */
export function sumUpSearch<Api extends SearchedApi>(
  search: CatalogSearch<Api>,
  hasQuestion: boolean,
): string {
  const cut = search.isCut ? ' Only the beginning of the text was read.' : '';
  return `${hasQuestion ? sumUpHits(search) : everything(search.hits)}${cut}`;
}

function everything<Api extends SearchedApi>(hits: readonly CatalogHit<Api>[]): string {
  return `${hits.length} documented answers of ${apisOf(hits).length} APIs.`;
}

function sumUpHits<Api extends SearchedApi>({ hits, codes, statuses }: CatalogSearch<Api>): string {
  const [best] = hits;
  const byCode = hits.filter(({ fit }) => fit === 'code');
  const known = statuses.map((status) => documentedStatus(status, hits)).join('');
  if (byCode.length > 0) return `${documentedCodes(byCode)}${known}`;
  if (known !== '' && best?.fit === 'words') return known.trim();
  const lacking = codes.filter((code) => /\d/.test(code));
  const unknown =
    lacking.length === 0 ? '' : `No API documents the code ${lacking.slice(0, 3).join(' or ')}. `;
  if (best === undefined) return `${unknown}Nothing like it is documented.`;
  if (best.fit === 'near') {
    return unknown === ''
      ? 'No documented answer fits. These come nearest.'
      : `${unknown}These come nearest.`;
  }
  return `${unknown}${documentedWords(hits)}`;
}

function documentedCodes<Api extends SearchedApi>(byCode: readonly CatalogHit<Api>[]): string {
  const codes = [...new Set(byCode.map(({ entry }) => entry.code ?? ''))];
  return codes
    .slice(0, 3)
    .map((code) =>
      documentedCode(
        code,
        byCode.filter(({ entry }) => entry.code === code),
      ),
    )
    .join(' ');
}

function documentedCode<Api extends SearchedApi>(code: string, hits: readonly CatalogHit<Api>[]): string {
  const apis = apisOf(hits);
  const titles = new Set(hits.map(({ entry }) => entry.title));
  const [api] = apis;
  if (apis.length === 1 && api !== undefined) {
    const how = hits.length === 1 ? '' : `, with ${hits.length} meanings`;
    return `Code ${code} is documented by ${api.title} alone${how}.`;
  }
  const how = titles.size === 1 ? 'with the same meaning' : 'with different meanings';
  return `Code ${code} is documented by ${apis.length} APIs, ${how}.`;
}

function documentedStatus<Api extends SearchedApi>(status: number, hits: readonly CatalogHit<Api>[]): string {
  const coming = hits.filter(({ entry }) => entry.status.includes(status));
  const apis = apisOf(coming);
  if (apis.length === 0) return '';
  const who = apis.length === 1 ? `${apis[0]?.title} alone` : `${apis.length} APIs`;
  return ` HTTP ${status} is documented by ${who}, in ${answers(coming.length)}.`;
}

function documentedWords<Api extends SearchedApi>(hits: readonly CatalogHit<Api>[]): string {
  const byMessage = hits.filter(({ fit }) => fit === 'message');
  if (byMessage.length > 0) {
    const apis = apisOf(byMessage);
    const who = apis.length === 1 ? `${apis[0]?.title} alone` : `${apis.length} APIs`;
    return `These words are documented by ${who}.`;
  }
  const apis = apisOf(hits);
  const where = apis.length === 1 ? `of ${apis[0]?.title}` : `of ${apis.length} APIs`;
  return `${answers(hits.length)} ${where} ${hits.length === 1 ? 'fits' : 'fit'}.`;
}

function answers(count: number): string {
  return count === 1 ? '1 answer' : `${count} answers`;
}

function apisOf<Api extends SearchedApi>(hits: readonly CatalogHit<Api>[]): readonly Api[] {
  return [...new Set(hits.map(({ api }) => api))];
}
