import type { Environment } from '../../shared/model/environment.ts';
import { fileVersion } from './read-versioned-yaml.ts';
import { writeYamlText, type YamlEntries, type YamlStyle, type YamlValue } from './write-yaml-text.ts';

const style: YamlStyle = {
  keys: ['version', 'name', 'class', 'notes', 'variables', 'secrets'],
  bare: ['class', 'secrets'],
  ordered: ['variables'],
};

/**
 * The text of an environment file. Where there was one before, it is changed only where the environment differs, so
 * that comments, unknown keys and the order of a person stay, and version control shows what was done.
 */
export function writeEnvironmentText(environment: Environment, before: string | null): string {
  return writeYamlText(toEntries(environment), before, style);
}

function toEntries({ name, environmentClass, notes, variables, secrets }: Environment): YamlEntries {
  return new Map<string, YamlValue>([
    ['version', fileVersion],
    ['name', name],
    ['class', environmentClass],
    ...(notes === '' ? [] : [['notes', notes] as const]),
    ['variables', new Map(variables.map((variable) => [variable.name, variable.value]))],
    ['secrets', secrets],
  ]);
}
