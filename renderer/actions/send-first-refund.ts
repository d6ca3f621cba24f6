import { apis } from '../../shared/apis/registry.ts';
import { sandboxEnvironmentId } from '../../shared/model/environment.ts';
import type { Stores } from '../stores/stores.ts';
import { openTemplate } from './open-template.ts';
import { sendDraft } from './send-draft.ts';

/** Sends the plain refund of the first API to the local sandbox, whatever environment is chosen, and leads on from there. */
export async function sendFirstRefund(stores: Stores): Promise<void> {
  const [api] = apis;
  const tabId = api === undefined ? null : openTemplate(stores, api.id, 'refund');
  if (tabId === null || !(await useSandbox(stores))) return;
  stores.guide.getState().setFirstRefund(tabId);
  await sendDraft(stores, tabId);
}

/** Gives whether the sandbox is what the next send goes to. */
async function useSandbox({ environments, layout }: Stores): Promise<boolean> {
  const { overview, activate, startSandbox } = environments.getState();
  if (overview.activeId === sandboxEnvironmentId) return true;
  const problem = (await activate(sandboxEnvironmentId)) ?? (await startSandbox());
  if (problem === null) layout.getState().say('The environment is now the local sandbox');
  else layout.getState().notify(problem);
  return problem === null;
}
