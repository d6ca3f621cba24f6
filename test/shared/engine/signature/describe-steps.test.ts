import { describe, expect, it } from 'vitest';

import type { SignatureSpec } from '../../../../shared/definition/operation.ts';
import { describeSteps } from '../../../../shared/engine/signature/describe-steps.ts';
import type { SignatureStep } from '../../../../shared/model/signature-steps.ts';
import type { VariableScope } from '../../../../shared/model/variable.ts';
import { demoApi } from '../../support/demo-api.ts';
import { jsonBody } from '../../support/prepared.ts';
import { scopeOf } from '../../support/scope-of.ts';

const [operation] = demoApi().operations;
if (operation === undefined) throw new Error('The demo API has no operation');
const spec: SignatureSpec = {
  algorithm: 'sha512',
  pieces: [
    { from: 'body', name: 'id' },
    { from: 'body', name: 'amount' },
    { from: 'variable', name: 'demo.salt' },
  ],
  separator: '|',
  field: 'hash',
  note: '',
  source: operation.source,
};
const salt = scopeOf({}, { 'demo.salt': 'demo-salt' });

function steps(
  text: string,
  scope: VariableScope = salt,
  withheld: ReadonlyMap<string, string> = new Map(),
): readonly SignatureStep[] {
  return describeSteps({ spec, body: jsonBody(text), scope, withheld });
}

describe('the source of a piece', () => {
  it('is its line in the draft, with what is written there and who gave the value', () => {
    const scope = new Map([...salt, ...scopeOf({ ticket: 'T-\n1', sum: '2.50' })]);
    const [id, amount] = steps('{\n  "id": "{{ticket}}-01",\n  "amount": {{ sum }}\n}', scope);
    expect(id).toEqual({
      name: 'id',
      from: 'body',
      text: 'T-\n1-01',
      secret: false,
      origin: {
        kind: 'body',
        line: 2,
        column: 9,
        written: '{{ticket}}-01',
        variables: [{ name: 'ticket', origin: 'environment' }],
      },
      fault: null,
    });
    expect(amount).toMatchObject({ text: '2.50', origin: { line: 3, written: '{{ sum }}' } });
  });

  it('is known where one variable holds more than the piece', () => {
    const scope = new Map([...salt, ...scopeOf({ all: '{"id": 1, "amount": 2}' })]);
    const [id] = steps('{{all}}', scope);
    expect(id).toMatchObject({ text: '1', origin: { written: '{{all}}', variables: [{ name: 'all' }] } });
  });

  it('is nobody where it was typed by hand', () => {
    const [, amount] = steps('{"id": 1, "amount": "2.0"}');
    expect(amount).toMatchObject({ text: '2.0', origin: { written: '2.0', variables: [] }, fault: null });
  });

  it('of the secret is its variable, and its text is dots', () => {
    const [, , secret] = steps('{"id": 1, "amount": 2}');
    expect(secret).toEqual({
      name: 'demo.salt',
      from: 'variable',
      text: '••••••••',
      secret: true,
      origin: { kind: 'variable', origin: 'secret store' },
      fault: null,
    });
  });
});

describe('a fault is told in its own row', () => {
  it.each([
    ['a missing member', '{"amount": 2}', 'The body has none.'],
    ['an empty text', '{"id": "", "amount": 2}', 'It is empty.'],
    ['null', '{"id": null, "amount": 2}', 'It is null, which is no text.'],
    ['an object', '{"id": {}, "amount": 2}', 'It is an object, which is no text.'],
    ['a list', '{"id": [1], "amount": 2}', 'It is a list, which is no text.'],
    [
      'a blank',
      '{"id": "1 ", "amount": 2}',
      'It starts or ends with a blank or line break, which is hashed too.',
    ],
    ['a variable without a value', '{"id": "{{nobody}}", "amount": 2}', 'nobody has no value.'],
    ['a bare variable without a value', '{"id": {{nobody}}, "amount": 2}', 'nobody has no value.'],
  ])('%s', (_title, text, fault) => {
    const [id, amount] = steps(text);
    expect(id?.fault).toBe(fault);
    expect(amount).toMatchObject({ text: '2', fault: null });
  });

  it('a variable whose value refers to one without a value', () => {
    const scope = new Map([...salt, ...scopeOf({ outer: '{{inner}}' })]);
    const [id] = steps('{"id": "{{outer}}", "amount": 2}', scope);
    expect(id).toMatchObject({ text: null, fault: 'inner has no value.' });
  });

  it('a body that is no JSON yet', () => {
    const [id, , secret] = steps('{"id": ');
    expect(id).toMatchObject({ text: null, fault: 'It cannot be read before the body is mended.' });
    expect(secret).toMatchObject({ text: '••••••••', fault: null });
  });

  it('a secret that is absent, empty, locked or has blanks around it', () => {
    const secretStep = (scope: VariableScope, withheld?: ReadonlyMap<string, string>) =>
      steps('{"id": 1, "amount": 2}', scope, withheld)[2];
    expect(secretStep(new Map())).toMatchObject({ text: null, fault: 'It has no value.' });
    expect(secretStep(scopeOf({}, { 'demo.salt': '' }))).toMatchObject({
      text: null,
      fault: 'It has no value.',
    });
    const locked = new Map([['demo.salt', 'The vault is locked.']]);
    expect(secretStep(new Map(), locked)).toMatchObject({ text: null, fault: 'The vault is locked.' });
    const blank = secretStep(scopeOf({}, { 'demo.salt': 'demo-salt\n' }));
    expect(blank?.fault).toBe('It has a blank or line break at one of its ends, which is hashed too.');
    expect(JSON.stringify(blank)).not.toContain('demo-salt');
  });
});
