import type { HiddenValue, Preview, VariableView } from '../../../shared/contract/commands.ts';
import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import { dynamicVariables } from '../../../shared/engine/dynamic-variables.ts';
import { signaturePlaceholder } from '../../../shared/engine/prepare-request.ts';
import type { VariableOrigin } from '../../../shared/model/variable.ts';
import type { VariableHint } from '../../editor/variable-hints.ts';

const originWords: Record<VariableOrigin, string> = {
  'this send': 'given for this send',
  environment: 'from the environment',
  'secret store': 'from the secret store',
  collection: 'from the collection',
  sandbox: 'from the sandbox',
  session: 'from the login',
  default: 'the default of the API',
  generated: 'made anew for every send',
};

/** Every variable a draft uses or may use, in words for its editors. */
export function describeVariables(
  preview: Preview | null,
  api: ApiDefinition | null,
): readonly VariableHint[] {
  if (preview === null) return [];
  const views = new Map([...preview.variables, ...preview.offered].map((view) => [view.name, view]));
  const isSigned = api?.operations.some(({ signature }) => signature !== undefined) === true;
  return [
    ...[...views.values()].map((view) => describeVariable(view, helpOf(view.name, api))),
    ...(isSigned ? [signatureHint] : []),
  ];
}

const signatureHint: VariableHint = {
  name: signaturePlaceholder,
  detail: 'the signature',
  notes: ['It is worked out and put here when the request is sent.'],
  mark: null,
};

function describeVariable(view: VariableView, help: readonly string[]): VariableHint {
  const { name, origin, hides } = view;
  if (origin === null) {
    const remedy = `The variable ${name} has no value. Give it one in the environment, or write the value in its place.`;
    return { name, detail: 'no value', notes: [remedy, ...help], mark: 'unknown' };
  }
  const value = formatValue({ origin, text: view.text });
  const hidden = hides.length === 0 ? [] : [`${value}, hides ${hides.map(formatValue).join(' and ')}.`];
  return { name, detail: value, notes: [...hidden, ...help], mark: hides.length > 0 ? 'shadowed' : null };
}

/** `5.00, from the environment`. */
function formatValue({ origin, text }: HiddenValue): string {
  return `${text === null ? '••••••••' : text === '' ? 'empty' : text}, ${originWords[origin]}`;
}

function helpOf(name: string, api: ApiDefinition | null): readonly string[] {
  const spec = api?.variables.find((variable) => variable.name === name);
  if (spec !== undefined) return [`${spec.title}: ${spec.help}`];
  const dynamic = dynamicVariables.find((variable) => variable.name === name);
  return dynamic === undefined ? [] : [dynamic.help];
}
