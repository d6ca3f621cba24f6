import { describe, expect, it } from 'vitest';

import { changeControls } from '../../../../shared/engine/sandbox/change-controls.ts';
import { type SandboxControls, untouchedControls } from '../../../../shared/model/sandbox.ts';

const rule = {
  api: null,
  does: { kind: 'fault', fault: { kind: 'html' } },
  meets: 'calls',
  left: null,
} as const;
const add = (controls: SandboxControls): SandboxControls =>
  changeControls(controls, { kind: 'add-rule', rule }, 0);

describe('rules', () => {
  it('get numbers that are never given twice, not even after a reset', () => {
    const two = add(add(untouchedControls));
    expect(two.rules.map(({ id }) => id)).toEqual(['1', '2']);
    const none = changeControls(two, { kind: 'remove-rule', id: null }, 0);
    expect(add(none).rules.map(({ id }) => id)).toEqual(['3']);
    const reset = changeControls(two, { kind: 'reset', api: null }, 0);
    expect(reset).toEqual({ ...untouchedControls, nextRule: 3 });
  });

  it('are removed one by one', () => {
    const two = add(add(untouchedControls));
    expect(changeControls(two, { kind: 'remove-rule', id: '1' }, 0).rules.map(({ id }) => id)).toEqual(['2']);
  });
});

it('a reset of one API, a settled refund, a cleared log and a snapshot leave the settings as they are', () => {
  const controls = add(untouchedControls);
  for (const change of [
    { kind: 'reset', api: 'first' },
    { kind: 'settle', api: 'first', id: null, outcome: 'success' },
    { kind: 'clear-log' },
    { kind: 'load', text: '' },
  ] as const)
    expect(changeControls(controls, change, 0)).toBe(controls);
});

it('settling is set as a whole', () => {
  const settling = { after: 5_000, outcome: 'failure' } as const;
  expect(changeControls(untouchedControls, { kind: 'settling', settling }, 0)).toEqual({
    ...untouchedControls,
    settling,
  });
});
