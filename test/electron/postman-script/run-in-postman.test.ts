import { Buffer } from 'node:buffer';
import { createHash, randomBytes } from 'node:crypto';
import { parse } from 'node:url';
import { runInNewContext } from 'node:vm';
import * as fc from 'fast-check';
import { postmanScript } from 'virtual:postman-script';
import { expect, it } from 'vitest';

import { nodeCrypto } from '../../../electron/adapters/node-crypto.ts';
import type { Postman } from '../../../electron/postman-script/postman.ts';
import { apis } from '../../../shared/apis/registry.ts';
import { draftFromTemplate } from '../../../shared/engine/draft-from-template.ts';
import { prepareRequest } from '../../../shared/engine/prepare-request.ts';
import { signRequest } from '../../../shared/engine/sign-request.ts';
import type { PostmanSetup } from '../../../shared/engine/transfer/postman-script-calls.ts';
import type { HeaderList } from '../../../shared/model/headers.ts';
import type { RequestDraft } from '../../../shared/model/request-draft.ts';
import type { RequestParts } from '../../../shared/model/request-parts.ts';
import { scopeOf } from '../../shared/support/scope-of.ts';

type Script = { readonly prepare: (pm: Postman, setup: PostmanSetup) => void };

/** The script as it is exported, in a world that has only what Postman gives. */
function loadScript(): Script {
  const hash = (name: string) => (text: string) => createHash(name).update(text, 'utf8').digest('hex');
  const modules: Readonly<Record<string, unknown>> = {
    buffer: { Buffer },
    url: { parse },
    'crypto-js': {
      SHA256: hash('sha256'),
      SHA512: hash('sha512'),
      lib: { WordArray: { random: (count: number) => randomBytes(count).toString('hex') } },
    },
  };
  const world: { refundWorkbench?: Script } = {};
  runInNewContext(postmanScript, Object.assign(world, { require: (name: string) => modules[name] }));
  if (world.refundWorkbench === undefined) throw new Error('The script made nothing');
  return world.refundWorkbench;
}

/** What the script makes of a draft, or why it does not send it. */
function prepareInPostman(
  script: Script,
  draft: RequestDraft,
  values: Readonly<Record<string, string>>,
): RequestParts | string {
  let { url } = draft;
  let headers: HeaderList = draft.headers;
  let body = draft.body.kind === 'text' ? draft.body.text : null;
  let refusal: string | null = null;
  const form = draft.body.kind === 'form' ? draft.body.fields : [];
  const pm: Postman = {
    info: { iteration: 0 },
    request: {
      method: draft.method,
      url: { toString: () => url, update: (text) => void (url = text) },
      headers: {
        all: () => headers.map(([key, value]) => ({ key, value })),
        clear: () => void (headers = []),
        add: ({ key, value }) => void (headers = [...headers, [key, value]]),
      },
      body: {
        mode: draft.body.kind === 'form' ? 'urlencoded' : draft.body.kind === 'text' ? 'raw' : 'none',
        ...(body === null ? {} : { raw: body }),
        urlencoded: { all: () => form.map(({ name, value }) => ({ key: name, value })) },
        update: ({ raw }) => void (body = raw),
      },
    },
    variables: {
      has: (name) => Object.hasOwn(values, name),
      get: (name) => values[name],
      set: () => undefined,
      unset: () => undefined,
    },
    sendRequest: () => undefined,
    test: (_name, check) => {
      try {
        check();
      } catch (error) {
        refusal = (error as Error).message;
      }
    },
  };
  const main = draft.body.kind === 'form' ? draft.body.main : null;
  script.prepare(pm, { api: draft.api, operation: draft.operation, template: null, main, values: {} });
  return refusal ?? { method: draft.method, url, headers, body };
}

it('prepares and signs in Postman the very text that the workbench sends, whatever the values', () => {
  const script = loadScript();
  const direct = apis.filter(({ authentication }) => authentication.kind === 'direct');
  const cases = direct.flatMap((api) => api.templates.map((template) => ({ api, template })));
  const value = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
    fc.constantFrom(
      "a b&c=d+e%20~!*'()",
      '0.10',
      '403993715529606983',
      'ü€😀',
      ']]>',
      '<&>"',
      '\ud800',
      '\\"',
    ),
  );
  let sent = 0;
  fc.assert(
    fc.property(fc.constantFrom(...cases), fc.infiniteStream(value), ({ api, template }, stream) => {
      const texts = Object.fromEntries(
        api.variables.map((spec) => [
          spec.name,
          spec.kind === 'url'
            ? 'https://host.example/base'
            : spec.choices === undefined && spec.kind !== 'amount'
              ? (stream.next().value as string).replaceAll(/[{}]/g, '')
              : (template.demo[spec.name] ?? spec.defaultValue ?? '1.00'),
        ]),
      );
      const draft = draftFromTemplate(api, template);
      const operation = api.operations.find(({ id }) => id === template.operation) ?? null;
      const scope = scopeOf(texts);
      const prepared = prepareRequest(draft, scope);
      const signed = prepared.ok ? signRequest(prepared.value, operation, scope, nodeCrypto) : prepared;
      const other = prepareInPostman(script, draft, texts);
      if (signed.ok) sent += 1;
      expect(other).toEqual(
        signed.ok
          ? signed.value.request
          : signed.error.map(({ message, remedy }) => `${message} ${remedy}`).join(' '),
      );
    }),
    { numRuns: 300 },
  );
  expect(sent).toBeGreaterThan(50);
});
