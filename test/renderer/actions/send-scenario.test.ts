import { describe, expect, it } from 'vitest';

import { sendScenario } from '../../../renderer/actions/send-scenario.ts';
import type { Stores } from '../../../renderer/stores/stores.ts';
import { createStores } from '../../../renderer/stores/create-stores.ts';
import { openTestWorkbench } from '../../support/open-test-workbench.ts';

const scenario = { title: 'Invalid hash', draft: { api: 'demo' } };

/** The stores over a core that answers what is given, and what was asked of it. */
async function storesOver(answers: Readonly<Record<string, unknown>>) {
  const { handlers } = openTestWorkbench();
  const asked: (readonly [name: string, input: unknown])[] = [];
  const call = (name: string, input: unknown): unknown => {
    asked.push([name, input]);
    const given = answers[name];
    return given ?? (handlers as unknown as Record<string, (one: unknown) => unknown>)[name]?.(input);
  };
  const stores: Stores = await createStores({
    call,
    on: () => () => undefined,
    follow: () => () => undefined,
  } as never);
  const sent = (): readonly unknown[] =>
    asked.filter(([name]) => name === 'exchange.send').map(([, input]) => input);
  return { stores, sent };
}

const refusal = { ok: false, error: { code: 'storage', message: 'It cannot be kept.', remedy: 'Look.' } };
const drafted = { ok: true, value: scenario };
const stopped = { ok: false, error: [] };

function overview(activeId: string): unknown {
  const environment = (id: string, environmentClass: string) => {
    const rest = { notes: '', variables: [], secrets: [] };
    return { id, name: id, environmentClass, ...rest };
  };
  const environments = [environment('sandbox', 'sandbox'), environment('live', 'production')];
  return { environments, activeId, problems: [], files: {} };
}

describe('a documented answer', () => {
  it('is asked of the sandbox in a tab of its own', async () => {
    const { stores, sent } = await storesOver({ 'scenario.draft': drafted, 'exchange.send': stopped });
    await sendScenario(stores, 'demo', 'invalid-hash');
    expect(stores.tabs.getState().tabs.at(-1)).toMatchObject(scenario);
    expect(sent()).toMatchObject([{ environmentId: 'sandbox', draft: { api: 'demo' } }]);
    expect(stores.layout.getState().said).toBe(null);
  });

  it('is sent to the sandbox where another environment was active, which is said', async () => {
    const { stores, sent } = await storesOver({
      'environment.list': overview('live'),
      'environment.activate': { ok: true, value: overview('sandbox') },
      'scenario.draft': drafted,
      'exchange.send': stopped,
    });
    await sendScenario(stores, 'demo', 'invalid-hash');
    expect(sent()).toMatchObject([{ environmentId: 'sandbox' }]);
    expect(stores.layout.getState().said).toContain('Switched to sandbox');
  });

  it.each([
    ['cannot be switched to', refusal, 'It cannot be kept.'],
    ['is not what was switched to', { ok: true, value: overview('live') }, 'Nothing was sent.'],
  ])('is not sent, and no tab opened, where the sandbox %s', async (_title, activated, told) => {
    const { stores, sent } = await storesOver({
      'environment.list': overview('live'),
      'environment.activate': activated,
      'scenario.draft': drafted,
    });
    await sendScenario(stores, 'demo', 'invalid-hash');
    expect(sent()).toEqual([]);
    expect(stores.tabs.getState().tabs).toEqual([]);
    expect(stores.layout.getState().notice?.message).toContain(told);
  });

  it('is not sent where the sandbox has none like it', async () => {
    const { stores, sent } = await storesOver({ 'scenario.draft': refusal });
    await sendScenario(stores, 'demo', 'nothing-like-it');
    expect(sent()).toEqual([]);
    expect(stores.layout.getState().notice).toMatchObject({ code: 'storage' });
  });
});
