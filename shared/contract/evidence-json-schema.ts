import { toJsonSchema } from '@valibot/to-json-schema';

import { evidenceFormat } from '../model/evidence.ts';
import { evidenceSchema } from './evidence-schema.ts';

/** The shape of an evidence bundle as JSON Schema, for other programs. */
export function evidenceJsonSchema(): object {
  return {
    ...toJsonSchema(evidenceSchema, { target: 'draft-2020-12', errorMode: 'ignore' }),
    $id: `urn:${evidenceFormat}`,
    title: 'Evidence bundle of Refund Workbench',
  };
}
