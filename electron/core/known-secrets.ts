import { apis } from '../../shared/apis/registry.ts';
import type { NamedSecret } from '../../shared/engine/redact.ts';
import type { Ports } from './ports.ts';
import { secretNames } from './secret-names.ts';

/** Every secret that can be read now, of all environments: those in the vault, and those given to this program. */
export function knownSecrets({
  environments,
  secrets,
}: Pick<Ports, 'environments' | 'secrets'>): readonly NamedSecret[] {
  const listed = new Map(
    environments.list().environments.map((environment) => [environment.id, environment]),
  );
  const ids = new Set([...listed.keys(), ...secrets.environmentIds()]);
  return [...ids].flatMap((id) => {
    const environment = listed.get(id);
    const names = new Set([
      ...secrets.list(id).map(({ name }) => name),
      ...(environment === undefined ? [] : secretNames(apis, environment)),
    ]);
    return [...names].flatMap((name) => {
      const secret = secrets.get(id, name);
      return secret.ok && secret.value !== null ? [{ name, value: secret.value.reveal() }] : [];
    });
  });
}
