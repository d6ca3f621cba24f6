import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';

import { createSandboxBodyReader } from '../../../../electron/adapters/sandbox/read-sandbox-body.ts';
import { connectRaw } from '../../../support/raw-client.ts';

/** A server that answers with what became of each body, of which it reads so many bytes at once. */
async function startReader(mostAtOnce: number): Promise<number> {
  const read = createSandboxBodyReader(mostAtOnce);
  const server = createServer((request, response) => {
    void read(request, 10).then((body) => response.end(JSON.stringify(body)));
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const head = 'POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n';

it('a body is read as text, up to its longest', async () => {
  const port = await startReader(100);
  expect(await connectRaw(port, `${head}Content-Length: 10\r\n\r\n0123456789`).closed).toMatch(
    /\{"text":"0123456789"\}/,
  );
  expect(await connectRaw(port, `${head}Content-Length: 11\r\n\r\n`).closed).toMatch(/"too long"/);
});

it('bodies at once are no more than fit, and there is room again when they are read', async () => {
  const port = await startReader(15);
  const first = connectRaw(port, `${head}Content-Length: 10\r\n\r\n012345678`);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await connectRaw(port, `${head}Content-Length: 10\r\n\r\n0123456789`).closed).toMatch(/"too many"/);
  first.socket.write('9');
  expect(await first.closed).toMatch(/0123456789/);
  expect(await connectRaw(port, `${head}Content-Length: 10\r\n\r\n0123456789`).closed).toMatch(/0123456789/);
});
