import type { EnvironmentVariable } from '../model/environment.ts';
import type { VariableSpec } from '../model/variable.ts';

/** Words that name a secret, as whole words of a variable's name. */
const tellingWords = new Set(['password', 'passwd', 'passphrase', 'secret', 'token', 'key', 'credential']);

/** Shortest text without a blank that may be a token, in characters. */
const shortestToken = 20;

/** Bits a character from which a text looks drawn by lot; words and numbers of people have fewer. */
const randomness = 3.5;

/**
 * Names of the plain variables that hold, or look like they hold, a secret. What an API declares decides about the name;
 * a value can give itself away anywhere but in a URL.
 */
export function suspectSecrets(
  variables: readonly EnvironmentVariable[],
  specs: readonly VariableSpec[],
): readonly string[] {
  return variables
    .filter(({ name, value }) => {
      // A reference to another variable holds nothing itself.
      if (value === '' || value.includes('{{')) return false;
      const spec = specs.find((candidate) => candidate.name === name);
      if (spec === undefined) return namesSecret(name) || looksSecret(value);
      if (spec.secret || spec.kind === 'url') return spec.secret;
      // Where the API's own example looks drawn by lot, every value does.
      return looksSecret(value) && !looksSecret(spec.example ?? '');
    })
    .map(({ name }) => name);
}

function namesSecret(name: string): boolean {
  const words = name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
  return words.some((word) => tellingWords.has(word));
}

function looksSecret(value: string): boolean {
  const text = value.trim();
  if (/^(?:bearer|basic)\s+\S{6}/i.test(text) || text.includes('-----BEGIN ')) return true;
  if (text.length < shortestToken || !/^[\w+/=.~-]+$/.test(text)) return false;
  if (!/\d/.test(text) || !/[a-z]/i.test(text)) return false;
  return !isUuid(text) && !isHostName(text) && bitsPerCharacter(text) >= randomness;
}

function isUuid(text: string): boolean {
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}

function isHostName(text: string): boolean {
  return /^[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}$/.test(text);
}

/** Shannon's entropy of the characters of a text. */
function bitsPerCharacter(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((bits, count) => {
    const share = count / text.length;
    return bits - share * Math.log2(share);
  }, 0);
}
