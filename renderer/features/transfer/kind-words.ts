import type { ExportKind, ImportKind } from '../../../shared/model/transfer.ts';

/** The formats that collections come in. */
export const importTitles: Readonly<Record<ImportKind, string>> = {
  'postman-collection': 'Postman collection',
  'postman-environment': 'Postman environment',
  openapi: 'OpenAPI document',
  har: 'HAR recording',
  curl: 'cURL commands',
  http: '.http file',
  bruno: 'Bruno collection',
};

/** The formats that a collection is written in, the likeliest first. */
export const exportChoices: readonly {
  readonly value: ExportKind;
  readonly title: string;
  readonly detail: string;
}[] = [
  { value: 'postman', title: 'Postman', detail: 'collection and environment; signs itself, runs in newman' },
  { value: 'http', title: '.http', detail: 'for editors with a REST client' },
  { value: 'curl', title: 'cURL', detail: 'a script of commands' },
  { value: 'har', title: 'HAR', detail: 'for other API tools' },
];

/** `1 request`, `3 requests`. */
export function countOf(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}
