import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { csvWriter } from '../../../electron/adapters/csv-writer.ts';

it('always writes what reads back as the same cells', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom('0.10', '00123', '403993715529606983', 'a\rb', 'a\nb', '"', ',', ' x ', "=1+1"),
  );
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 5 }).chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }),
      ),
      (lines) => {
        const text = csvWriter.write(lines);
        expect(parse(text, { record_delimiter: '\r\n' })).toEqual(lines);
      },
    ),
  );
});
