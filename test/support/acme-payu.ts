import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { type RawRequest, type RawServer, startRawServer } from './raw-server.ts';
import { type Cli, openCli } from './run-cli.ts';

/** Secrets of PayU as a process gets them. */
export const acmeCredentials = {
  REFUND_WORKBENCH_SECRET_PAYU_ACCESSTOKEN: 'invented-token',
  REFUND_WORKBENCH_SECRET_PAYU_CLIENTSECRET: 'invented-secret',
};

/** A command line with an environment `acme` that points to a PayU of the test's own: 23.12 of …6983 as TICKET-1. */
export async function openAcmePayu(
  environmentClass: 'test' | 'production',
  answer: (request: RawRequest) => void,
): Promise<{ readonly cli: Cli; readonly provider: RawServer }> {
  const cli = openCli();
  const provider = await startRawServer(answer);
  const values = {
    baseUrl: provider.origin,
    merchantId: '1',
    resellerId: '2',
    payuId: '403993715529606983',
    refundId: 'TICKET-1',
    amount: '23.12',
  };
  const lines = Object.entries(values).map(([name, value]) => `  payu.${name}: '${value}'`);
  const head = ["version: '1'", 'name: Acme', `class: ${environmentClass}`, 'variables:'];
  mkdirSync(join(cli.workspace, 'environments'));
  writeFileSync(join(cli.workspace, 'environments', 'acme.yaml'), [...head, ...lines, ''].join('\n'));
  return { cli, provider };
}
