import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A small collection on the disk, as a pull would bring it: three requests, one of them in the folder Partial. */
export function seedCollection(workspace: string): void {
  const files: Readonly<Record<string, string>> = {
    'shop/collection.yaml': [
      'version: "1"',
      'name: "Acme shop"',
      'variables:',
      '  digipay.amount: "100.00"',
      'order:',
      '  - in-full',
      '  - partial',
      '  - again',
      '',
    ].join('\n'),
    'shop/partial/folder.yaml': 'version: "1"\nname: "Partial"\norder:\n  - one-rupee\n',
    'shop/in-full.yaml': requestText('In full', '100.00'),
    'shop/partial/one-rupee.yaml': requestText('One rupee', '1.00'),
    'shop/again.yaml': requestText('Again', '100.00'),
  };
  for (const [name, text] of Object.entries(files)) {
    const path = join(workspace, 'collections', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

function requestText(name: string, amount: string): string {
  return [
    'version: "1"',
    `name: "${name}"`,
    'notes: "Kept by hand"',
    'api: digipay',
    'template: refund',
    'operation: refund',
    'method: POST',
    'url: "{{digipay.baseUrl}}/digipay/v3/transaction/wallet_refund_money"',
    'headers:',
    '  - Authorization: "Token {{$session.token}}"',
    '  - CompanyID: "{{digipay.companyId}}"',
    '  - content-type: "application/json"',
    'body:',
    '  kind: json',
    '  text: |',
    '    {',
    '      "initial_txn_id": "{{digipay.transactionId}}",',
    `      "txn_amount": ${amount},`,
    '      "note": "Refund Money"',
    '    }',
    '',
  ].join('\n');
}
