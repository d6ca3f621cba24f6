import { describe, expect, it } from 'vitest';

import { api } from '../../../../shared/apis/luminate/index.ts';
import { effectOf } from '../../support/prepared-template.ts';

describe('what a Luminate request will do', () => {
  it('is only a record where process_transaction is absent or false, and the reason is said', () => {
    expect(effectOf(api, 'refund').sentences[0]).toBe(
      'Records 1 refund. No money moves: process_transaction is not true.',
    );
    expect(effectOf(api, 'mixed-batch').sentences[0]).toBe(
      'Records 5 refunds. No money moves: process_transaction is absent, which means false.',
    );
  });

  it('moves money where process_transaction is true, in all items or in some', () => {
    const edit = (text: string): string =>
      text.replaceAll('<process_transaction>false', '<process_transaction>true');
    expect(effectOf(api, 'refund', { edit }).sentences[0]).toBe(
      'Sends 1 refund through the payment gateway and records what succeeds. Money moves.',
    );
    const one = (text: string): string =>
      text.replace(
        '<refund_type>partial',
        '<process_transaction>1</process_transaction><refund_type>partial',
      );
    expect(effectOf(api, 'mixed-batch', { edit: one }).sentences[0]).toBe(
      'Sends 1 of 5 refunds through the payment gateway, so money moves; 4 are only recorded.',
    );
  });

  it('is everything where refund_type is absent, and that is said', () => {
    const { sentences } = effectOf(api, 'mixed-batch');
    expect(sentences).toContain('donation 5602: 1000 = 10.00 USD, in cents');
    expect(sentences).toContain('TeamRaiser registration 5613: all of it');
    expect(sentences).toContain(
      'personal fundraising gift 709-1201-1-5622-5622: all of it, refund_type is absent',
    );
  });

  it('says whether an e-mail goes out, and why none does', () => {
    const mailOf = (edit: (text: string) => string): string | undefined =>
      effectOf(api, 'refund', { edit }).sentences.at(-1);
    const mail = '<send_autoresponder>false</send_autoresponder>';
    expect(mailOf((text) => text)).toBe(
      'No e-mail is sent: send_autoresponder is not true. Luminate cannot undo a refund.',
    );
    expect(mailOf((text) => text.replace(mail, ''))).toContain(
      'No e-mail is sent: send_autoresponder is absent, which means false.',
    );
    expect(mailOf((text) => text.replace(mail, mail.replace('false', 'true')))).toContain(
      'The constituent gets an e-mail.',
    );
  });

  it('shows amounts in cents and in dollars, with their parts', () => {
    expect(effectOf(api, 'teamraiser-partial').sentences[1]).toBe(
      'TeamRaiser registration 5612: 2800 = 28.00 USD, in cents (registration 1002 1000, gift with registration 1002 1300, upsell 301 500)',
    );
  });

  it('warns of a total beside its parts, of an amount that does not count, and of cancelled tickets', () => {
    const total = '<refund_amount>2800</refund_amount><regRefundDataList>';
    const both = effectOf(api, 'teamraiser-partial', {
      edit: (text) => text.replace('<regRefundDataList>', total),
    });
    expect(both.cautions[0]).toMatch(/^TeamRaiser registration 5612 has refund_amount and amounts of reg/);
    const unused = effectOf(api, 'partial-refund', { edit: (text) => text.replace('>partial<', '>full<') });
    expect(unused.cautions).toEqual([
      'The amount at donation 1000 does not make it a partial refund: refund_type is not partial.',
    ]);
    expect(effectOf(api, 'mixed-batch').cautions[0]).toBe('Cancels every ticket of ticket order 5632.');
  });
});
