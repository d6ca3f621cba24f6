import type { ContentNode } from '../../../shared/model/collection.ts';
import type { ImportPreview, TransferRemark } from '../../../shared/model/transfer.ts';

/** What was written, by id. */
export type WrittenIds = {
  readonly collections: readonly string[];
  readonly environments: readonly string[];
};

/** What a file holds, as a tree, what was written of it, and what was not taken over. */
export function formatPreview(preview: ImportPreview, written: WrittenIds | null): string {
  const { kind, collections, environments, remarks } = preview;
  const trees = collections.flatMap(({ name, items }) => [
    name,
    ...items.flatMap((node) => linesOf(node, 1)),
  ]);
  const ids =
    written === null
      ? ['Nothing was written.']
      : [
          ...written.collections.map((id) => `Written: collection ${id}`),
          ...written.environments.map((id) => `Written: environment ${id}`),
        ];
  return [
    `${kind}: ${count(preview.requests, 'request')}, ${count(environments.length, 'environment')}`,
    ...trees.map((line) => `  ${line}`),
    ...environments.map(({ name }) => `  Environment ${name}`),
    ...ids,
    ...formatRemarks(remarks),
    '',
  ].join('\n');
}

/** One line for each remark. */
export function formatRemarks(remarks: readonly TransferRemark[]): readonly string[] {
  return remarks.map(({ place, text }) => `- ${place === '' ? '' : `${place}: `}${text}`);
}

function linesOf(node: ContentNode, depth: number): readonly string[] {
  const pad = '  '.repeat(depth);
  if (node.kind === 'request') {
    const { name, draft } = node.request;
    return [`${pad}${name} (${draft.api}, ${draft.operation})`];
  }
  return [`${pad}${node.name}/`, ...node.items.flatMap((item) => linesOf(item, depth + 1))];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
