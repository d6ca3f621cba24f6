import { expect, it } from 'vitest';

import { assumption, documented, publicPage } from '../../../shared/model/source.ts';

it('a source says where a fact comes from, and is certain only where somebody stated it', () => {
  expect(documented('Manual')).toEqual({ origin: 'document', title: 'Manual', confidence: 'certain' });
  expect(publicPage('Page', 'likely')).toEqual({ origin: 'public', title: 'Page', confidence: 'likely' });
  expect(assumption('our choice')).toEqual({
    origin: 'assumption',
    title: 'our choice',
    confidence: 'guess',
  });
});
