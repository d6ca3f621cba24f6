import { apis } from '../../shared/apis/registry.ts';
import type { ImportApplied } from '../../shared/contract/collection-commands.ts';
import { parseContent, parseEnvironment, parseExpectation } from '../../shared/contract/parse-import.ts';
import { type GivenFile, readImport } from '../../shared/engine/transfer/read-import.ts';
import type { Environment } from '../../shared/model/environment.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { ImportPreview } from '../../shared/model/transfer.ts';
import { createCollection } from './collections.ts';
import { listEnvironments, saveEnvironment } from './environments.ts';
import type { Ports } from './ports.ts';

type ImportPorts = Pick<Ports, 'collections' | 'environments' | 'secrets'>;

/** What a file holds that could be imported, within the limits of what can be kept; nothing is written. */
export async function readFile(file: GivenFile): Promise<Result<ImportPreview, Problem>> {
  const { parseBru } = await import('../../shared/formats/bru.ts');
  const preview = readImport(file, { apis, parseBru, parseExpectation });
  if (!preview.ok) return preview;
  for (const content of preview.value.collections) {
    const kept = parseContent(content);
    if (!kept.ok) return tooMuch(content.name, kept.error);
  }
  for (const environment of preview.value.environments) {
    const kept = parseEnvironment(environment);
    if (!kept.ok) return tooMuch(environment.name, kept.error);
  }
  return preview;
}

/** Writes what a file holds: all of it, or where anything fails nothing. */
export async function applyFile(
  file: GivenFile,
  ports: ImportPorts,
): Promise<Result<Omit<ImportApplied, 'overview'>, Problem>> {
  const preview = await readFile(file);
  if (!preview.ok) return preview;
  const { environments, requests, remarks } = preview.value;
  const [first] = remarks;
  if (requests === 0 && environments.length === 0 && first !== undefined) {
    return fail({
      code: 'bad-import',
      message: `Nothing in ${file.name} can be taken over. ${first.place === '' ? '' : `${first.place}: `}${first.text}`,
      remedy: 'Choose a file with requests to one of the refund APIs.',
    });
  }
  const written = await writeImport(preview.value, ports);
  return written.ok ? ok({ preview: preview.value, ...written.value }) : written;
}

/** Writes what was read and gives the ids; where anything fails, what was written before is taken back. */
export async function writeImport(
  { collections, environments }: Pick<ImportPreview, 'collections' | 'environments'>,
  ports: ImportPorts,
): Promise<Result<Pick<ImportApplied, 'collections' | 'environments'>, Problem>> {
  const undo: (() => void)[] = [];
  const takeBack = (problem: Problem): Result<never, Problem> => {
    undo.toReversed().forEach((step) => step());
    return fail({ ...problem, message: `${problem.message} Nothing was imported.` });
  };
  const written: string[] = [];
  for (const environment of environments) {
    const free = withFreeName(environment, ports);
    const saved = saveEnvironment(ports.environments, free, null);
    if (!saved.ok) return takeBack(saved.error);
    written.push(free.id);
    undo.push(() => {
      ports.environments.remove(free.id);
      ports.environments.forgetCopies(free.id);
    });
  }
  const created: string[] = [];
  for (const content of collections) {
    const made = await createCollection(content, ports);
    if (!made.ok) return takeBack(made.error);
    created.push(made.value.path);
    undo.push(() => ports.collections.undo(made.value.undo));
  }
  return ok({ collections: created, environments: written });
}

function tooMuch(name: string, reason: string): Result<never, Problem> {
  return fail({
    code: 'bad-import',
    message: `${name} cannot be kept as it is: ${reason}`,
    remedy: 'Change it where it comes from and export it once more; nothing was imported.',
  });
}

/** An environment under a name and an id that nobody has yet. */
function withFreeName(environment: Environment, { environments }: ImportPorts): Environment {
  const { environments: present, unreadable } = listEnvironments(environments);
  const names = new Set(present.map(({ name }) => name.trim().toLowerCase()));
  const ids = new Set([...present, ...unreadable].map(({ id }) => id.toLowerCase()));
  let candidate = environment;
  for (let number = 2; names.has(candidate.name.toLowerCase()) || ids.has(candidate.id); number += 1) {
    candidate = { ...environment, id: `${environment.id}-${number}`, name: `${environment.name} ${number}` };
  }
  return candidate;
}
