import { Secret } from '../../../shared/model/secret.ts';
import type { VariableScope, VariableValue } from '../../../shared/model/variable.ts';

type Values = Readonly<Record<string, string>>;

/** A scope of plain and of secret variables. */
export function scopeOf(plain: Values, secret: Values = {}): VariableScope {
  return new Map<string, VariableValue>([
    ...Object.entries(plain).map(([name, text]): [string, VariableValue] => [
      name,
      { secret: false, origin: 'environment', text },
    ]),
    ...Object.entries(secret).map(([name, text]): [string, VariableValue] => [
      name,
      { secret: true, origin: 'secret store', value: new Secret(text) },
    ]),
  ]);
}
