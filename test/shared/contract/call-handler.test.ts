import { describe, expect, it } from 'vitest';

import { callHandler } from '../../../shared/contract/call-handler.ts';
import { inputSchemas } from '../../../shared/contract/schemas.ts';
import { openTestWorkbench } from '../../support/open-test-workbench.ts';

describe('a command of the contract', () => {
  it('is carried out on the real core, and its output is JSON text', async () => {
    const { handlers } = openTestWorkbench();
    const called = await callHandler(handlers, 'environment.list', null);
    const direct = await handlers['environment.list'](null);
    expect('output' in called ? JSON.parse(called.output) : called).toEqual(direct);
    expect(direct.activeId).toBe('sandbox');
  });

  it('gets its input as the schema reads it', async () => {
    const { handlers } = openTestWorkbench();
    const input = {
      id: 'qa',
      name: '  QA  ',
      environmentClass: 'test',
      notes: '',
      variables: [],
      secrets: [],
    };
    await callHandler(handlers, 'environment.save', input);
    const { environments } = await handlers['environment.list'](null);
    expect(environments.find(({ id }) => id === 'qa')?.name).toBe('QA');
  });

  it('fails as a value where the user is at fault, not as a rejection', async () => {
    const { handlers } = openTestWorkbench();
    const called = await callHandler(handlers, 'environment.remove', { id: 'no-such' });
    expect('output' in called ? JSON.parse(called.output) : called).toMatchObject({ ok: false });
  });
});

describe('what is not a command', () => {
  it.each([
    '',
    'environment',
    'Environment.list',
    'environment.list ',
    'no.such',
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'valueOf',
    'hasOwnProperty',
    '__defineGetter__',
  ])('%j reaches nothing', async (command) => {
    const { handlers } = openTestWorkbench();
    for (const input of [null, {}, undefined]) {
      expect(await callHandler(handlers, command, input)).toEqual({
        rejection: { code: 'unknown-command', message: `There is no command ${JSON.stringify(command)}.` },
      });
    }
  });

  it('is named with its first hundred characters only', async () => {
    const { handlers } = openTestWorkbench();
    const called = await callHandler(handlers, 'x'.repeat(1_000_000), null);
    expect('rejection' in called ? called.rejection.message.length : 0).toBe(123);
  });
});

describe('an input that does not fit', () => {
  it.each(Object.keys(inputSchemas))('never reaches %s', async (command) => {
    const reached: string[] = [];
    const { handlers } = openTestWorkbench();
    const watched = new Proxy(handlers, {
      get: (target, name, receiver) => {
        reached.push(String(name));
        return Reflect.get(target, name, receiver) as unknown;
      },
    });
    const inputs: readonly unknown[] = [
      undefined,
      1,
      'text',
      [],
      [null],
      { surplus: true },
      { id: 7 },
      JSON.parse('{"__proto__": {"id": "x"}}'),
    ];
    for (const input of inputs) {
      const called = await callHandler(watched, command, input);
      expect(called).toMatchObject({ rejection: { code: 'bad-input' } });
    }
    expect(reached).toEqual([]);
  });

  it('is named by its place, never with the value in it', async () => {
    const { handlers } = openTestWorkbench();
    const called = await callHandler(handlers, 'secret.set', {
      environmentId: 'qa',
      name: 7,
      value: 'demo-only-value',
    });
    const message = 'rejection' in called ? called.rejection.message : '';
    expect(message).toMatch(/^secret\.set: name: /);
    expect(message).not.toContain('demo-only-value');
  });
});
