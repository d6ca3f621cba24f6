import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

import { fileSchemas } from '../../shared/contract/schemas.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
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
      const read = readTabs(path);
      return read.ok ? { ...read.value, problem: null } : { ...none, problem: keepDamaged(path, read.error) };
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

function readTabs(path: string): Result<Tabs, string> {
  try {
    const parsed = v.safeParse(fileSchemas.tabs, JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? ok(parsed.output) : fail('it does not hold what this workbench writes');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? ok(none) : fail(message);
  }
}

/** The next save would replace the file, so it is moved out of the way first. */
function keepDamaged(path: string, reason: string): Problem {
  const problem = (what: string): Problem => ({
    code: 'storage',
    message: `The tabs of the last time cannot be read (${path}): ${reason}.`,
    remedy: what,
  });
  try {
    return problem(`The file was kept as ${setAside(path)}; nothing in it is lost. The tabs start empty.`);
  } catch {
    return problem('Move the file away; the tabs start empty.');
  }
}
