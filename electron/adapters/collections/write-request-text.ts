import { needsExpected } from '../../../shared/engine/describe-check.ts';
import type { Capture, Check, CheckSubject } from '../../../shared/model/check.ts';
import type { CollectionRequest } from '../../../shared/model/collection.ts';
import type { DraftBody } from '../../../shared/model/request-draft.ts';
import { fileVersion } from '../read-versioned-yaml.ts';
import { writeYamlText, type YamlEntries, type YamlStyle, type YamlValue } from '../write-yaml-text.ts';
import { requestKeys } from './request-keys.ts';

const style: YamlStyle = {
  keys: requestKeys,
  bare: ['api', 'template', 'operation', 'method', 'kind', 'language', 'of', 'into', 'field'],
  ordered: [],
};

/**
 * The text of a request file. Where there was one before, it is changed only where the request differs, so that
 * comments, a person's own keys and their order stay.
 */
export function writeRequestText(request: CollectionRequest, before: string | null): string {
  return writeYamlText(toEntries(request), before, style);
}

function toEntries({ name, notes, draft, checks, captures }: CollectionRequest): YamlEntries {
  return new Map<string, YamlValue>([
    ['version', fileVersion],
    ['name', name],
    ...(notes === '' ? [] : [['notes', notes] as const]),
    ['api', draft.api],
    ...(draft.template === null ? [] : [['template', draft.template] as const]),
    ['operation', draft.operation],
    ['method', draft.method],
    ['url', draft.url],
    ...listUnlessEmpty(
      'headers',
      draft.headers.map(([header, value]) => new Map([[header, value]])),
    ),
    ...(draft.body.kind === 'none' ? [] : [['body', bodyEntries(draft.body)] as const]),
    ...listUnlessEmpty('checks', checks.map(checkEntries)),
    ...listUnlessEmpty('captures', captures.map(captureEntries)),
  ]);
}

function listUnlessEmpty(key: string, list: readonly YamlValue[]): readonly (readonly [string, YamlValue])[] {
  return list.length === 0 ? [] : [[key, list]];
}

function bodyEntries(body: Exclude<DraftBody, { readonly kind: 'none' }>): YamlEntries {
  if (body.kind === 'text') {
    return new Map([
      ['kind', body.language],
      ['text', body.text],
    ]);
  }
  const { fields, main } = body;
  return new Map<string, YamlValue>([
    ['kind', 'form'],
    ['fields', fields.map(({ name, value }) => new Map([[name, value]]))],
    ...(main === null
      ? []
      : [
          [
            'main',
            new Map([
              ['field', main.field],
              ['language', main.language],
            ]),
          ] as const,
        ]),
  ]);
}

function checkEntries({ subject, operator, expected }: Check): YamlEntries {
  return new Map([...subjectEntries(subject), [operator, needsExpected(operator) ? expected : 'true']]);
}

function captureEntries({ subject, variable }: Capture): YamlEntries {
  return new Map([...subjectEntries(subject), ['into', variable]]);
}

function subjectEntries(subject: CheckSubject): readonly (readonly [string, YamlValue])[] {
  switch (subject.of) {
    case 'header':
      return [
        ['of', subject.of],
        ['name', subject.name],
      ];
    case 'json':
      return [
        ['of', subject.of],
        ['path', subject.path],
      ];
    case 'xml': {
      const namespaces = Object.entries(subject.namespaces);
      return [
        ['of', subject.of],
        ['path', subject.path],
        ...(namespaces.length === 0 ? [] : [['namespaces', new Map(namespaces)] as const]),
      ];
    }
    default:
      return [['of', subject.of]];
  }
}
