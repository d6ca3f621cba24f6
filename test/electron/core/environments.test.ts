import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';

import type { Environment } from '../../../shared/model/environment.ts';
import { openProvider } from '../../support/loopback-provider.ts';
import { openTestWorkbench, sendInput } from '../../support/open-test-workbench.ts';
import { httpAnswer } from '../../support/raw-server.ts';

const staging: Environment = {
  id: 'staging',
  name: 'My Staging',
  environmentClass: 'test',
  notes: '',
  variables: [{ name: 'payu.amount', value: '1.00' }],
  secrets: [],
};

describe('the list', () => {
  it('begins with the built-in sandbox, which is active until another is chosen', async () => {
    const { handlers } = openTestWorkbench();
    const overview = await handlers['environment.list'](null);
    expect(overview.environments.map(({ id }) => id)).toEqual(['sandbox']);
    expect(overview).toMatchObject({ activeId: 'sandbox', problems: [], secrets: { sandbox: [] } });
  });

  it('holds what was saved, and the choice', async () => {
    const { handlers } = openTestWorkbench();
    const saved = await handlers['environment.save'](staging);
    expect(saved.ok ? saved.value.environments.slice(1) : saved.error).toEqual([staging]);
    const activated = await handlers['environment.activate']({ id: 'staging' });
    expect(activated.ok ? activated.value.activeId : activated.error).toBe('staging');
    const removed = await handlers['environment.remove']({ id: 'staging' });
    expect(removed.ok ? removed.value : removed.error).toMatchObject({
      activeId: 'sandbox',
      environments: [{ id: 'sandbox' }],
    });
  });

  it('activates nothing that it does not hold, and keeps the choice', async () => {
    const { handlers } = openTestWorkbench();
    await handlers['environment.save'](staging);
    await handlers['environment.activate']({ id: 'staging' });
    expect(await handlers['environment.activate']({ id: 'stagin' })).toMatchObject({
      ok: false,
      error: { code: 'unknown-environment', message: 'There is no environment "stagin".' },
    });
    expect((await handlers['environment.list'](null)).activeId).toBe('staging');
  });

  it('tells of a file that cannot be read, and goes on with the others', async () => {
    const { handlers, workspace } = openTestWorkbench();
    await handlers['environment.save'](staging);
    writeFileSync(join(workspace, 'environments', 'broken.yaml'), 'version: [');
    const overview = await handlers['environment.list'](null);
    expect(overview.environments.map(({ id }) => id)).toEqual(['sandbox', 'staging']);
    expect(overview.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('broken.yaml cannot be read') as string,
    ]);
  });

  it('tells the names of the secrets that are set and the end of long ones, and no value', async () => {
    const { handlers } = openTestWorkbench();
    await handlers['environment.save'](staging);
    const secret = { environmentId: 'staging', name: 'payu.accessToken' };
    const set = await handlers['secret.set']({ ...secret, value: 'invented-value' });
    expect(set).toMatchObject({
      ok: true,
      value: { secrets: { sandbox: [], staging: [{ name: 'payu.accessToken', lastFour: 'alue' }] } },
    });
    expect(JSON.stringify(set)).not.toContain('invented-value');
    const cleared = await handlers['secret.clear'](secret);
    expect(cleared).toMatchObject({ ok: true, value: { secrets: { sandbox: [], staging: [] } } });
  });
});

describe('the built-in sandbox', () => {
  it('cannot be changed or removed', async () => {
    const { handlers } = openTestWorkbench();
    const refusal = {
      ok: false,
      error: {
        code: 'bad-environment',
        message: 'The local sandbox is built in and cannot be changed or removed.',
      },
    };
    expect(await handlers['environment.save']({ ...staging, id: 'sandbox' })).toMatchObject(refusal);
    expect(await handlers['environment.remove']({ id: 'sandbox' })).toMatchObject(refusal);
  });

  it('cannot be replaced by a file of its name, which is named as a problem', async () => {
    const workbench = openTestWorkbench();
    mkdirSync(join(workbench.workspace, 'environments'));
    const file = join(workbench.workspace, 'environments', 'sandbox.yaml');
    writeFileSync(file, 'version: 1\nclass: production\nvariables:\n  payu.baseUrl: http://127.0.0.1:9\n');
    const exchange = await workbench.send('payu', 'refund');
    expect(exchange.environment).toEqual({
      id: 'sandbox',
      name: 'Local sandbox',
      environmentClass: 'sandbox',
    });
    expect(exchange.explanation?.verdict).toBe('pending');
    const { problems, environments } = await workbench.handlers['environment.list'](null);
    expect(environments).toHaveLength(1);
    expect(problems[0]?.message).toContain(file);
  });

  it('is not what an environment with its name for a title gets', async () => {
    const workbench = openTestWorkbench();
    await workbench.handlers['environment.save']({ ...staging, name: 'sandbox' });
    const exchange = await workbench.send('payu', 'refund');
    expect(exchange.environment.environmentClass).toBe('sandbox');
  });
});

describe('a send', () => {
  it.each(['payu-test', 'PayU Test', 'payu TEST'])(
    'finds its environment by id or name: %s',
    async (wanted) => {
      const workbench = openTestWorkbench();
      const provider = await openProvider(workbench, 'payu', ({ socket }) => socket.write(httpAnswer('{}')));
      const result = await workbench.handlers['exchange.send'](sendInput('payu', 'refund', {}, wanted));
      expect(result.ok ? result.value.environment.id : result.error).toBe('payu-test');
      expect(provider.requests).toHaveLength(1);
    },
  );

  it('in an environment whose file cannot be read says what is wrong with the file', async () => {
    const { handlers, workspace } = openTestWorkbench();
    mkdirSync(join(workspace, 'environments'));
    writeFileSync(join(workspace, 'environments', 'broken.yaml'), 'version: 7\nclass: test\n');
    const result = await handlers['exchange.send'](sendInput('payu', 'refund', {}, 'broken'));
    expect(result).toMatchObject({
      ok: false,
      error: [{ code: 'storage', message: expect.stringContaining('its version is "7"') as string }],
    });
  });
});

describe('a removed environment', () => {
  it('is brought back with its file, its secrets and the choice of it', async () => {
    const { handlers, workspace } = openTestWorkbench();
    await handlers['environment.save'](staging);
    await handlers['environment.activate']({ id: 'staging' });
    await handlers['secret.set']({ environmentId: 'staging', name: 'payu.clientSecret', value: 'invented' });
    const path = join(workspace, 'environments', 'staging.yaml');
    writeFileSync(path, `# by hand\n${readFileSync(path, 'utf8')}`);
    const text = readFileSync(path, 'utf8');
    expect(await handlers['environment.remove']({ id: 'staging' })).toMatchObject({
      ok: true,
      value: { activeId: 'sandbox' },
    });
    expect(await handlers['environment.restore']({ id: 'staging' })).toMatchObject({
      ok: true,
      value: { activeId: 'staging', secrets: { staging: [{ name: 'payu.clientSecret' }] } },
    });
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('that still has secrets is told by its id, so that no new one takes them over', async () => {
    const { handlers } = openTestWorkbench();
    await handlers['environment.save'](staging);
    await handlers['secret.set']({ environmentId: 'staging', name: 'payu.clientSecret', value: 'invented' });
    await handlers['environment.remove']({ id: 'staging' });
    const { environments, secrets } = await handlers['environment.list'](null);
    expect(environments.map(({ id }) => id)).toEqual(['sandbox']);
    expect(Object.keys(secrets)).toEqual(['sandbox', 'staging']);
  });

  it.each(['sandbox', '../staging', 'never-there'])(
    'cannot be brought back where there was none: %s',
    async (id) => {
      const { handlers } = openTestWorkbench();
      expect(await handlers['environment.restore']({ id })).toMatchObject({
        ok: false,
        error: { code: 'unknown-environment' },
      });
    },
  );
});

describe('names', () => {
  it('are changed without moving the file or losing a secret', async () => {
    const { handlers, workspace } = openTestWorkbench();
    await handlers['environment.save'](staging);
    await handlers['secret.set']({ environmentId: 'staging', name: 'payu.clientSecret', value: 'invented' });
    const { files } = await handlers['environment.list'](null);
    const renamed = { ...staging, name: 'Renamed', revision: files['staging']?.revision };
    expect(await handlers['environment.save'](renamed)).toMatchObject({
      ok: true,
      value: { secrets: { staging: [{ name: 'payu.clientSecret' }] } },
    });
    expect(readFileSync(join(workspace, 'environments', 'staging.yaml'), 'utf8')).toContain(
      'name: "Renamed"',
    );
  });

  it('are given once: a second one is refused, also in other capitals', async () => {
    const { handlers } = openTestWorkbench();
    await handlers['environment.save'](staging);
    for (const name of ['my staging ', 'My Staging', 'local SANDBOX']) {
      expect(await handlers['environment.save']({ ...staging, id: 'other', name })).toMatchObject({
        ok: false,
        error: { code: 'bad-environment', remedy: 'Choose another name.' },
      });
    }
    expect((await handlers['environment.list'](null)).environments).toHaveLength(2);
  });

  it('that two files share are told, and a send by that name goes to neither', async () => {
    const { handlers, workspace } = openTestWorkbench();
    await handlers['environment.save'](staging);
    const twin = 'version: 1\nname: My Staging\nclass: production\n';
    writeFileSync(join(workspace, 'environments', 'twin.yaml'), twin);
    const problem = {
      code: 'bad-environment',
      message: 'There are 2 environments of the name My Staging: staging, twin.',
    };
    expect((await handlers['environment.list'](null)).problems).toMatchObject([problem]);
    const result = await handlers['exchange.send'](sendInput('payu', 'refund', {}, 'my staging'));
    expect(result).toMatchObject({ ok: false, error: [problem] });
  });
});

describe('an environment of a newer workbench', () => {
  it('is listed and marked, and is neither chosen nor sent to', async () => {
    const { handlers, workspace } = openTestWorkbench();
    mkdirSync(join(workspace, 'environments'));
    writeFileSync(
      join(workspace, 'environments', 'next.yaml'),
      'version: 2\nname: Next\nclass: production\n',
    );
    const { environments, files, problems } = await handlers['environment.list'](null);
    expect(environments[1]).toMatchObject({ id: 'next', name: 'Next', environmentClass: 'production' });
    expect(problems).toEqual([files['next']?.readOnly]);
    expect(await handlers['environment.activate']({ id: 'next' })).toEqual({ ok: false, error: problems[0] });
    const result = await handlers['exchange.send'](sendInput('payu', 'refund', {}, 'Next'));
    expect(result).toEqual({ ok: false, error: problems });
  });
});

it('another environment of the class sandbox is one for servers on this machine', async () => {
  const { handlers } = openTestWorkbench();
  const own: Environment = { ...staging, id: 'own', name: 'Own mock', environmentClass: 'sandbox' };
  expect(await handlers['environment.save'](own)).toMatchObject({ ok: true });
  const values = { 'payu.accessToken': 'invented', 'payu.clientSecret': 'invented' };
  const away = sendInput('payu', 'refund', { ...values, 'payu.baseUrl': 'https://provider.example' }, 'own');
  const overrides = { ...away.overrides, 'payu.merchantId': '1', 'payu.resellerId': '2' };
  const ids = { 'payu.payuId': '403993715529606983', 'payu.refundId': 'R-1' };
  expect(await handlers['exchange.send']({ ...away, overrides: { ...overrides, ...ids } })).toMatchObject({
    ok: false,
    error: [
      {
        code: 'wrong-host',
        message:
          'Own mock is of the class sandbox, which is for servers on this machine, and https://provider.example is not on it.',
      },
    ],
  });
});

it('a production host in an environment of the class test is told, and does not stop the dry run', async () => {
  const { handlers } = openTestWorkbench();
  const variables = [{ name: 'payu.baseUrl', value: 'https://api.payu.in' }];
  await handlers['environment.save']({ ...staging, variables });
  const { draft, environmentId, overrides } = sendInput(
    'payu',
    'refund',
    {
      'payu.accessToken': 'invented',
      'payu.clientSecret': 'invented',
      'payu.merchantId': '1',
      'payu.resellerId': '1',
      'payu.payuId': '1',
      'payu.refundId': 'R-1',
      'payu.amount': '1.00',
    },
    'staging',
  );
  const { problems, warnings } = await handlers['exchange.preview']({ draft, environmentId, overrides });
  expect(problems).toEqual([]);
  expect(warnings[0]?.message).toContain('api.payu.in is known as PayU production');
});

describe('whoever listens', () => {
  it('hears of files that another program changes, and of a choice', async () => {
    const { handlers, listen, workspace } = openTestWorkbench();
    await handlers['environment.save'](staging);
    const names: string[] = [];
    onTestFinished(listen(({ name }) => void names.push(name)));
    writeFileSync(join(workspace, 'environments', 'staging.yaml'), 'version: 1\nclass: test\n');
    await vi.waitFor(() => expect(names).toEqual(['environment.changed']));
    await handlers['environment.activate']({ id: 'staging' });
    expect(names).toEqual(['environment.changed', 'environment.changed']);
  });
});
