import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { apis } from '../../shared/apis/registry.ts';
import { sandboxes } from '../../shared/apis/sandboxes.ts';
import type { ApiDefinition } from '../../shared/definition/api-definition.ts';
import type { ApiVectors } from '../../shared/definition/vectors.ts';
import { readBodyNode, type BodyNode } from '../../shared/engine/body-node.ts';
import { compareWithExample } from '../../shared/engine/compare-with-example.ts';
import { draftFromTemplate } from '../../shared/engine/draft-from-template.ts';
import { explainExample } from '../../shared/engine/explain-example.ts';
import { explainOutcome, explainText } from '../../shared/engine/explain-outcome.ts';
import { lookUpRefunds } from '../../shared/engine/look-up-refunds.ts';
import { prepareRequest } from '../../shared/engine/prepare-request.ts';
import { rankExamples } from '../../shared/engine/rank-examples.ts';
import { variableNames } from '../../shared/engine/resolve-variables.ts';
import { signRequest } from '../../shared/engine/sign-request.ts';
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { parseAmount } from '../../shared/model/amount.ts';
import type { Exchange } from '../../shared/model/exchange.ts';
import { noTimings, type Outcome } from '../../shared/model/outcome.ts';
import type { LookUp } from '../../shared/model/refund.ts';
import { Secret } from '../../shared/model/secret.ts';
import type { VariableScope, VariableValue } from '../../shared/model/variable.ts';
import { preparedTemplate } from '../shared/support/prepared-template.ts';
import { openTestWorkbench } from '../support/open-test-workbench.ts';

const vectorModules = import.meta.glob<ApiVectors>('../../shared/apis/*/vectors.ts', {
  eager: true,
  import: 'vectors',
});

/** The same suite for every folder of shared/apis: a new API is tested the moment it exists. */
describe.each(apis.map((api) => [api.id, api] as const))('%s', (id, api) => {
  const vectors = vectorModules[`../../shared/apis/${id}/vectors.ts`];
  if (vectors === undefined) throw new Error(`${id} has no vectors`);

  describe('definition', () => {
    it('has ids that are unique', () => {
      for (const list of [api.templates, api.operations, api.catalog]) {
        const ids = list.map((item) => item.id);
        expect(ids).toEqual([...new Set(ids)]);
      }
      expect(new Set(api.variables.map(({ name }) => name)).size).toBe(api.variables.length);
    });

    it('names its variables <id>.<camelCase>, the base URL first', () => {
      expect(api.variables[0]?.name).toBe(`${id}.baseUrl`);
      for (const { name } of api.variables) expect(name).toMatch(new RegExp(`^${id}\\.[a-z][A-Za-z0-9]*$`));
    });

    it('has a template "refund", and every template belongs to an operation', () => {
      expect(api.templates.map((template) => template.id)).toContain('refund');
      const operations = new Set(api.operations.map((operation) => operation.id));
      for (const template of api.templates) expect(operations).toContain(template.operation);
    });

    it('uses in its templates only variables that it declares', () => {
      const declared = new Set(api.variables.map(({ name }) => name));
      const session = /^\$(?:signature|session\.\w+)$/;
      for (const template of api.templates) {
        for (const name of variableNames(JSON.stringify(template)).filter((used) => !session.test(used))) {
          expect(declared, `${template.id} uses ${name}`).toContain(name);
        }
        for (const name of Object.keys(template.demo)) expect(declared).toContain(name);
      }
    });

    it('has a sandbox, docs and a catalog whose every entry says what to do and where it comes from', () => {
      expect(sandboxes.get(id)).toBeDefined();
      expect(api.docs.length).toBeGreaterThan(500);
      for (const entry of api.catalog) {
        expect(entry.id, entry.id).toMatch(/^[a-z\d]+(?:-[a-z\d]+)*$/);
        for (const text of [entry.title, entry.meaning, entry.remedy, entry.source.title]) {
          expect(text.trim(), entry.id).not.toBe('');
        }
      }
    });
  });

  if (vectors.signatures.length > 0) {
    describe('signing', () => {
      it.each(vectors.signatures.map((vector) => [vector.title, vector] as const))('%s', (_title, vector) => {
        expect(createHash('sha512').update(vector.base, 'utf8').digest('hex')).toBe(vector.result);
        const { trace, body } = signTemplate(api, vector.template, vector.variables);
        expect(trace?.result).toBe(vector.result);
        expect(trace?.baseBytes).toBe(Buffer.byteLength(vector.base));
        expect(body).toContain(vector.result);
      });
    });
  }

  describe('requests', () => {
    it.each(vectors.requests.map((vector) => [vector.title, vector] as const))('%s', (_title, vector) => {
      const request = signTemplate(api, vector.template, vector.variables);
      expect(request.method).toBe(vector.method);
      expect(request.url).toBe(vector.url);
      expect(request.headers).toEqual(vector.headers);
      expect(request.body).toBe(vector.body);
    });
  });

  describe('refunds that a request asks for', () => {
    it.each(api.templates.map((template) => [template.id, template] as const))(
      '%s asks for exactly those of its demo values, as they are written',
      (_id, template) => {
        const expected = (vectors.refunds[template.id] ?? []).map(
          ([transaction, amount, refundId = null]) => {
            return { transaction, amount, refundId };
          },
        );
        const request = preparedTemplate(api, template.id).parts;
        expect(api.readRefunds(template.operation, request)).toEqual(expected);
        for (const { amount } of expected) if (amount !== null) expect(parseAmount(amount).ok).toBe(true);
        const movesMoney = api.operations.find(
          (operation) => operation.id === template.operation,
        )?.movesMoney;
        if (movesMoney !== true) expect(expected).toEqual([]);
      },
    );

    it('is said for every template', () => {
      expect(Object.keys(vectors.refunds).toSorted()).toEqual(
        api.templates.map((template) => template.id).toSorted(),
      );
    });

    it('is told or empty, and never an error, whatever stands in the request', () => {
      const texts = fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.json(),
        fc.webQueryParameters(),
        requestTexts(),
      );
      fc.assert(
        fc.property(texts, fc.oneof(fc.webUrl(), fc.string()), (body, url) => {
          for (const operation of api.operations) {
            for (const refund of api.readRefunds(operation.id, { method: 'POST', url, headers: [], body })) {
              expect(typeof refund.transaction).toBe('string');
            }
          }
        }),
        { seed: 20_260_101, numRuns: 300 },
      );
    });

    it('has a rule about repeats that says where it comes from', () => {
      expect(api.repeatRule.text).toMatch(/^[A-Z].{20,}\.$/);
      expect(api.repeatRule.source.title.trim()).not.toBe('');
    });

    /** A template of the API on its demo values, with pieces cut out or put in. */
    function requestTexts(): fc.Arbitrary<string> {
      const bodies = api.templates.map(
        ({ id: template }) => preparedTemplate(api, template).parts.body ?? '',
      );
      return fc
        .tuple(fc.constantFrom(...bodies), fc.nat(), fc.nat(20), fc.string())
        .map(([body, at, length, piece]) => {
          const start = at % (body.length + 1);
          return body.slice(0, start) + piece + body.slice(start + length);
        });
    }
  });

  describe('answers', () => {
    it.each(vectors.answers.map((vector) => [vector.title, vector] as const))('%s', (_title, vector) => {
      const explanation =
        vector.status === null
          ? explainText(api, vector.body, null)
          : explainOutcome(api, response(vector.status, vector.body), {
              operation: vector.operation,
              request: null,
            });
      expect(explanation.verdict).toBe(vector.verdict);
      expect(explanation.entries[0] ?? null).toBe(vector.entry);
      if (vector.entry !== null) expect(explanation.equallyGood).toBe(vector.equallyGood ?? 1);
    });

    it.each([
      ['an HTML page with status 200', '<!doctype html><html><body>OK</body></html>'],
      ['an empty body', ''],
      ['plain text', 'Success'],
      ['JSON that is cut off', '{"success": 1, "status'],
      ['XML with text after the root', '<response code="0"/>Success'],
      ['an empty object', '{}'],
      ['an empty element', '<a/>'],
      ['a JSON text', '"OK"'],
      ['null', 'null'],
      ['a list', '[]'],
    ])('%s with HTTP 200 never looks like success', (_title, body) => {
      for (const operation of api.operations) {
        const explanation = explainOutcome(api, response(200, body), {
          operation: operation.id,
          request: null,
        });
        expect(explanation.verdict).toBe('unknown');
      }
    });
  });

  describe('examples of the document', () => {
    it('has requests and answers, each with an id of its own and where it comes from', () => {
      const ids = api.examples.map((example) => example.id);
      expect(ids).toEqual([...new Set(ids)]);
      expect(new Set(api.examples.map(({ kind }) => kind))).toEqual(new Set(['request', 'answer']));
      const operations = new Set(api.operations.map((operation) => operation.id));
      for (const example of api.examples) {
        expect(example.id).toMatch(/^[a-z\d]+(?:-[a-z\d]+)*$/);
        expect(operations, example.id).toContain(example.operation);
        expect(example.source.title, example.id).toBe(api.document);
      }
    });

    describe.each(api.examples.map((example) => [example.id, example] as const))(
      '%s',
      (_example, example) => {
        const read = readBodyNode(example.text, example.format === 'form');
        const found = read === null ? new Map<string, BodyNode>() : nodesByPath(read.root);

        it('is well-formed, of the format it says', () => {
          expect(read?.format.toLowerCase()).toBe(example.format);
        });

        it('says of every slip where it is, and of what is not printed where it belongs', () => {
          for (const { path, slip, part, reason } of example.defects) {
            expect(reason, path).toMatch(/^[\p{Lu}\p{Ll}].{15,}\.$/u);
            expect(found.has(path), path).toBe(slip !== 'absent');
            if (slip === 'absent') expect(found.has(path.replace(/[./]?[^./]+$/, '')), path).toBe(true);
            if (part !== undefined) expect(found.get(path)?.text, path).toContain(part);
          }
        });

        it('says which values are its own', () => {
          for (const { path, part = '' } of example.sampleValues) {
            expect(found.get(path)?.text, path).toContain(part);
            expect(found.get(path)?.groups.size, path).toBe(0);
          }
        });

        it('is mended where it was not well-formed as printed, and only there', () => {
          const printed = example.printed ?? example.text;
          const isReadable = readBodyNode(printed, false) !== null;
          expect(example.printed !== undefined).toBe(example.defects.some(({ slip }) => slip === 'mended'));
          if (example.format !== 'form') expect(isReadable).toBe(example.printed === undefined);
        });

        if (example.kind === 'answer') {
          it('means what the vectors say of it', () => {
            const vector = vectors.answers.find(
              ({ body, status, operation }) =>
                body === example.text &&
                operation === example.operation &&
                (example.status === null || status === example.status),
            );
            const { verdict, entries } = explainExample(api, example);
            expect({ verdict, entry: entries[0] ?? null }).toEqual({
              verdict: vector?.verdict,
              entry: vector?.entry,
            });
          });
        }
      },
    );

    it('the sandbox answers the refund as the document prints it, but for what is marked', async () => {
      const exchange = await openTestWorkbench().send(id, 'refund');
      const [nearest] = rankExamples(api, exchange);
      if (nearest === undefined) throw new Error(`${id} has no example of a refund`);
      expect(explainExample(api, nearest).entries[0]).toBe(exchange.explanation?.entries[0]);
      const { sections } = compareWithExample(api, exchange, nearest);
      expect(sections.flatMap(({ differences }) => differences).filter(({ mark }) => mark === null)).toEqual(
        [],
      );
    });
  });

  it('reads look-ups, or none, out of any answer that is well-formed', () => {
    const bodies = fc.oneof(fc.json(), fc.constantFrom(...vectors.answers.map(({ body }) => body)));
    fc.assert(
      fc.property(bodies, fc.constantFrom(200, 400, 500), (text, status) => {
        for (const { id: operation, movesMoney } of api.operations) {
          const found = lookUpRefunds(api, response(status, text), { operation, request: null });
          if (movesMoney || status !== 200) expect(found).toEqual([]);
        }
      }),
      { seed: 20_260_101, numRuns: 300 },
    );
  });

  describe('journeys on the real sandbox', () => {
    it.each(vectors.journeys.map((journey) => [journey.title, journey] as const))(
      '%s',
      async (_title, journey) => {
        const workbench = openTestWorkbench();
        for (const [index, step] of journey.steps.entries()) {
          const where = `step ${index + 1}, ${step.template}`;
          const exchange = await workbench.send(id, step.template, step.set ?? {});
          const outcome = (exchange.main ?? exchange.login.at(-1))?.outcome;
          const got = {
            status: outcome?.kind === 'response' ? outcome.status : null,
            verdict: exchange.explanation?.verdict,
            entry: exchange.explanation?.entries[0] ?? null,
          };
          expect(got, where).toEqual({ status: step.status, verdict: step.verdict, entry: step.entry });
          const body = outcome?.kind === 'response' ? outcome.body.text : null;
          if (step.body !== undefined) expect(body, where).toBe(step.body);
        }
      },
    );

    it('every follow-up proves what became of its refund, or says that it cannot', async () => {
      const proved: Record<string, string | null> = {};
      for (const template of api.templates) {
        const workbench = openTestWorkbench();
        const { main } = await workbench.send(id, template.id);
        const followUp = main === null ? null : api.followUp(main.request);
        if (main === null || followUp === null) continue;
        const [refund] = api.readRefunds(template.operation, main.request);
        const exchange = await workbench.send(id, followUp.template, followUp.values);
        const found = lookUpsOf(api, followUp.template, exchange).filter(
          ({ transaction, refundId }) =>
            transaction === refund?.transaction && (refundId === null || refundId === refund.refundId),
        );
        expect(found.length, template.id).toBeLessThanOrEqual(1);
        proved[template.id] = found[0]?.state ?? null;
      }
      expect(proved).toEqual(vectors.followUps);
    });

    it('every refund of an answer in items is tied to its item, in its place and by its id', async () => {
      for (const template of api.templates) {
        const { main, explanation } = await openTestWorkbench().send(id, template.id);
        const items = explanation?.items ?? [];
        if (main === null || items.length === 0) continue;
        const refunds = api.readRefunds(template.operation, main.request);
        expect(items.map(({ asked }) => asked)).toEqual(refunds.map(({ transaction }) => transaction));
      }
    });

    it('every template gets an answer that its catalog explains on a fresh ledger', async () => {
      for (const template of api.templates) {
        const workbench = openTestWorkbench();
        const exchange = await workbench.send(id, template.id);
        expect(exchange.explanation?.entries, template.id).not.toEqual([]);
        expect(exchange.explanation?.verdict, template.id).not.toBe('unknown');
        expect(exchange.warnings, template.id).toEqual([]);
      }
    });
  });
});

function nodesByPath(node: BodyNode): ReadonlyMap<string, BodyNode> {
  const inner = [...node.groups.values()].flat().flatMap((child) => [...nodesByPath(child)]);
  return new Map([[node.path, node], ...inner]);
}

function lookUpsOf(api: ApiDefinition, templateId: string, { main }: Exchange): readonly LookUp[] {
  const operation = api.templates.find((template) => template.id === templateId)?.operation ?? null;
  if (main?.outcome === undefined || main.outcome === null) return [];
  return lookUpRefunds(api, main.outcome, { operation, request: main.request });
}

function signTemplate(
  api: ApiDefinition,
  templateId: string,
  variables: Readonly<Record<string, string>>,
): ReturnType<typeof requestOf> {
  const template = api.templates.find((candidate) => candidate.id === templateId);
  if (template === undefined) throw new Error(`${api.id} has no template ${templateId}`);
  return requestOf(api, template.operation, draftFromTemplate(api, template), scopeOf(api, variables));
}

function requestOf(
  api: ApiDefinition,
  operationId: string,
  draft: ReturnType<typeof draftFromTemplate>,
  scope: VariableScope,
) {
  const operation = api.operations.find((candidate) => candidate.id === operationId) ?? null;
  const prepared = prepareRequest(draft, scope);
  if (!prepared.ok) throw new Error(prepared.error.map(({ message }) => message).join(' '));
  const signed = signRequest(prepared.value, operation, scope, nodeCrypto);
  if (!signed.ok) throw new Error(signed.error.map(({ message }) => message).join(' '));
  return { ...signed.value.request, trace: signed.value.trace };
}

function scopeOf(api: ApiDefinition, variables: Readonly<Record<string, string>>): VariableScope {
  const isSecret = (name: string): boolean =>
    api.variables.find((spec) => spec.name === name)?.secret === true;
  return new Map(
    Object.entries(variables).map(([name, text]): [string, VariableValue] => [
      name,
      isSecret(name)
        ? { secret: true, origin: 'environment', value: new Secret(text) }
        : { secret: false, origin: 'environment', text },
    ]),
  );
}

function response(status: number, text: string): Outcome {
  return {
    kind: 'response',
    status,
    statusText: '',
    headers: [],
    body: { text, bytes: Buffer.byteLength(text), charset: 'utf-8', base64: null, truncated: false },
    timings: noTimings,
  };
}
