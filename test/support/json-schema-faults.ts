import { createRequire } from 'node:module';

type Validator = ((value: unknown) => boolean) & { readonly errors?: readonly object[] | null };
type Ajv = new (options: object) => { readonly compile: (schema: object) => Validator };

/** The validator that comes with `har-validator`. */
const Ajv = createRequire(import.meta.resolve('har-validator'))('ajv') as Ajv;

/** Makes a function that says what of a value does not keep to a JSON schema of draft 7; nothing where all does. */
export function createSchemaCheck(schema: object): (value: unknown) => readonly object[] {
  const validate = new Ajv({ allErrors: true, schemaId: 'auto' }).compile(schema);
  return (value) => (validate(value) ? [] : (validate.errors ?? []));
}
