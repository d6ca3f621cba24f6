import { createYamlEnvironmentStore } from '../../electron/adapters/yaml-environment-store.ts';

/**
 * A process of its own that counts a shared environment up: reads, adds one, saves, and starts over where the file was
 * changed by somebody else. Arguments: workspace, data folder, how often. Its last word is how often it was refused.
 */
const [workspace = '', data = '', times = '0'] = process.argv.slice(2);
const store = createYamlEnvironmentStore(workspace, data);
let refused = 0;
for (let done = 0; done < Number(times);) {
  const { environments, files } = store.list();
  const environment = environments.find(({ id }) => id === 'shared');
  if (environment === undefined) throw new Error('The environment is missing');
  const count = String(BigInt(environment.notes) + 1n);
  const saved = store.save({ ...environment, notes: count }, files['shared']?.revision ?? null);
  if (saved.ok) done += 1;
  else if (saved.error.code === 'bad-environment') refused += 1;
  else throw new Error(saved.error.message);
}
process.stdout.write(String(refused));
