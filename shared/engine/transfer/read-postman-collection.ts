import { jsonItems, jsonMember, memberText } from '../../formats/json.ts';
import type { ContentNode } from '../../model/collection.ts';
import type { JsonNode } from '../../model/parsed-body.ts';
import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import { type ImportedFile, type ImportTools, nameOf, RemarkList, unreadable } from './imported-file.ts';
import { keepPlainVariables } from './keep-plain-variables.ts';
import { scriptOf } from './postman-event-script.ts';
import { readOwnRequest } from './read-own-request.ts';
import { readPostmanRequest } from './read-postman-request.ts';
import { readPostmanVariables } from './read-postman-environment.ts';
import { takeCall } from './take-call.ts';

/** Whether JSON is a collection of Postman, of whatever version. */
export function isPostmanCollection(root: JsonNode): boolean {
  if (jsonMember(root, 'info') !== null && jsonMember(root, 'item')?.kind === 'array') return true;
  // Version 1 has no `info`; its requests stand in one list beside an `order`.
  return jsonMember(root, 'requests')?.kind === 'array' && jsonMember(root, 'order') !== null;
}

/** Reads a collection of Postman v2.1; one that the workbench wrote comes back as it was. */
export function readPostmanCollection(root: JsonNode, tools: ImportTools): Result<ImportedFile, Problem> {
  const info = jsonMember(root, 'info');
  const version = /\/v(\d+(?:\.\d+)*)\//.exec(memberText(info, 'schema') ?? '')?.[1] ?? null;
  if (info === null || (version !== null && !version.startsWith('2.1'))) {
    return unreadable(
      `This is a Postman collection of version ${info === null ? '1' : version}; version 2.1 is read.`,
      'Open it in Postman and export it as "Collection v2.1".',
    );
  }
  const reading = new Reading(tools);
  if (version === null) reading.remarks.add([], 'The file names no version; it was read as Postman v2.1.');
  const items = reading.readItems(root, [], jsonMember(root, 'auth'));
  reading.tellScripts(root, []);
  const variables = readPostmanVariables(jsonMember(root, 'variable'));
  const isOwn = reading.isOwn || (!reading.hasOther && hasOwnScript(root));
  const kept = isOwn ? variables : keepPlainVariables(variables, tools.apis, [], reading.remarks);
  if (reading.savedAnswers > 0)
    reading.remarks.add([], `${reading.savedAnswers} saved answers were not taken over.`);
  return ok({
    collections: [
      {
        name: nameOf(memberText(info, 'name'), 'Postman collection'),
        notes: descriptionOf(info),
        variables: kept,
        items,
      },
    ],
    environments: [],
    remarks: reading.remarks.remarks,
  });
}

class Reading {
  readonly remarks = new RemarkList();
  readonly tools: ImportTools;
  /** Whether the workbench wrote the file: what stands in it stood in a collection before. */
  isOwn = false;
  /** Whether a request stands in it that somebody else wrote. */
  hasOther = false;
  savedAnswers = 0;

  constructor(tools: ImportTools) {
    this.tools = tools;
  }

  /** `auth`: what the requests inherit; Postman lets folders and requests override it. */
  readItems(parent: JsonNode, place: readonly string[], auth: JsonNode | null): readonly ContentNode[] {
    return jsonItems(jsonMember(parent, 'item')).flatMap((item): readonly ContentNode[] => {
      const isFolder = jsonMember(item, 'item')?.kind === 'array';
      const name = nameOf(memberText(item, 'name'), isFolder ? 'Folder' : 'Request');
      const here = [...place, name];
      const ownAuth = jsonMember(item, 'auth') ?? auth;
      if (!isFolder) return this.readRequest(item, name, here, ownAuth);
      this.tellScripts(item, here);
      const items = this.readItems(item, here, ownAuth);
      return [{ kind: 'folder', name, notes: descriptionOf(item), items }];
    });
  }

  tellScripts(item: JsonNode, place: readonly string[]): void {
    for (const event of jsonItems(jsonMember(item, 'event'))) {
      const script = scriptOf(event);
      // What the workbench wrote itself is read elsewhere.
      if (script.trim() === '' || isOwnScript(script)) continue;
      const when = memberText(event, 'listen') === 'test' ? 'after the answer' : 'before the request';
      this.remarks.add(
        place,
        `The script ${when} was not taken over: the workbench runs no scripts. Write what it tests as checks.`,
      );
    }
  }

  private readRequest(
    item: JsonNode,
    name: string,
    place: readonly string[],
    auth: JsonNode | null,
  ): readonly ContentNode[] {
    this.savedAnswers += jsonItems(jsonMember(item, 'response')).length;
    const own = readOwnRequest(item, name, this.tools);
    if (own.kind === 'own') {
      this.isOwn = true;
      return [{ kind: 'request', request: own.request }];
    }
    this.hasOther = true;
    if (own.kind === 'damaged') this.remarks.add(place, own.reason);
    this.tellScripts(item, place);
    const request = readPostmanRequest(item, auth, place, this.remarks);
    if (request === null) return [];
    const notes = descriptionOf(jsonMember(item, 'request')) || descriptionOf(item);
    const taken = takeCall({ name, notes, place, request }, this.tools, this.remarks);
    return taken === null ? [] : [{ kind: 'request', request: taken }];
  }
}

/** Whether it runs the checks of the workbench, as each of its exports does, also one without a request. */
function hasOwnScript(root: JsonNode): boolean {
  return jsonItems(jsonMember(root, 'event')).some((event) => isOwnScript(scriptOf(event)));
}

function isOwnScript(script: string): boolean {
  return /\brefundWorkbench\b/.test(script);
}

/** A description is a text, or an object with its text in `content`. */
function descriptionOf(node: JsonNode | null): string {
  const description = jsonMember(node, 'description');
  return (
    (description?.kind === 'object' ? memberText(description, 'content') : memberText(node, 'description')) ??
    ''
  );
}
