import type { Answer, Reading } from '../../../shared/definition/answer.ts';
import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import type { CatalogEntry } from '../../../shared/definition/catalog-entry.ts';
import type { Operation } from '../../../shared/definition/operation.ts';
import { memberText } from '../../../shared/formats/json.ts';
import { xmlAttribute } from '../../../shared/formats/xml.ts';
import { documented } from '../../../shared/model/source.ts';

const source = documented('Demo manual');

/** A catalog entry; what is not given is harmless. */
export function entryOf(entry: Partial<CatalogEntry> & Pick<CatalogEntry, 'id'>): CatalogEntry {
  return {
    status: [],
    code: null,
    message: null,
    title: `title of ${entry.id}`,
    verdict: 'refused',
    meaning: `meaning of ${entry.id}`,
    remedy: `remedy of ${entry.id}`,
    resend: 'after-fix',
    source,
    concerns: 'this call',
    ...entry,
  };
}

const operation: Operation = {
  id: 'refund',
  title: 'Refund',
  method: 'POST',
  path: '/refund',
  movesMoney: true,
  body: { format: 'none' },
  source,
};

/** An API that belongs to nobody: JSON or XML with a code and a message, the code `0` is a success. */
export function demoApi(changes: Partial<ApiDefinition> = {}): ApiDefinition {
  return {
    id: 'demo',
    title: 'Demo Pay',
    displayOrder: 0,
    vendor: 'Demo',
    summary: '',
    document: 'Demo manual',
    docs: '',
    variables: [],
    presets: [],
    authentication: { kind: 'direct', note: '' },
    operations: [operation, { ...operation, id: 'status', title: 'Status', movesMoney: false }],
    templates: [],
    catalog: [],
    errata: [],
    examples: [],
    unknownAdvice: { text: 'Ask for the status first.', resend: 'after-status' },
    readAnswer,
    describeEffect: () => ({ sentences: [], cautions: [] }),
    readRefunds: () => [],
    readLookUps: () => [],
    repeatRule: { text: 'A repeat is refused.', sameAmountSeconds: null, source },
    followUp: () => null,
    ...changes,
  };
}

function readAnswer({ body }: Answer): Reading {
  const read = (name: string): string | null =>
    body.kind === 'json' ? memberText(body.root, name) : xmlAttribute(body.root, name);
  const code = read('code');
  const message = read('message');
  if (code === null && message === null) return { verdict: 'unknown', findings: [] };
  return { verdict: code === '0' ? 'accepted' : 'refused', findings: [{ code, message }] };
}
