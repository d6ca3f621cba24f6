import { resolve } from 'node:path';

import { longestSnapshot } from '../../../../shared/contract/sandbox-schemas.ts';
import type { Problem } from '../../../../shared/model/problem.ts';
import { ok, type Result } from '../../../../shared/model/result.ts';
import { didYouMean } from '../../closest.ts';
import { readGivenText } from '../../read-given-text.ts';
import type { Verb, VerbInput } from '../../verb.ts';
import { writeOut } from '../../write-out.ts';
import { portOption } from './open-sandbox.ts';
import { wrongWords } from './wrong-words.ts';

/** Saves all of the sandbox to a file, or takes over such a file, or a seed in JSON or YAML that somebody wrote. */
export const takeSnapshot: Verb = {
  usage: 'sandbox snapshot save FILE [--force] | snapshot load <file or -> [--json]',
  options: { ...portOption, force: { type: 'boolean' } },
  words: { min: 2, max: 2 },
  run: async (input) => {
    const [verb = '', path = ''] = input.args.positionals;
    if (verb === 'save') return save(path, input);
    if (verb === 'load') return load(path, input);
    const message = `There is no "sandbox snapshot ${verb}".${didYouMean(verb, ['save', 'load'])}`;
    return wrongWords(message, takeSnapshot.usage);
  },
};

async function save(path: string, { workbench, args, json }: VerbInput): Promise<Result<string, Problem>> {
  const text = await workbench.handlers['sandbox.snapshot'](null);
  if (!text.ok) return text;
  const file = resolve(path);
  const written = writeOut(file, text.value, { what: 'snapshot', replace: args.flag('force') });
  if (!written.ok) return written;
  return ok(json ? `${JSON.stringify({ file })}\n` : `The snapshot is in ${file}.\n`);
}

async function load(path: string, { workbench, json }: VerbInput): Promise<Result<string, Problem>> {
  const text = readGivenText(path, {
    what: 'snapshot',
    longest: longestSnapshot,
    remedy: 'Name a file of "sandbox snapshot save", or a seed in JSON or YAML.',
  });
  if (!text.ok) return text;
  const loaded = await workbench.handlers['sandbox.change']({ kind: 'load', text: text.value });
  if (!loaded.ok) return loaded;
  return ok(json ? '{"loaded":true}\n' : 'The sandbox is as the file says.\n');
}
