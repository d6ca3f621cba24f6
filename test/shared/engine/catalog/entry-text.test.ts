import { expect, it } from 'vitest';

import { entryText } from '../../../../shared/engine/catalog/entry-text.ts';
import { assumption } from '../../../../shared/model/source.ts';
import { entryOf } from '../../support/demo-api.ts';

it('a documented answer is text for a ticket, with where it comes from', () => {
  const entry = entryOf({
    id: 'twice',
    code: '214',
    message: 'Two refunds',
    status: [400],
    resend: 'after-wait',
  });
  expect(entryText('Demo Pay', entry)).toBe(
    [
      'Demo Pay: title of twice',
      'HTTP: 400',
      'Code: 214',
      'Message: Two refunds',
      'Meaning: meaning of twice',
      'What to do: remedy of twice',
      'Send again?: Wait, then send the same request again.',
      'From: Demo manual (supplied document, certain)',
      'Concerns: the refund call itself',
    ].join('\n'),
  );
});

it('what is not documented is said, and an assumption is called one', () => {
  const text = entryText('Demo Pay', entryOf({ id: 'bare', source: assumption('Nobody says') }));
  expect(text).toContain('HTTP: not documented\nCode: none\nMessage: not documented');
  expect(text).toContain('From: Nobody says (assumption of the workbench, guess)');
});
