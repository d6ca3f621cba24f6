import type { CollectionContent, CollectionRequest, ContentNode } from '../../model/collection.ts';
import type { DraftBody, RequestDraft } from '../../model/request-draft.ts';
import { writeCheckCall, writePrepareCall } from './postman-script-calls.ts';

/** The schema that a collection names. Source: schema.postman.com, Collection v2.1.0. */
export const postmanSchema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

export type PostmanTools = {
  /** The script that prepares requests and checks answers; it runs before every request. */
  readonly script: string;
  /** Values for the variables of a request that Postman knows none for. */
  readonly valuesOf: (draft: RequestDraft) => Readonly<Record<string, string>>;
};

/**
 * A collection as Postman v2.1. Requests stay readable and can be changed in Postman; a script of the collection signs
 * and checks them by the workbench's own code. Reading it again gives the same collection.
 */
export function writePostmanCollection(content: CollectionContent, tools: PostmanTools): string {
  const collection = {
    info: { name: content.name, description: content.notes, schema: postmanSchema },
    item: content.items.map((node) => toItem(node, tools)),
    event: [{ listen: 'prerequest', script: toScript(tools.script.split('\n')) }],
    variable: content.variables.map(({ name, value }) => ({ key: name, value, type: 'string' })),
  };
  return `${JSON.stringify(collection, null, 2)}\n`;
}

function toItem(node: ContentNode, tools: PostmanTools): object {
  return node.kind === 'folder'
    ? { name: node.name, description: node.notes, item: node.items.map((item) => toItem(item, tools)) }
    : toRequest(node.request, tools);
}

function toRequest({ name, notes, draft, checks, captures }: CollectionRequest, tools: PostmanTools): object {
  const { api, operation, template, method, url, headers, body } = draft;
  const main = body.kind === 'form' ? body.main : null;
  const setup = { api, operation, template, main, values: tools.valuesOf(draft) };
  return {
    name,
    event: [
      { listen: 'prerequest', script: toScript(writePrepareCall(setup)) },
      { listen: 'test', script: toScript(writeCheckCall({ checks, captures })) },
    ],
    request: {
      method,
      header: headers.map(([key, value]) => ({ key, value })),
      ...toBody(body),
      url,
      description: notes,
    },
    // As the workbench sends: no redirect is followed, cookies are only those of the request.
    protocolProfileBehavior: { followRedirects: false, disableCookies: true, disableBodyPruning: true },
  };
}

function toBody(body: DraftBody): object {
  switch (body.kind) {
    case 'none':
      return {};
    case 'text':
      return { body: { mode: 'raw', raw: body.text, options: { raw: { language: body.language } } } };
    case 'form':
      return {
        body: {
          mode: 'urlencoded',
          urlencoded: body.fields.map(({ name, value }) => ({ key: name, value })),
        },
      };
  }
}

function toScript(exec: readonly string[]): object {
  return { type: 'text/javascript', exec };
}
