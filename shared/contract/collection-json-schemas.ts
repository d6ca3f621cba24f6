import { toJsonSchema } from '@valibot/to-json-schema';

import { collectionFile, folderFile, requestFile } from './collection-file-schemas.ts';

/** The shapes of the files of a collection as JSON Schema, for editors and other programs. */
export function collectionJsonSchemas(): Readonly<Record<'collection' | 'folder' | 'request', object>> {
  const describe = (title: string, schema: Parameters<typeof toJsonSchema>[0]): object => ({
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...toJsonSchema(schema, { target: 'draft-07', errorMode: 'ignore' }),
    title,
    patternProperties: { '^x-': {} },
  });
  return {
    collection: describe('A collection of Refund Workbench: collection.yaml', collectionFile),
    folder: describe('A folder in a collection of Refund Workbench: folder.yaml', folderFile),
    request: describe('A request in a collection of Refund Workbench', requestFile),
  };
}
