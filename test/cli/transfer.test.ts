import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { expectSentence, jsonOf, openCli } from '../support/run-cli.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const http = `### Refund it
POST https://test-partnerapilayer.payu.in/apilayer/partner/refunds
Content-Type: application/json

{"refund_id": "00123", "payu_id": 403993715529606983, "merchant_id": "1", "reseller_id": "2", "hash": "{{$signature}}", "amount": 0.10}

### Weather
GET https://weather.example/today
`;

function fileOf(name: string, text: string): string {
  const path = join(temporaryDirectory(), name);
  writeFileSync(path, text);
  return path;
}

describe('import and export on the command line', () => {
  it('imports a file, exports it for Postman and imports that as the same collection', async () => {
    const cli = openCli();
    const imported = await cli.run(['import', fileOf('team.http', http), '--json']);
    expect(imported.code).toBe(0);
    expect(jsonOf(imported)).toMatchObject({
      preview: { kind: 'http', requests: 1, remarks: expect.any(Array) },
      written: { collections: ['team'], environments: [] },
    });
    const out = join(temporaryDirectory(), 'new', 'folder');
    const exported = await cli.run(['export', 'team', '--format', 'postman', '--out', out, '--json']);
    expect(exported.code).toBe(0);
    const { files } = jsonOf(exported) as { readonly files: readonly string[] };
    expect(files).toEqual([
      join(out, 'team.postman_collection.json'),
      join(out, 'local-sandbox.postman_environment.json'),
    ]);
    const again = await cli.run(['import', files[0] ?? '', '--json']);
    expect(jsonOf(again)).toMatchObject({
      preview: { kind: 'postman-collection', remarks: [] },
      written: { collections: ['team-2'] },
    });
    const folder = join(cli.workspace, 'collections');
    const request = (id: string): string => readFileSync(join(folder, id, 'refund-it.yaml'), 'utf8');
    expect(request('team-2')).toBe(request('team'));
    expect(request('team')).toContain('403993715529606983');
  });

  it('tells in a dry run what would be taken over and what not, and writes nothing', async () => {
    const cli = openCli();
    const { stdout, code } = await cli.run(['import', '-', '--dry-run'], { input: http });
    expect(code).toBe(0);
    expect(stdout).toContain('http: 1 request, 0 environments\n');
    expect(stdout).toContain('    Refund it (payu, refund)\n');
    expect(stdout).toContain('Nothing was written.\n');
    expect(stdout).toContain('- Weather: Not taken over: GET https://weather.example/today is no call');
    const folder = join(cli.workspace, 'collections');
    expect(existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith('.')) : []).toEqual([]);
  });

  it('writes every format, and no file over another unless it is told to', async () => {
    const cli = openCli();
    await cli.run(['import', fileOf('team.http', http)]);
    const out = temporaryDirectory();
    for (const format of ['har', 'curl', 'http']) {
      const { code, stdout } = await cli.run(['export', 'team', '--format', format, '--out', out]);
      expect(code).toBe(0);
      expect(stdout).toContain('{{$signature}}');
    }
    expect(readdirSync(out).toSorted()).toEqual(['team.har', 'team.http', 'team.sh']);
    const again = await cli.run(['export', 'team', '--format', 'har', '--out', out]);
    expect(again.code).toBe(2);
    expectSentence(again);
    expect((await cli.run(['export', 'team', '--format', 'har', '--out', out, '--force'])).code).toBe(0);
  });

  it.each([
    [['import', '/nowhere/x.json']],
    [['import']],
    [['export', 'nothing', '--format', 'har']],
    [['export', 'nothing', '--format', 'word']],
    [['export', 'nothing']],
    [['export', 'nothing', '--format', 'har', '--env', 'nowhere']],
  ])('says what is wrong with %j in a sentence', async (args) => {
    const run = await openCli().run(args);
    expect(run.code).toBe(2);
    expectSentence(run);
  });

  it('says line and column of a file that is malformed', async () => {
    const run = await openCli().run(['import', fileOf('bad.json', '{\n  "info": [1,}\n')]);
    expect(run.code).toBe(2);
    expectSentence(run);
    expect(run.stderr).toContain('bad.json is not JSON: line 2, column 14');
  });
});
