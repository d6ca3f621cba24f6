import { describe, expect, it } from 'vitest';

import { apis } from '../../../shared/apis/registry.ts';
import { draftFromScenario } from '../../../shared/engine/draft-from-scenario.ts';
import { draftFromTemplate } from '../../../shared/engine/draft-from-template.ts';

describe.each(apis.map((api) => [api.id, api] as const))('a draft of a scenario of %s', (_id, api) => {
  it('is the draft of its template, with the header at its end', () => {
    for (const template of api.templates) {
      const plain = draftFromTemplate(api, template);
      expect(draftFromScenario(api, template, { id: 'some-entry' })).toEqual({
        ...plain,
        headers: [...plain.headers, ['X-Sandbox-Scenario', 'some-entry']],
      });
    }
  });

  it('holds its own values in place of variables, and what it edits', () => {
    const [template] = api.templates;
    const name = `${api.id}.baseUrl`;
    if (template === undefined) throw new Error('There is no template');
    const draft = draftFromScenario(api, template, {
      id: 'some-entry',
      values: { [name]: 'https://example.com' },
      edit: (given) => ({ ...given, method: 'PUT' }),
    });
    expect(draft.url).toMatch(/^https:\/\/example\.com\//);
    expect(draft.method).toBe('PUT');
  });
});
