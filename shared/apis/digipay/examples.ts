import type { DocumentedExample } from '../../definition/documented-example.ts';
import { seed as source } from './sources.ts';

const copiedId = 'The request’s initial_txn_id, copied: expect the new id of the refund itself.';

/** What the document prints, word for word, the answer that is no JSON mended. */
export const examples: readonly DocumentedExample[] = [
  {
    id: 'request',
    title: 'Sample request',
    operation: 'refund',
    kind: 'request',
    status: null,
    format: 'json',
    text: `{
"initial_txn_id": "bcdc063cf4844eea82e1c0e68a2360e8",
"txn_amount": 100,
"txn_code": "MR / CR",
"payment_mode": 2,
"note": "Refund Money"
}`,
    source,
    defects: [
      {
        path: 'txn_code',
        slip: 'value',
        reason:
          'Two alternatives, and CIB in the table: send one code, MR or CR; most likely merchant refund and customer refund.',
      },
    ],
    sampleValues: [
      { path: 'initial_txn_id' },
      { path: 'txn_amount' },
      { path: 'payment_mode' },
      { path: 'note' },
    ],
  },
  {
    id: 'refunded',
    title: 'Money refunded',
    operation: 'refund',
    kind: 'answer',
    status: 200,
    format: 'json',
    text: `{
"success": 1,
"error": [],
"data": {
"message": "Money successfully refunded",
"transaction": {
"txn_id": "bcdc063cf4844eea82e1c0e68a2360e8",
"txn_number": "bcdc063cf4844eea82e1c0e68a2360e8",
"txn_status": 1
}
}
}`,
    source,
    defects: [
      { path: 'data.transaction.txn_id', slip: 'value', reason: copiedId },
      { path: 'data.transaction.txn_number', slip: 'value', reason: copiedId },
    ],
    sampleValues: [],
  },
  {
    id: 'bad-request',
    title: 'Bad request',
    operation: 'refund',
    kind: 'answer',
    status: 400,
    format: 'json',
    text: `{
"success": 0,
"error": [1],
"data": {
"message": "BAD_REQUEST"
}
}`,
    printed: `{
"success": 0,
"error"": [1],
"data": {
"message": "BAD_REQUEST",
}
}`,
    source,
    defects: [
      { path: 'error', slip: 'mended', reason: 'Printed as "error"", with a quote too many.' },
      { path: 'data.message', slip: 'mended', reason: 'Printed with a comma before the brace.' },
    ],
    sampleValues: [],
  },
];
