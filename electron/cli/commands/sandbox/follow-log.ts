import { setTimeout as wait } from 'node:timers/promises';

import type { Handlers } from '../../../../shared/contract/commands.ts';
import type { Problem } from '../../../../shared/model/problem.ts';
import { ok, type Result } from '../../../../shared/model/result.ts';
import type { SandboxLogEntry } from '../../../../shared/model/sandbox.ts';
import { exitCodes } from '../../exit-codes.ts';
import { formatLogEntry } from '../../reporters/sandbox-log-text.ts';
import { untilStopped } from '../../until-stopped.ts';
import type { VerbInput } from '../../verb.ts';

/** Milliseconds between two looks: the requests come to another program. */
const pause = 250;
const pageSize = 500;

/** Writes the last `limit` requests and then each that comes, until stopped; with `--json` one object a line. */
export async function followLog(
  { workbench: { handlers }, json, context }: VerbInput,
  limit: number,
): Promise<Result<number, Problem>> {
  const ending = new AbortController();
  const end = (): void => ending.abort();
  void untilStopped().then(end);
  // Whoever read has gone away.
  process.stdout.once('error', end);
  let last: number | null = null;
  while (!ending.signal.aborted) {
    const entries = await readSince(handlers, last, limit);
    if (!entries.ok) return entries;
    for (const entry of entries.value)
      context.out(json ? `${JSON.stringify(entry)}\n` : formatLogEntry(entry));
    last = entries.value.at(-1)?.number ?? last ?? 0;
    await wait(pause, null, { signal: ending.signal }).catch(() => null);
  }
  return ok(exitCodes.ok);
}

/** What came after the entry of that number, oldest first; `null` is the last `limit` of all. */
async function readSince(
  handlers: Handlers,
  last: number | null,
  limit: number,
): Promise<Result<readonly SandboxLogEntry[], Problem>> {
  const found: SandboxLogEntry[] = [];
  for (;;) {
    const before: number | null = found.at(-1)?.number ?? null;
    const page = await handlers['sandbox.log']({ before, limit: last === null ? limit : pageSize });
    if (!page.ok) return page;
    const fresh = page.value.filter(({ number }) => last === null || number > last);
    found.push(...fresh);
    if (last === null || fresh.length < pageSize) return ok(found.toReversed());
  }
}
