import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { apis } from '../../shared/apis/registry.ts';
import { sandboxes } from '../../shared/apis/sandboxes.ts';
import { evidenceKinds } from '../../shared/model/evidence.ts';
import { httpAnswer, startRawServer } from '../support/raw-server.ts';
import { type Cli, openCli } from '../support/run-cli.ts';
import { encodingsOf, readAll, tracesOf } from '../support/traces-of.ts';

type Secrets = Readonly<Record<string, string>>;

const passphrase = 'an invented passphrase ~ for the canaries';

function canariesOf(apiId: string): Secrets {
  const api = apis.find(({ id }) => id === apiId);
  const names = (api?.variables ?? []).filter(({ secret }) => secret).map(({ name }) => name);
  return Object.fromEntries(names.map((name, index) => [name, `Canary-${index}~ <&>"'%/\\+=?:é-${apiId}`]));
}

/** A provider that gives back all it was sent and every secret in every encoding. */
async function startEcho(secrets: Secrets): Promise<{ origin: string; requests: readonly string[] }> {
  const encodings = Object.values(secrets).flatMap((secret) => encodingsOf(secret));
  const cookies = ['Set-Cookie: SESSION_ID=one', 'Set-Cookie: SESSION_INFO=two'];
  return startRawServer(({ socket, text }) => {
    const data = { access_token: 'invented-token', expiry_time: '2099-01-01 00:00:00' };
    const body = JSON.stringify({ status_code: 200, data, request: text, encodings });
    socket.write(httpAnswer(`${body}\n`, { headers: cookies }));
  });
}

function writeEnvironment(cli: Cli, apiId: string, baseUrl: string, secrets: Secrets): void {
  const demo = apis.find(({ id }) => id === apiId)?.templates.find(({ id }) => id === 'refund')?.demo;
  const values = { ...sandboxes.get(apiId)?.variables, ...demo, [`${apiId}.baseUrl`]: baseUrl };
  const lines = Object.entries(values).flatMap(([name, value]) =>
    Object.hasOwn(secrets, name) ? [] : [`  ${name}: ${JSON.stringify(value)}`],
  );
  mkdirSync(join(cli.workspace, 'environments'));
  const file = ["version: '1'", 'name: Acme', 'class: test', 'variables:', ...lines, 'secrets: []', ''];
  writeFileSync(join(cli.workspace, 'environments', 'acme.yaml'), file.join('\n'));
}

describe.each(apis.map(({ id }) => id))('%s', (api) => {
  it('no secret is printed by any command or stands in any file, with a provider that echoes it', async () => {
    const secrets = canariesOf(api);
    expect(Object.keys(secrets)).not.toEqual([]);
    const cli = openCli();
    const { origin, requests } = await startEcho(secrets);
    writeEnvironment(cli, api, origin, secrets);
    const env = { REFUND_WORKBENCH_PASSPHRASE: passphrase };
    const outputs: string[] = [];
    const run = async (...args: readonly string[]): Promise<void> => {
      const { stdout, stderr } = await cli.run(args, { env });
      outputs.push(stdout, stderr);
    };
    await run('vault', 'create', 'passphrase');
    for (const [name, value] of Object.entries(secrets)) {
      const set = await cli.run(['vault', 'set', 'acme', name], { env, input: `${value}\n` });
      expect(set, name).toMatchObject({ code: 0 });
      outputs.push(set.stdout, set.stderr);
    }
    for (const json of [[], ['--json']]) {
      await run('send', `${api}/refund`, '--env', 'acme', '--dry-run', ...json);
      await run('send', `${api}/refund`, '--env', 'acme', ...json);
      await run('history', 'list', ...json);
      await run('history', 'show', '1', ...json);
      await run('history', 'unresolved', ...json);
      await run('audit', 'export', ...json);
      await run('vault', 'list', ...json);
      await run('vault', 'status', ...json);
    }
    for (const format of evidenceKinds) await run('history', 'export', '1', '--format', format);
    expect(requests.length).toBeGreaterThan(0);
    expect(tracesOf(secrets, requests.join('\n'))).not.toEqual([]);
    expect(outputs.join('').length).toBeGreaterThan(2000);
    const known = { ...secrets, passphrase };
    expect(tracesOf(known, outputs.join('\n'))).toEqual([]);
    expect(tracesOf(known, readAll(cli.data))).toEqual([]);
    expect(tracesOf(known, readAll(cli.workspace))).toEqual([]);
  }, 120_000);
});
