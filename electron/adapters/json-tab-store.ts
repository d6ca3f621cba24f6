import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

import { fileSchemas } from '../../shared/contract/schemas.ts';
import { fail, ok } from '../../shared/model/result.ts';
import type { Tabs } from '../../shared/model/tab.ts';
import type { TabStore } from '../../shared/ports/tab-store.ts';
import { writeFileAtomic } from './atomic-file.ts';
import { setAside } from './set-aside.ts';
import { storageProblem } from './storage-problem.ts';

const none: Tabs = { tabs: [], active: null };

/** Open tabs in `tabs.json` of the data folder; amounts and ids stand in it as text. */
export function createJsonTabStore(dataDirectory: string): TabStore {
  const path = join(dataDirectory, 'tabs.json');
  return {
    load: () => {
      const text = read(path);
      if (text === null) return none;
      const parsed = v.safeParse(fileSchemas.tabs, parseJsonFile(text));
      if (parsed.success) return parsed.output;
      setAside(path);
      return none;
    },
    save: (tabs) => {
      try {
        writeFileAtomic(path, `${JSON.stringify(tabs, null, 2)}\n`);
        return ok(null);
      } catch (error) {
        return fail(storageProblem('The open tabs cannot be saved', path, error));
      }
    },
  };
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function parseJsonFile(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
