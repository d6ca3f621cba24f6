import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// How much memory a run takes: `npm run bench -- runs [requests]...`, on Linux and after a build. The command line
// itself runs a data file with so many rows against a server on loopback; the peak is what the system says of it.

const sizes = process.argv.slice(2).map(Number);
/** As `npm run cli` has it: V8 otherwise lets garbage of a long run pile up while memory is plenty. */
const thrifty = ['--max-semi-space-size=2'];
const project = join(import.meta.dirname, '..', '..');
const program = join(project, 'dist', 'node', 'cli.js');
/** A refund that PayU takes, as its document prints it. */
const answer =
  '{"status":1,"msg":"Refund Request Queued","request_id":"12486538355","bank_ref_num":null,"mihpayid":403993715529606983,"error_code":102}';

if (!existsSync(program)) throw new Error('dist/node/cli.js is missing; build first');
const server = createServer((request, response) => {
  request.resume().on('end', () => response.setHeader('Content-Type', 'application/json').end(answer));
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as AddressInfo;
const peaks: number[] = [];
for (const requests of sizes.length === 0 ? [1000, 10_000] : sizes) {
  const folder = mkdtempSync(join(tmpdir(), 'refund-workbench-runs-'));
  try {
    const started = performance.now();
    const peak = await measure(folder, requests);
    peaks.push(peak);
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    const factor = (peak / (peaks[0] ?? peak)).toFixed(2);
    process.stdout.write(
      `${requests} requests: ${(peak / 1000).toFixed(0)} MB at the most (× ${factor}), ${seconds} s\n`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
server.close();

/** The peak of the resident memory of one run, in kB. */
async function measure(folder: string, requests: number): Promise<number> {
  const child = spawn(
    process.execPath,
    [
      ...thrifty,
      program,
      'run',
      prepare(folder, requests),
      '--env',
      'loopback',
      '--data',
      join(folder, 'rows.csv'),
      '--workspace',
      folder,
    ],
    {
      stdio: 'ignore',
      env: {
        ...process.env,
        REFUND_WORKBENCH_DATA: join(folder, 'data'),
        REFUND_WORKBENCH_SECRET_PAYU_CLIENTSECRET: 'invented',
        REFUND_WORKBENCH_SECRET_PAYU_ACCESSTOKEN: 'invented',
      },
    },
  );
  let peak = 0;
  const timer = setInterval(() => {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
  }, 100);
  await new Promise((resolve) => child.once('exit', resolve));
  clearInterval(timer);
  return peak;
}

/** Writes data file, environment and a collection of one refund; gives the path of the collection. */
function prepare(folder: string, requests: number): string {
  const rows = Array.from({ length: requests }, (_, index) => `R-${index},${index}.01`);
  writeFileSync(join(folder, 'rows.csv'), `payu.refundId,payu.amount\n${rows.join('\n')}\n`);
  mkdirSync(join(folder, 'environments'));
  writeFileSync(
    join(folder, 'environments', 'loopback.yaml'),
    `version: "1"\nname: loopback\nclass: test\nvariables:\n  payu.baseUrl: http://127.0.0.1:${port}\n  payu.merchantId: "1"\n  payu.resellerId: "2"\n  payu.payuId: "123"\n`,
  );
  const collection = join(folder, 'refunds');
  mkdirSync(collection);
  writeFileSync(join(collection, 'collection.yaml'), 'version: "1"\nname: Refunds\n');
  writeFileSync(
    join(collection, 'refund.yaml'),
    `version: "1"
name: Refund
api: payu
template: refund
operation: refund
method: POST
url: "{{payu.baseUrl}}/partner/refunds"
headers:
  - Content-Type: application/json
  - Authorization: Bearer {{payu.accessToken}}
body:
  kind: json
  text: '{"refund_id":"{{payu.refundId}}","payu_id":{{payu.payuId}},"merchant_id":"{{payu.merchantId}}","reseller_id":"{{payu.resellerId}}","hash":"{{$signature}}","amount":{{payu.amount}}}'
`,
  );
  return collection;
}
