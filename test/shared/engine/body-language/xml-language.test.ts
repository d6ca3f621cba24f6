import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { apis } from '../../../../shared/apis/registry.ts';
import { bodyLanguageOf } from '../../../../shared/engine/body-language/body-language-of.ts';
import type { BodyFinding, BodyLanguage } from '../../../../shared/model/body-language.ts';
import { applyEdits, atBar, take } from '../../../support/edit-text.ts';
import { xmlBodies } from '../../../support/xml-bodies.ts';

const described = apis.flatMap((api) =>
  api.operations.flatMap(({ id, body }) =>
    body.format === 'form' && body.xml !== undefined ? [{ api, operation: id, xml: body.xml }] : [],
  ),
);
const [first] = described;
if (first === undefined) throw new Error('no operation has an XML body');
const { api, operation, xml } = first;
const language: BodyLanguage = bodyLanguageOf(api, {
  operation,
  kind: 'form',
  main: { field: xml.field, language: 'xml' },
});

const root = '<refundRequest xmlns="http://convio.com/crm/v1.0">';
/** A text inside of a ticket order. */
const order = (inside: string): string =>
  `${root}\n  <ticketRefundInfoList>\n    <ticketRefundInfo>\n      ${inside}\n    </ticketRefundInfo>\n  </ticketRefundInfoList>\n</refundRequest>`;

function labels(marked: string): readonly string[] {
  const { text, offset } = atBar(marked);
  return language.complete(text, offset).map(({ label }) => label);
}

function taken(marked: string, label: string): string {
  const { text, offset } = atBar(marked);
  const proposal = language.complete(text, offset).find((candidate) => candidate.label === label);
  if (proposal === undefined) throw new Error(`${label} is not offered in ${marked}`);
  return take(text, proposal);
}

function faults(text: string): readonly BodyFinding[] {
  return language.findings(text).filter(({ severity }) => severity === 'fault');
}

describe('what is offered', () => {
  it('is the root in an empty text, with the documented namespace', () => {
    const whole = `${root}\n  |\n</refundRequest>`;
    expect(taken('|', 'refundRequest')).toBe(whole);
    expect(taken('<|', 'refundRequest')).toBe(whole);
    expect(taken('<ref|', 'refundRequest')).toBe(whole);
  });

  it('is what may stand in an element, whatever is broken around it', () => {
    const lists = [
      'donRefundInfoList',
      'trRefundInfoList',
      'pfRefundInfoList',
      'ticketRefundInfoList',
      'ecommerceRefundInfoList',
    ];
    for (const after of ['</refundRequest>', '', '& <', '<donRefundInfo', '</x></y>'])
      expect(labels(`${root}\n  |\n${after}`).slice(0, 5)).toEqual(lists);
    expect(labels(`${root}<donRefundInfoList/>{{x}}|</refundRequest>`)).toEqual(lists.slice(1));
  });

  it('is required elements first, those that stand already left out, and lists again', () => {
    expect(
      labels(order('<ticket_refund_item><num_of_tickets>1</num_of_tickets>|</ticket_refund_item>')),
    ).toEqual(['ticket_class_id', 'ticket_refund_amount']);
    expect(labels(order('<transaction_id>1</transaction_id><ticket_refund_item/>|'))).toContain(
      'ticket_refund_item',
    );
    expect(labels(order('<transaction_id>1</transaction_id>|'))).not.toContain('transaction_id');
  });

  it('is inserted with its closing tag and with what it requires', () => {
    expect(taken(order('<|'), 'refund_type')).toBe(order('<refund_type>|</refund_type>'));
    expect(taken(order('<refu|'), 'refund_type')).toBe(order('<refund_type>|</refund_type>'));
    expect(taken(order('|'), 'ticket_refund_item')).toBe(
      order(
        '<ticket_refund_item>\n  <ticket_class_id>|</ticket_class_id>\n  <ticket_refund_amount></ticket_refund_amount>\n  <num_of_tickets></num_of_tickets>\n</ticket_refund_item>',
      ),
    );
    expect(taken('<c:refundRequest><|', 'donRefundInfoList')).toContain(
      '<c:donRefundInfoList>\n  |\n</c:donRefundInfoList>',
    );
  });

  it('changes only the name of a tag that is whole', () => {
    expect(taken(order('<refu| a="1">x</refu>'), 'refund_type')).toBe(order('<refund_type a="1">x</refu>'));
  });

  it('is the closing tag of what is open', () => {
    expect(taken(`${root}<donRefundInfoList></|`, 'donRefundInfoList')).toBe(
      `${root}<donRefundInfoList></donRefundInfoList>`,
    );
    expect(taken(order('<refund_type>full</r|'), 'refund_type')).toBe(
      order('<refund_type>full</refund_type>'),
    );
    expect(taken(`${root}<donRefundInfoList><|`, '/donRefundInfoList')).toBe(
      `${root}<donRefundInfoList></donRefundInfoList>`,
    );
    expect(taken(`${root}<donRefundInfoList>|`, '</donRefundInfoList>')).toBe(
      `${root}<donRefundInfoList></donRefundInfoList>`,
    );
    expect(labels(`${root}<donRefundInfoList>|</donRefundInfoList></refundRequest>`)).toEqual([
      'donRefundInfo',
    ]);
  });

  it('is allowed values and examples as the content of a leaf', () => {
    expect(labels(order('<refund_type>|</refund_type>'))).toEqual(['full', 'partial']);
    expect(labels(order('<refund_type>|'))).toEqual(['full', 'partial', '</refund_type>']);
    expect(labels(order('<send_autoresponder>|</send_autoresponder>'))).toEqual(['true', 'false']);
    expect(labels(order('<transaction_id>|</transaction_id>'))).toEqual(['5579']);
    expect(taken(order('<refund_type> fu|ll </refund_type>'), 'partial')).toBe(
      order('<refund_type> partial </refund_type>'),
    );
    expect(labels(order('<refund_type>{{ty|pe}}</refund_type>'))).toEqual([]);
    expect(labels(order('<refund_type>{{type}}|</refund_type>'))).toEqual([]);
  });

  it('is the namespace in the root, where it has none', () => {
    expect(taken('<refundRequest |>', 'xmlns')).toBe('<refundRequest xmlns="http://convio.com/crm/v1.0">');
    expect(taken('<refundRequest |', 'xmlns')).toBe('<refundRequest xmlns="http://convio.com/crm/v1.0"');
    expect(labels((root.replace('>', ' |>')))).toEqual([]);
    expect(labels('<refundRequest><donRefundInfoList |></refundRequest>')).toEqual([]);
  });

  it.each(['<!-- | -->', '<![CDATA[|', '<?x | ?>', '{{|}}', '<a x="|">', '<a/>|'])(
    'is nothing in %s',
    (marked) => {
      expect(labels(marked === '<a/>|' ? `${root}</refundRequest>|` : `${root}${marked}`)).toEqual([]);
    },
  );

  it('says what it is', () => {
    const { text, offset } = atBar(order('|'));
    const proposal = language.complete(text, offset).find(({ label }) => label === 'gift_refund_amount');
    expect(proposal?.detail).toBe('amount in the smallest unit of USD, optional');
    expect(proposal?.notes.join(' ')).toContain('Whole cents: 1000 is 10.00.');
  });
});

describe('what is told of a place', () => {
  it.each([
    '<refund|_type>full</refund_type>',
    '<refund_type>full</refund|_type>',
    '<refund_type>fu|ll</refund_type>',
  ])('is what is documented of the element: %s', (marked) => {
    const { text, offset } = atBar(order(marked));
    const help = language.describe(text, offset);
    expect(help?.title).toBe('refund_type');
    expect(help?.notes.join(' ')).toContain('Allowed: full, partial.');
    expect(text.slice(help?.range.start, help?.range.end)).toMatch(/^(?:refund_type|full)$/);
  });

  it('is nothing between elements, and of what is not documented', () => {
    for (const marked of [order('| <refund_type/>'), order('<unknown>|x</unknown>'), '|']) {
      const { text, offset } = atBar(marked);
      expect(language.describe(text, offset)).toBeNull();
    }
  });
});

describe('the structure', () => {
  it.each<[string, string, string, string | null]>([
    [
      'a required element that is missing goes where it is documented',
      '<ticket_refund_item>\n        <ticket_class_id>1</ticket_class_id>\n        <num_of_tickets>1</num_of_tickets>\n      </ticket_refund_item>',
      'ticket_refund_amount is missing in <ticket_refund_item>. Add it: ',
      '<ticket_refund_item>\n        <ticket_class_id>1</ticket_class_id>\n        <ticket_refund_amount></ticket_refund_amount>\n        <num_of_tickets>1</num_of_tickets>\n      </ticket_refund_item>',
    ],
    [
      'a misspelt element is renamed in both tags',
      '<transactionid>1</transactionid>',
      '<transactionid> is not documented inside <ticketRefundInfo>. transaction_id is: perhaps it was meant.',
      '<transaction_id>1</transaction_id>',
    ],
    [
      'a choice in another case is written as documented',
      '<refund_type> Full </refund_type>',
      'refund_type is Full; upper and lower case count. Write full.',
      '<refund_type> full </refund_type>',
    ],
    [
      'true and false are written small',
      '<send_autoresponder>TRUE</send_autoresponder>',
      'send_autoresponder is TRUE; upper and lower case count. Write true.',
      '<send_autoresponder>true</send_autoresponder>',
    ],
    [
      'an element that stands twice is left to its author',
      '<refund_type>full</refund_type><refund_type>partial</refund_type>',
      'refund_type stands twice in <ticketRefundInfo>. Keep one of them: the provider may read the other.',
      null,
    ],
  ])('%s', (_title, inside, message, mended) => {
    const text = order(inside);
    const [fault, ...others] = faults(text);
    expect(others).toEqual([]);
    expect(fault?.message).toContain(message);
    expect(fault?.fixes[0] === undefined ? null : applyEdits(text, fault.fixes[0].edits)).toBe(
      mended === null ? null : order(mended),
    );
  });

  it('gets all that is missing at once', () => {
    for (const empty of [
      '<ticket_refund_item></ticket_refund_item>',
      '<ticket_refund_item/>',
      '<ticket_refund_item>\n      </ticket_refund_item>',
    ]) {
      const text = order(empty);
      const all = faults(text)[0]?.fixes.at(-1);
      expect(all?.title).toBe('Add all 3 missing elements');
      const whole = applyEdits(text, all?.edits ?? []);
      expect(whole).toBe(
        order(
          '<ticket_refund_item>\n        <ticket_class_id></ticket_class_id>\n        <ticket_refund_amount></ticket_refund_amount>\n        <num_of_tickets></num_of_tickets>\n      </ticket_refund_item>',
        ),
      );
    }
  });

  it('does not take a name for a slip that is documented elsewhere', () => {
    const text = `${root}<trRefundInfoList><pfRefundInfo><transaction_id>1</transaction_id></pfRefundInfo></trRefundInfoList></refundRequest>`;
    expect(faults(text)).toEqual([]);
  });

  it('has the documented namespace, which is remarked upon', () => {
    const text = '<refundRequest>\n</refundRequest>';
    const [remark] = language.findings(text);
    expect(remark?.severity).toBe('remark');
    expect(applyEdits(text, remark?.fixes[0]?.edits ?? [])).toBe(`${root}\n</refundRequest>`);
  });
});

describe('the sample that the document prints broken', () => {
  const samples = api.examples.filter(({ printed, format }) => printed !== undefined && format === 'xml');

  it('is there', () => expect(samples).toHaveLength(1));

  it.each(samples)('$title: exactly the documented slips are named, and one change mends them', (sample) => {
    const { text, printed = '', defects } = sample;
    const slips = defects.filter(({ slip }) => slip === 'mended');
    const named = faults(printed);
    expect(named.map(({ range }) => printed.slice(range.start, range.end))).toEqual(
      slips.map(
        ({ path }) =>
          `<${
            path
              .split('/')
              .at(-1)
              ?.replace(/\[\d+\]/, '') ?? ''
          }>`,
      ),
    );
    named.forEach(({ message, fixes }, index) => {
      expect(message).toContain(`The document of ${api.title} has this slip in its own sample`);
      expect(message).toContain(slips[index]?.reason ?? 'no reason');
      expect(message).toContain('Errata: Close all five.');
      expect(fixes.map(({ title }) => title)).toContain('Mend all 5 tags');
      const all = fixes.find(({ title }) => title === 'Mend all 5 tags');
      expect(applyEdits(printed, all?.edits ?? [])).toBe(text);
    });
  });

  it.each(samples)('$title: one by one they are mended, too', ({ text, printed = '' }) => {
    let mended = printed;
    for (let left = 5; left > 0; left -= 1) {
      expect(faults(mended)).toHaveLength(left);
      mended = applyEdits(mended, faults(mended)[0]?.fixes[0]?.edits ?? []);
    }
    expect(mended).toBe(text);
    expect(faults(mended)).toEqual([]);
  });

  it.each(samples)(
    '$title: what it has without need, or leaves out, is remarked upon',
    ({ text, printed = '', defects }) => {
      const known = defects.filter(({ slip }) => slip === 'redundant' || slip === 'absent');
      for (const body of [text, printed]) {
        const remarks = language.findings(body).filter(({ severity }) => severity === 'remark');
        expect(remarks).toHaveLength(known.length);
        for (const { reason, path, slip } of known) {
          const name = path
            .split('/')
            .at(slip === 'absent' ? -2 : -1)
            ?.replace(/\[\d+\]/, '');
          const here = remarks.filter(({ message }) => message.startsWith(reason));
          expect(here.map(({ range }) => body.slice(range.start, range.end))).toContain(`<${name}>`);
        }
      }
    },
  );

  it.each(samples)('$title: with other ids it is the same, with another meaning it is not', ({ text }) => {
    const remarks = (body: string): number => language.findings(body).length;
    expect(remarks(text.replace('5579', '1234').replace('10000', '{{amount}}'))).toBe(remarks(text));
    const partial = text.replace('<refund_type>full</refund_type>', '<refund_type>partial</refund_type>');
    expect(
      language
        .findings(partial)
        .map(({ message }) => message)
        .join(' '),
    ).not.toContain('A full refund needs no amount');
  });

  it('says nothing of a sample where a slip is somebody’s own', () => {
    const [fault] = faults(order('<transaction_id>1<transaction_id>'));
    expect(fault?.message).toBe(
      '<transaction_id> is opened again where it should be closed; write </transaction_id>.',
    );
  });

  it('says nothing of the templates', () => {
    const bodies = api.templates.flatMap(({ body }) => (body.kind === 'form' ? body.fields : []));
    const texts = bodies.filter(({ name }) => name === xml.field).map(({ value }) => value);
    expect(texts.length).toBeGreaterThan(3);
    for (const text of texts) {
      expect({ text, faults: faults(text) }).toEqual({ text, faults: [] });
      expect(language.format(text)).toBe(text);
    }
  });
});

describe('amounts', () => {
  it('in the smallest unit are followed by what they are worth', () => {
    const text = order(
      '<gift_refund_amount>1000</gift_refund_amount><gift_refund_amount>{{x}}</gift_refund_amount>',
    );
    const [note, ...others] = language.notes(text);
    expect(others).toEqual([]);
    expect(note?.text).toBe('10.00 USD, in cents');
    expect(text.slice(0, note?.offset)).toMatch(/1000<\/gift_refund_amount>$/);
  });

  it('have no note where they are no amount, and take no time where they are endless', () => {
    expect(language.notes(order(`<gift_refund_amount>${'9'.repeat(500_000)}</gift_refund_amount>`))).toEqual(
      [],
    );
    expect(language.notes(order('<gift_refund_amount>10,00</gift_refund_amount>'))).toEqual([]);
  });
});

describe('any text', () => {
  const scraps = fc.oneof(
    fc.constantFrom(
      '<refundRequest>',
      '<donRefundInfoList>',
      '<donRefundInfo>',
      '<refund_type>',
      '</',
      '<',
      '>',
      '/>',
    ),
    fc.constantFrom(
      '</refundRequest>',
      '</donRefundInfo>',
      '</refund_type>',
      '</donRefundInfoList',
      'full',
      '&',
      '{{x}}',
      '{{',
    ),
    fc.constantFrom(
      ' xmlns="',
      "'",
      '"',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?',
      '?>',
      '\n',
      ' ',
      '<ticket_refund_item>',
    ),
    fc.string(),
  );
  const texts = fc.oneof(
    fc.array(scraps, { maxLength: 30 }).map((parts) => parts.join('')),
    fc.tuple(xmlBodies(xml.root), fc.nat(), fc.nat({ max: 12 }), scraps).map(([body, at, length, scrap]) => {
      const start = at % body.length;
      return body.slice(0, start) + scrap + body.slice(start + length);
    }),
  );

  it('is answered for at every place, and no fix does harm', () => {
    fc.assert(
      fc.property(texts, fc.nat(), (text, where) => {
        const offset = where % (text.length + 1);
        for (const { range } of language.complete(text, offset)) {
          expect(range.start).toBeLessThanOrEqual(offset);
          expect(range.end).toBeGreaterThanOrEqual(offset);
        }
        language.describe(text, offset);
        language.format(text);
        language.notes(text);
        const { length } = text;
        for (const { range, fixes } of language.findings(text)) {
          expect(0 <= range.start && range.start <= range.end && range.end <= length).toBe(true);
          for (const { edits } of fixes) {
            const sorted = edits.toSorted((a, b) => a.range.start - b.range.start);
            sorted.forEach((edit, index) =>
              expect(edit.range.end).toBeLessThanOrEqual(sorted[index + 1]?.range.start ?? length),
            );
            expect(applyEdits(text, edits)).not.toBe(text);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
