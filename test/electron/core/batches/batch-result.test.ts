import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';

import { addTable, planOf, runToEnd } from '../../../support/batch-of.ts';
import { openProvider } from '../../../support/loopback-provider.ts';
import { openTestWorkbench } from '../../../support/open-test-workbench.ts';
import { httpAnswer } from '../../../support/raw-server.ts';
import { valueOf } from '../../../support/value-of.ts';

const lines = [
  '403993716000000001,0.10,00123,"a ""quoted"", name"',
  '403993716000000002,2,=1+1,"two\nlines"',
  '403993716000000003,,R-3,@name',
];

it('has one line for each row: its cells byte for byte, and what became of it, harmless in a spreadsheet', async () => {
  const workbench = openTestWorkbench();
  const answer = '{"status":1,"msg":"Refund Request Queued","request_id":"=1+1","error_code":102}';
  const provider = await openProvider(
    workbench,
    'payu',
    ({ socket }) => void socket.write(httpAnswer(answer)),
  );
  const table = await addTable(workbench, ['payuId,amount,refundId,name', ...lines].join('\n'));
  const batch = await runToEnd(workbench, planOf(table, { environmentId: provider.environmentId }));
  const parts: string[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const part: { text: string; next: number | null } = valueOf(
      await workbench.handlers['batch.result']({ id: batch.id, after, limit: 2 }),
    );
    parts.push(part.text);
    after = part.next;
  }
  const [names, ...rows] = parse(parts.join(''), { record_delimiter: '\r\n' }) as string[][];
  expect(names?.slice(0, 7)).toEqual([
    ...['payuId', 'amount', 'refundId', 'name'],
    ...['result state', 'result code', 'result meaning'],
  ]);
  expect(rows.map((cells) => cells.slice(0, 4))).toEqual([
    ['403993716000000001', '0.10', '00123', 'a "quoted", name'],
    ['403993716000000002', '2', '=1+1', 'two\nlines'],
    ['403993716000000003', '', 'R-3', '@name'],
  ]);
  expect(rows[0]?.slice(4, 12)).toEqual([
    ...['pending', '102', 'Accepted, not final: refund request queued'],
    ...['403993716000000001', '0.10', '00123', "'=1+1", '1'],
  ]);
  expect(rows[1]?.slice(8, 10)).toEqual(['2', '=1+1']);
  expect(rows[2]?.slice(4, 7)).toEqual(['invalid', '', 'The cell is empty.']);
});
