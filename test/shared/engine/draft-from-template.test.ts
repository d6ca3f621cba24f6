import { describe, expect, it } from 'vitest';

import type { RequestTemplate } from '../../../shared/definition/request-template.ts';
import { draftFromTemplate } from '../../../shared/engine/draft-from-template.ts';
import { demoApi } from '../support/demo-api.ts';
import { jsonBody, xmlForm } from '../support/prepared.ts';

const template: RequestTemplate = {
  id: 'refund',
  title: 'Refund',
  summary: '',
  operation: 'refund',
  url: '{{demo.baseUrl}}/refund/{{demo.id}}',
  headers: [['X-Id', '{{demo.id}}']],
  body: jsonBody('{"id": {{demo.id}}, "again": "{{demo.id}}", "name": "{{demo.idName}}"}'),
  demo: { 'demo.id': '7' },
};

describe('a fresh draft', () => {
  it('is the template with its variables still open; demo values are not in it', () => {
    expect(draftFromTemplate(demoApi(), template)).toEqual({
      api: 'demo',
      template: 'refund',
      operation: 'refund',
      method: 'POST',
      url: template.url,
      headers: template.headers,
      body: template.body,
    });
  });

  it('has the method of its operation', () => {
    const api = demoApi();
    const operations = api.operations.map((operation) => ({ ...operation, method: 'GET' as const }));
    expect(draftFromTemplate({ ...api, operations }, template).method).toBe('GET');
  });

  it('has given values in every part, each wherever it stands, and only those', () => {
    const draft = draftFromTemplate(demoApi(), template, { 'demo.id': '403993715529606983' });
    expect(draft.url).toBe('{{demo.baseUrl}}/refund/403993715529606983');
    expect(draft.headers).toEqual([['X-Id', '403993715529606983']]);
    expect(draft.body).toEqual(
      jsonBody('{"id": 403993715529606983, "again": "403993715529606983", "name": "{{demo.idName}}"}'),
    );
  });

  it('has given values in the fields of a form', () => {
    const form = { ...template, body: xmlForm('<id>{{demo.id}}</id>', { id: '{{demo.id}}' }) };
    const draft = draftFromTemplate(demoApi(), form, { 'demo.id': '7' });
    expect(draft.body).toEqual(xmlForm('<id>7</id>', { id: '7' }));
  });

  it('may have no body', () => {
    const draft = draftFromTemplate(demoApi(), { ...template, body: { kind: 'none' } }, { 'demo.id': '7' });
    expect(draft.body).toEqual({ kind: 'none' });
  });
});
