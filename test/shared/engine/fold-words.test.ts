import { expect, it } from 'vitest';

import { foldWords } from '../../../shared/engine/fold-words.ts';

it.each([
  ['Müller MULLER mu\u0308ller', ['muller', 'muller', 'muller']],
  ['İstanbul', ['istanbul']],
  ['ΟΔΟΣ οδος', ['οδοσ', 'οδοσ']],
  ['返金 Ａ１', ['返金', 'a1']],
  ['{"payu_id": 00123.50}', ['payu', 'id', '00123', '50']],
  ['a😀b \ud800 --', ['a', 'b']],
  ['', []],
])('%j has the words %j', (text, words) => {
  expect(foldWords(text)).toEqual(words);
});
