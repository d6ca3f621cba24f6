import { jsonItems, jsonMember, memberText } from '../../formats/json.ts';
import type { Environment, EnvironmentVariable } from '../../model/environment.ts';
import type { JsonNode } from '../../model/parsed-body.ts';
import { type ImportedFile, type ImportTools, nameOf, RemarkList } from './imported-file.ts';
import { keepPlainVariables } from './keep-plain-variables.ts';

/** Whether JSON is an environment of Postman, or its globals. */
export function isPostmanEnvironment(root: JsonNode): boolean {
  return (
    jsonMember(root, 'values')?.kind === 'array' &&
    (memberText(root, '_postman_variable_scope') !== null || jsonMember(root, 'name') !== null)
  );
}

/** Reads an environment of Postman. Values of secrets are not taken, their names are. */
export function readPostmanEnvironment(root: JsonNode, { apis }: ImportTools): ImportedFile {
  const remarks = new RemarkList();
  const name = nameOf(memberText(root, 'name'), 'Postman environment');
  const values = jsonItems(jsonMember(root, 'values'));
  const off = values.filter((value) => memberText(value, 'enabled') === 'false');
  for (const value of off)
    remarks.add(
      [name],
      `${memberText(value, 'key') ?? ''} is switched off in Postman and was not taken over.`,
    );
  const on = values.filter((value) => !off.includes(value));
  const variables = readVariables(on);
  const typed = new Set(
    on
      .filter((value) => memberText(value, 'type') === 'secret')
      .map((value) => memberText(value, 'key') ?? ''),
  );
  for (const { name: secret, value } of variables.filter((variable) => typed.has(variable.name)))
    if (value !== '')
      remarks.add([name], `The value of the secret ${secret} was not taken over; set it here.`);
  const plain = keepPlainVariables(
    variables.filter((variable) => !typed.has(variable.name)),
    apis,
    [name],
    remarks,
  );
  const kept = new Set(plain.map((variable) => variable.name));
  const environment: Environment = {
    id: idOf(name),
    name,
    environmentClass: 'test',
    notes: '',
    variables: plain,
    secrets: [...new Set(variables.map((variable) => variable.name))].filter((secret) => !kept.has(secret)),
  };
  remarks.add([name], 'Its class is test, as a guess: make it production where real money moves.');
  return { collections: [], environments: [environment], remarks: remarks.remarks };
}

/** The variables of a collection: those that are switched on, of two of a name the last one. */
export function readPostmanVariables(list: JsonNode | null): readonly EnvironmentVariable[] {
  return readVariables(jsonItems(list).filter((value) => memberText(value, 'disabled') !== 'true'));
}

function readVariables(values: readonly JsonNode[]): readonly EnvironmentVariable[] {
  const found = new Map<string, string>();
  for (const value of values) {
    const name = memberText(value, 'key') ?? memberText(value, 'id') ?? '';
    if (name.trim() !== '') found.set(name, textOf(jsonMember(value, 'value')));
  }
  return [...found].map(([name, value]) => ({ name, value }));
}

function textOf(node: JsonNode | null): string {
  return node === null || node.kind === 'null' || node.kind === 'object' || node.kind === 'array'
    ? ''
    : node.text;
}

/** A file name: lower-case letters, digits and dashes. */
function idOf(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll(/[^\da-z]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
  return plain === '' ? 'postman' : plain;
}
