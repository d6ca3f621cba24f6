import { sandboxEnvironmentId } from '../../shared/model/environment.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { selectActiveEnvironment } from '../stores/create-environment-store.ts';
import type { Stores } from '../stores/stores.ts';
import { sendDraft } from './send-draft.ts';

/**
 * Meets a documented answer on the built-in sandbox: opens its request in a tab, sends it, and shows the answer. It
 * never goes anywhere else: where the sandbox cannot be made the active environment, nothing is opened or sent.
 */
export async function sendScenario(stores: Stores, api: string, entry: string): Promise<void> {
  const { scenarios, layout, tabs } = stores;
  const drafted = await scenarios.getState().draft(api, entry);
  if (!drafted.ok) return layout.getState().notify(drafted.error);
  const problem = await switchToSandbox(stores);
  if (problem !== null) return layout.getState().notify(problem);
  layout.getState().closeOverlay();
  const { title, draft } = drafted.value;
  await sendDraft(stores, tabs.getState().open({ title, draft, exchangeId: null }));
}

/** Makes the built-in sandbox active, and says so where another environment was. */
async function switchToSandbox({ environments, layout }: Stores): Promise<Problem | null> {
  const before = environments.getState().overview.activeId;
  if (before === sandboxEnvironmentId) return null;
  const problem = await environments.getState().activate(sandboxEnvironmentId);
  if (problem !== null) return problem;
  const { id, name } = selectActiveEnvironment(environments.getState());
  if (id !== sandboxEnvironmentId) return notTheSandbox;
  layout.getState().say(`Switched to ${name}: this is sent nowhere else`);
  return null;
}

const notTheSandbox: Problem = {
  code: 'sandbox',
  message: 'Another environment is active, and this may only be sent to the local sandbox. Nothing was sent.',
  remedy: 'Choose the local sandbox at the top right, and try again.',
};
