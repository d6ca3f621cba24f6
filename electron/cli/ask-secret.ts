import { createInterface, type Interface } from 'node:readline';

import type { Problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';

/** Where a command gets what must not stand in its arguments. */
export type SecretInput = {
  /** One secret: from the terminal without echo, else the next line of standard input. */
  readonly ask: (label: string) => Promise<Result<string, Problem>>;
  /** Everything that comes, without the line break at its end; from a terminal, one line. */
  readonly askAll: (label: string) => Promise<Result<string, Problem>>;
  readonly close: () => void;
};

/** Reads secrets from standard input. Labels go to standard error, so that the output stays clean. */
export function openSecretInput(): SecretInput {
  if (process.stdin.isTTY) {
    return { ask: askTerminal, askAll: askTerminal, close: () => undefined };
  }
  let lines: { readonly reader: Interface; readonly next: AsyncIterator<string> } | null = null;
  return {
    ask: async (label) => {
      if (lines === null) {
        const reader = createInterface({ input: process.stdin });
        lines = { reader, next: reader[Symbol.asyncIterator]() };
      }
      const line = await lines.next.next();
      return line.done === true || line.value === '' ? fail(nothingGiven(label)) : ok(line.value);
    },
    askAll: async (label) => {
      let text = '';
      process.stdin.setEncoding('utf8');
      for await (const chunk of process.stdin) text += String(chunk);
      const value = text.replace(/\r?\n$/, '');
      return value === '' ? fail(nothingGiven(label)) : ok(value);
    },
    close: () => lines?.reader.close(),
  };
}

const controlC = '\u0003';
const controlD = '\u0004';
const erase = new Set(['\u007F', '\b']);

/** Types nothing back. Ctrl+C and Ctrl+D give up. */
async function askTerminal(label: string): Promise<Result<string, Problem>> {
  const { stdin, stderr } = process;
  stderr.write(`${label}: `);
  stdin.setRawMode(true).setEncoding('utf8').resume();
  const typed = await new Promise<string | null>((resolve) => {
    const characters: string[] = [];
    const read = (chunk: string): void => {
      for (const character of chunk) {
        if (character === '\r' || character === '\n') return end(characters.join(''));
        if (character === controlC || character === controlD) return end(null);
        if (erase.has(character)) characters.pop();
        else characters.push(character);
      }
    };
    const end = (value: string | null): void => {
      stdin.off('data', read);
      resolve(value);
    };
    stdin.on('data', read);
  });
  stdin.setRawMode(false).pause();
  stderr.write('\n');
  return typed === null || typed === '' ? fail(nothingGiven(label)) : ok(typed);
}

function nothingGiven(label: string): Problem {
  return {
    code: 'bad-input',
    message: `${label}: nothing was given.`,
    remedy: 'Type it when it is asked for, or give it on standard input.',
  };
}
