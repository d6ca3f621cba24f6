import type { FieldSpec } from '../../definition/field-spec.ts';
import { signaturePlaceholder } from '../prepare-request.ts';

/** A reference to the signature, as the text of a JSON value. */
export const signatureValue = `"{{${signaturePlaceholder}}}"`;

/** What is inserted for a value: quotes or brackets that fit its type, and `$0` where one goes on writing. */
export function valueShape({ type, choices, fields }: FieldSpec, isSigned: boolean): string {
  if (isSigned) return escapeInsert(signatureValue);
  const [only, other] = choices ?? [];
  if (only !== undefined && other === undefined) return escapeInsert(JSON.stringify(only));
  switch (type) {
    case 'text':
    case 'choice':
      return '"$0"';
    case 'object':
      return fields === undefined ? '{$0}' : objectShape;
    case 'list':
      return fields === undefined ? '[$0]' : '[\n  {\n    $0\n  }\n]';
    case 'integer':
    case 'amount':
    case 'boolean':
    case 'any':
      return '$0';
  }
}

/** An object to fill. */
export const objectShape = '{\n  $0\n}';

/** A text of which nothing is a mark of an insertion. */
export function escapeInsert(text: string): string {
  return text.replaceAll(/[\\$]/g, String.raw`\$&`);
}

/** The texts that a described value may have, each as JSON; none where it is free. */
export function allowedValues({ type, choices }: FieldSpec): readonly string[] {
  if (type === 'boolean') return ['true', 'false'];
  return type === 'choice' ? (choices ?? []).map((choice) => JSON.stringify(choice)) : [];
}

/**
 * A value to be written by a fix, whole and well-formed, its further lines indented by `indent`. It is nothing that
 * could be sent by mistake: what a person has to say stays an empty text, which the check names as empty.
 */
export function blankValue(spec: FieldSpec, isSigned: boolean, indent: string): string {
  if (isSigned) return signatureValue;
  const [only, other] = allowedValues(spec);
  if (only !== undefined && other === undefined) return only;
  if (spec.type === 'object') return blankObject(spec, indent);
  if (spec.type === 'list') return `[\n${indent}  ${blankObject(spec, `${indent}  `)}\n${indent}]`;
  return '""';
}

function blankObject({ fields = [] }: FieldSpec, indent: string): string {
  const members = fields
    .filter(({ required }) => required)
    .map((field) => `${indent}  ${JSON.stringify(field.name)}: ${blankValue(field, false, `${indent}  `)}`);
  return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${indent}}`;
}
