import { stringify } from 'csv-stringify/sync';

import type { CsvWriter } from '../../shared/ports/csv-writer.ts';

/** CSV as RFC 4180 has it. A line break alone is quoted, too: by itself the library does so only for the one it writes. */
export const csvWriter: CsvWriter = {
  write: (lines) =>
    stringify(
      lines.map((cells) => [...cells]),
      { record_delimiter: '\r\n', quoted_match: /[\r\n]/ },
    ),
};
