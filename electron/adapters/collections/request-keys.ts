import { checkOperators } from '../../../shared/model/check.ts';

/** Every key the top of a request file may have, in the order they are written. */
export const requestKeys = [
  'version',
  'name',
  'notes',
  'api',
  'template',
  'operation',
  'method',
  'url',
  'headers',
  'body',
  'checks',
  'captures',
] as const;

/** Every key of a body. */
export const bodyKeys = ['kind', 'text', 'fields', 'main'] as const;

/** Every key that says what of an answer is looked at. */
export const subjectKeys = ['of', 'name', 'path', 'namespaces'] as const;

/** Every key of a check; of the operators it has exactly one. */
export const checkKeys = [...subjectKeys, ...checkOperators] as const;

/** Every key of a capture. */
export const captureKeys = [...subjectKeys, 'into'] as const;
