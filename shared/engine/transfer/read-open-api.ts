import { writeForm } from '../../formats/form.ts';
import { jsonItems, jsonMember, memberText } from '../../formats/json.ts';
import type { HeaderList } from '../../model/headers.ts';
import type { JsonNode } from '../../model/parsed-body.ts';
import type { Problem } from '../../model/problem.ts';
import type { RequestParts } from '../../model/request-parts.ts';
import type { Result } from '../../model/result.ts';
import { foreignCollection } from './foreign-collection.ts';
import { type ImportedFile, type ImportTools, nameOf, RemarkList, unreadable } from './imported-file.ts';
import { resolveReference } from './resolve-reference.ts';
import { sampleOf, sampleText } from './sample-schema.ts';
import type { ForeignCall } from './take-call.ts';

/** Whether a tree is an OpenAPI document, or one of its forerunner Swagger. */
export function isOpenApi(root: JsonNode): boolean {
  return jsonMember(root, 'openapi') !== null || jsonMember(root, 'swagger') !== null;
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch'] as const;

/** Reads the operations of an OpenAPI 3 document; bodies are its examples, else samples of its schemas. */
export function readOpenApi(root: JsonNode, tools: ImportTools): Result<ImportedFile, Problem> {
  const version = memberText(root, 'openapi') ?? memberText(root, 'swagger') ?? '';
  if (!version.startsWith('3.'))
    return unreadable(
      `The document is of OpenAPI version ${version}; version 3 is read.`,
      'Convert it first, for example at converter.swagger.io.',
    );
  const remarks = new RemarkList();
  const base = baseOf(root, remarks);
  const paths = jsonMember(root, 'paths');
  const members = paths?.kind === 'object' ? paths.members : [];
  const calls = members.flatMap(({ name: path, value }) =>
    methods.flatMap((method) => {
      const operation = jsonMember(resolveReference(root, value), method);
      return operation === null
        ? []
        : readOperation({ root, base, path, method, shared: value, operation }, remarks);
    }),
  );
  if (calls.length === 0)
    return unreadable(
      'The OpenAPI document describes no operation.',
      'Choose the document with the paths in it.',
    );
  const title = memberText(jsonMember(root, 'info'), 'title');
  return foreignCollection({ fileName: nameOf(title, 'OpenAPI'), calls, variables: [] }, tools, remarks);
}

function baseOf(root: JsonNode, remarks: RemarkList): string {
  const servers = jsonItems(jsonMember(root, 'servers'));
  const [server] = servers;
  if (servers.length > 1)
    remarks.add([], `The document names ${servers.length} servers; the first one was taken.`);
  const url = memberText(server, 'url') ?? '';
  const variables = jsonMember(server, 'variables');
  const filled = url.replaceAll(
    /\{([^{}]+)\}/g,
    (whole, name: string) => memberText(jsonMember(variables, name), 'default') ?? whole,
  );
  return filled.replace(/\/+$/, '');
}

type Found = {
  readonly root: JsonNode;
  readonly base: string;
  readonly path: string;
  readonly method: (typeof methods)[number];
  /** What stands beside the operations of the path. */
  readonly shared: JsonNode;
  readonly operation: JsonNode;
};

/** One call for each named example of its body, else one. */
function readOperation(found: Found, remarks: RemarkList): readonly ForeignCall[] {
  const { root, base, path, method, shared, operation } = found;
  const title = nameOf(
    memberText(operation, 'summary') ?? memberText(operation, 'operationId'),
    `${method.toUpperCase()} ${path}`,
  );
  const parameters = [
    ...jsonItems(jsonMember(operation, 'parameters')),
    ...jsonItems(jsonMember(shared, 'parameters')),
  ].map((parameter) => resolveReference(root, parameter));
  const url = `${base}${fillPath(path, parameters, root)}${queryOf(parameters, root)}`;
  const headers: HeaderList = parameters
    .filter((parameter) => memberText(parameter, 'in') === 'header')
    .map((parameter) => [memberText(parameter, 'name') ?? '', valueOf(parameter, root)] as const);
  const bodies = readBodies(operation, root, [title], remarks);
  const notes = memberText(operation, 'description') ?? '';
  return bodies.map(({ name, type, text }): ForeignCall => {
    const whole = name === null ? title : nameOf(`${title}: ${name}`, title);
    const request: RequestParts = {
      method: method.toUpperCase(),
      url,
      headers: type === null ? headers : [['Content-Type', type], ...headers],
      body: text,
    };
    return { name: whole, notes, place: [whole], request };
  });
}

type Body = { readonly name: string | null; readonly type: string | null; readonly text: string | null };

function readBodies(
  operation: JsonNode,
  root: JsonNode,
  place: readonly string[],
  remarks: RemarkList,
): readonly Body[] {
  const content = jsonMember(resolveReference(root, jsonMember(operation, 'requestBody')), 'content');
  const types = content?.kind === 'object' ? content.members : [];
  const chosen =
    types.find(({ name }) => /[/+]json\b/.test(name)) ??
    types.find(({ name }) => /form-urlencoded/.test(name));
  if (chosen === undefined) {
    if (types.length > 0)
      remarks.add(
        place,
        `Its body is ${types[0]?.name ?? ''}, of which no sample is made; the body is empty.`,
      );
    return [{ name: null, type: null, text: null }];
  }
  const { name: type, value: media } = chosen;
  const examples = jsonMember(media, 'examples');
  const named = examples?.kind === 'object' ? examples.members : [];
  const given: readonly { readonly name: string | null; readonly value: JsonNode | null }[] =
    named.length > 0
      ? named.map(({ name, value }) => ({ name, value: jsonMember(resolveReference(root, value), 'value') }))
      : [{ name: null, value: jsonMember(media, 'example') }];
  return given.map(({ name, value }) => {
    const sample = value ?? sampleOf(jsonMember(media, 'schema'), root);
    if (value === null)
      remarks.add(place, 'Its body is a sample made from the schema: every value is a guess.');
    return { name, type, text: /form-urlencoded/.test(type) ? formOf(sample) : sampleText(sample, 0) };
  });
}

function formOf(sample: JsonNode): string {
  const members = sample.kind === 'object' ? sample.members : [];
  return writeForm(members.map(({ name, value }) => ({ name, value: plainText(value) })));
}

function plainText(node: JsonNode): string {
  return node.kind === 'object' || node.kind === 'array' ? sampleText(node, 0) : node.text;
}

function fillPath(path: string, parameters: readonly (JsonNode | null)[], root: JsonNode): string {
  return path.replaceAll(/\{([^{}]+)\}/g, (_whole, name: string) => {
    const found = parameters.find(
      (parameter) => memberText(parameter, 'name') === name && memberText(parameter, 'in') === 'path',
    );
    return encodeURIComponent(found === undefined ? name : valueOf(found ?? null, root));
  });
}

function queryOf(parameters: readonly (JsonNode | null)[], root: JsonNode): string {
  const fields = parameters
    .filter(
      (parameter) => memberText(parameter, 'in') === 'query' && memberText(parameter, 'required') === 'true',
    )
    .map((parameter) => ({ name: memberText(parameter, 'name') ?? '', value: valueOf(parameter, root) }));
  return fields.length === 0 ? '' : `?${writeForm(fields)}`;
}

function valueOf(parameter: JsonNode | null, root: JsonNode): string {
  const example = jsonMember(parameter, 'example') ?? sampleOf(jsonMember(parameter, 'schema'), root);
  return plainText(example);
}
