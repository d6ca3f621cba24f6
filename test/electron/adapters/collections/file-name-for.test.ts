import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import {
  fileNameFor,
  freeFileName,
  isNamedAfter,
} from '../../../../electron/adapters/collections/file-name-for.ts';

it('any name gives a file name that every system takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
      const file = fileNameFor(name, 'request');
      expect(file).toMatch(/^[a-z\d](?:[a-z\d-]{0,60}[a-z\d])?$/);
      expect(file).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d|collection|folder)$/);
      expect(isNamedAfter(file, name, 'request')).toBe(true);
    }),
    { seed: 3, numRuns: 500 },
  );
});

it('takes the first name that nobody has, whatever the capitals', () => {
  expect(freeFileName('in-full', new Set())).toBe('in-full');
  expect(freeFileName('In-Full', new Set(['in-full', 'in-full-2']))).toBe('In-Full-3');
});

it('knows a file that was named after something from one that a person named', () => {
  expect(isNamedAfter('in-full-12', 'In full', 'request')).toBe(true);
  expect(isNamedAfter('in-full-copy', 'In full', 'request')).toBe(false);
  expect(isNamedAfter('01-in-full', 'In full', 'request')).toBe(false);
});
