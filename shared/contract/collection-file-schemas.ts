import * as v from 'valibot';

import { checkOperators } from '../model/check.ts';

/** Every value is text: a number without quotes would be read as another by some programs. */
const text = v.string();
const pairs = v.array(v.pipe(v.record(v.string(), text), v.minEntries(1), v.maxEntries(1)));
const describe = <Schema extends v.GenericSchema>(schema: Schema, words: string) =>
  v.optional(v.pipe(schema, v.description(words)));

const version = v.literal('1');
const name = describe(text, 'What people call it; without it the name of the file.');
const notes = describe(text, 'For people; nothing is done with them.');
const order = describe(
  v.array(text),
  'Names of the files and folders here, without .yaml. Others come after them, by name.',
);
const variables = describe(
  v.record(v.string(), text),
  'Values for {{name}}, weaker than those of the environment. Never secrets: those go into the vault.',
);

/** The shape of `collection.yaml`. */
export const collectionFile = v.strictObject({ version, name, notes, variables, order });

/** The shape of `folder.yaml`. */
export const folderFile = v.strictObject({ version, name, notes, order });

const subjects = v.pipe(
  v.picklist(['status', 'verdict', 'entry', 'code', 'body', 'time', 'header', 'json', 'xml']),
  v.description('What of the answer is looked at.'),
);
const subject = {
  of: subjects,
  name: describe(text, 'The header that is looked at.'),
  path: describe(text, 'A JSONPath (RFC 9535) for json, an XPath 1.0 for xml.'),
  namespaces: describe(
    v.record(v.string(), text),
    'URI by prefix; without them names match by their local part.',
  ),
};
const operators = Object.fromEntries(
  checkOperators.map((operator) => [operator, v.optional(text)]),
) as Record<(typeof checkOperators)[number], v.OptionalSchema<typeof text, undefined>>;

/** The shape of a request file. */
export const requestFile = v.strictObject({
  version,
  name,
  notes,
  api: v.pipe(text, v.description('The API it is for, as the command apis lists them.')),
  template: describe(text, 'The template it was made from.'),
  operation: v.pipe(text, v.description('The operation of the API, which decides signature and checks.')),
  method: v.pipe(text, v.regex(/^[A-Z]{3,10}$/)),
  url: v.pipe(text, v.description('May hold {{variables}}, as every text of the request may.')),
  headers: describe(pairs, 'One header each, in the order they are sent: - Name: value.'),
  body: v.optional(
    v.variant('kind', [
      v.strictObject({ kind: v.picklist(['json', 'xml']), text }),
      v.strictObject({
        kind: v.literal('form'),
        fields: describe(pairs, 'One field each, in the order they are sent: - name: value.'),
        main: v.optional(v.strictObject({ field: text, language: v.literal('xml') })),
      }),
    ]),
  ),
  checks: describe(
    v.array(v.strictObject({ ...subject, ...operators })),
    'What the answer has to meet; each has one of the operators.',
  ),
  captures: describe(
    v.array(v.strictObject({ ...subject, into: v.pipe(text, v.description('The variable it goes into.')) })),
    'Values taken from the answer for the requests after it.',
  ),
});
