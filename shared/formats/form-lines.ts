import type { FormField } from './form.ts';

/** A form as text to edit: one `name=value` a line, nothing encoded. `null` where a value holds a line break. */
export function writeFormLines(fields: readonly FormField[]): string | null {
  if (fields.some(({ name, value }) => /[\r\n]/.test(name + value) || name.includes('='))) return null;
  return fields.map(({ name, value }) => `${name}=${value}`).join('\n');
}

/** Reads such a text; empty lines are passed over, a line without an equals sign is a name without a value. */
export function parseFormLines(text: string): readonly FormField[] {
  return text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const equals = line.indexOf('=');
      return equals === -1
        ? { name: line, value: '' }
        : { name: line.slice(0, equals), value: line.slice(equals + 1) };
    });
}
