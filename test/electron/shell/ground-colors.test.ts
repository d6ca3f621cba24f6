import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

import { groundColors } from '../../../electron/shell/ground-colors.ts';

const tokens = readFileSync(
  join(import.meta.dirname, '..', '..', '..', 'renderer', 'styles', 'tokens.css'),
  'utf8',
);

it.each(Object.entries(groundColors))(
  'the window of %s has the ground that its page paints',
  (theme, color) => {
    const palette = tokens.slice(tokens.indexOf(`:root[data-theme='${theme}']`));
    expect(/--ground: (\S+);/.exec(palette)?.[1]).toBe(color);
  },
);
