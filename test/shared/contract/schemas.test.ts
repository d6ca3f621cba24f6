import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { apis } from '../../../shared/apis/registry.ts';
import type { CommandName } from '../../../shared/contract/commands.ts';
import { fileSchemas, inputSchemas } from '../../../shared/contract/schemas.ts';
import { draftFromTemplate } from '../../../shared/engine/draft-from-template.ts';
import { draftOf, jsonBody } from '../support/prepared.ts';

const draft = draftOf({ headers: [['X-A', 'b']], body: jsonBody('{"a": 1.00}') });
const environment = {
  id: 'qa-1',
  name: 'QA',
  environmentClass: 'test',
  notes: 'Ask first.',
  variables: [{ name: 'payu.amount', value: '1.00' }],
  secrets: ['payu.clientSecret'],
};
const send = {
  draft,
  environmentId: 'qa-1',
  overrides: {},
  sendId: 's',
  timeout: 30_000,
  allowInvalid: false,
  repeatOf: [],
  confirmation: null,
};
const tabs = {
  tabs: [
    {
      id: 't',
      title: 'Refund',
      draft,
      exchangeId: null,
      notes: '',
      checks: [],
      captures: [],
      pinned: false,
      saved: null,
    },
  ],
  active: 't',
};
const mostText = 5_000_000;

const variable = (name: string) => ({ name, value: 'b' });

function accepts(command: CommandName, input: unknown): boolean {
  return v.is(inputSchemas[command], input);
}

describe('what a client may send', () => {
  it.each<[CommandName, unknown]>([
    ['environment.save', environment],
    ['environment.remove', { id: 'qa-1' }],
    ['secret.set', { environmentId: 'qa-1', name: 'payu.clientSecret', value: '' }],
    ['exchange.preview', { draft, environmentId: 'qa-1', overrides: { 'payu.amount': '1.00' } }],
    ['exchange.send', send],
    ['history.list', { query: '', limit: 500, before: null }],
    ['history.list', { query: 'api:payu "invalid hash" 214', limit: 1, before: 'an-id' }],
    ['history.retain', { days: null, megabytes: null }],
    ['history.retain', { days: 90, megabytes: 500 }],
    ['evidence.preview', { ids: ['1', '2'], remove: ['ada@example.org'] }],
    ['evidence.export', { ids: ['1'], remove: [], kind: 'har' }],
    ['evidence.verify', { text: '' }],
    ['audit.verify', { head: 'a1'.repeat(32) }],
    ['audit.verify', { head: null }],
    ['audit.list', { limit: 500, after: null }],
    ['audit.list', { limit: 1, after: 7 }],
    ['tabs.save', tabs],
    ['tabs.save', { tabs: [], active: null }],
    ['sandbox.start', null],
  ])('%s is taken as it is', (command, input) => {
    expect(v.parse(inputSchemas[command], input)).toEqual(input);
  });

  it('every shipped template is taken as a draft', () => {
    for (const api of apis) {
      for (const template of api.templates) {
        const input = { ...send, draft: draftFromTemplate(api, template) };
        expect(accepts('exchange.send', input), `${api.id}/${template.id}`).toBe(true);
      }
    }
  });
});

describe('what no client may send', () => {
  it.each<[string, unknown]>([
    ['a member too many', { ...send, extra: 1 }],
    ['a draft with a member too many', { ...send, draft: { ...draft, extra: 1 } }],
    [
      'a body of another kind',
      { ...send, draft: { ...draft, body: { kind: 'file', path: '/etc/hostname' } } },
    ],
    [
      'a body in another language',
      { ...send, draft: { ...draft, body: { ...draft.body, language: 'yaml' } } },
    ],
    ['a method in lower case', { ...send, draft: { ...draft, method: 'post' } }],
    ['a method with a line end', { ...send, draft: { ...draft, method: 'POST\n' } }],
    ['no method', { ...send, draft: { ...draft, method: '' } }],
    ['a header of three parts', { ...send, draft: { ...draft, headers: [['a', 'b', 'c']] } }],
    ['a header that is no text', { ...send, draft: { ...draft, headers: [['a', 1]] } }],
    ['no time at all', { ...send, timeout: 0 }],
    ['more than an hour', { ...send, timeout: 3_600_001 }],
    ['half a millisecond', { ...send, timeout: 0.5 }],
    ['a time that is no number', { ...send, timeout: Number.NaN }],
    ['an override that is no text', { ...send, overrides: { a: 1 } }],
    ['no api', { ...send, draft: { ...draft, api: '' } }],
    ['yes for true', { ...send, allowInvalid: 'yes' }],
  ])('a send with %s', (_title, input) => expect(accepts('exchange.send', input)).toBe(false));

  it.each<[string, unknown]>([
    ['a path for an id', { ...environment, id: '../secrets' }],
    ['an id in upper case', { ...environment, id: 'QA' }],
    ['an id that starts with a dash', { ...environment, id: '-qa' }],
    ['an id with a line end', { ...environment, id: 'qa\n' }],
    ['an id with a dot', { ...environment, id: 'qa.json' }],
    ['an empty id', { ...environment, id: '' }],
    ['an id of 65 characters', { ...environment, id: 'a'.repeat(65) }],
    ['a name of blanks', { ...environment, name: '  ' }],
    ['another class', { ...environment, environmentClass: 'staging' }],
    ['a secret with its value', { ...environment, secrets: [{ name: 'a', value: 'b' }] }],
    ['a variable that stands twice', { ...environment, variables: [variable('a'), variable('a')] }],
    ['a secret that stands twice', { ...environment, secrets: ['a', 'a'] }],
    ['a variable that is a number', { ...environment, variables: [{ name: 'a', value: 1 }] }],
  ])('an environment with %s', (_title, input) => {
    expect(accepts('environment.save', input)).toBe(false);
    expect(v.is(fileSchemas.environment, input)).toBe(false);
  });

  it.each<[CommandName, unknown]>([
    ['history.list', { query: '', limit: 0, before: null }],
    ['history.list', { query: '', limit: 501, before: null }],
    ['history.list', { query: '', limit: 1.5, before: null }],
    ['history.list', { query: '', limit: '10', before: null }],
    ['history.list', { query: '', limit: 10 }],
    ['history.list', { limit: 10, before: null }],
    ['history.list', { query: 'x'.repeat(2001), limit: 10, before: null }],
    ['history.retain', { days: 0, megabytes: null }],
    ['history.retain', { days: 1.5, megabytes: null }],
    ['history.retain', { days: 30 }],
    ['audit.list', { limit: 501, after: null }],
    ['audit.list', { limit: 10, after: '7' }],
    ['audit.verify', { head: 'A1'.repeat(32) }],
    ['audit.verify', { head: '' }],
    ['history.get', { id: '' }],
    ['history.get', { id: 'x'.repeat(201) }],
    ['sandbox.state', {}],
    ['sandbox.snapshot', undefined],
  ])('%s with %j', (command, input) => expect(accepts(command, input)).toBe(false));
});

describe('sizes', () => {
  const withText = (text: string): unknown => ({ ...send, draft: { ...draft, body: jsonBody(text) } });

  it.each<[string, (count: number) => unknown, number, CommandName]>([
    ['a body', (count) => withText('x'.repeat(count)), mostText, 'exchange.send'],
    [
      'a URL',
      (count) => ({ ...send, draft: { ...draft, url: 'x'.repeat(count) } }),
      mostText,
      'exchange.send',
    ],
    [
      'a secret',
      (count) => ({ environmentId: 'qa', name: 'a', value: 'x'.repeat(count) }),
      mostText,
      'secret.set',
    ],
    [
      'the name of a secret',
      (count) => ({ environmentId: 'qa', name: 'x'.repeat(count), value: '' }),
      300,
      'secret.set',
    ],
    ['an id of a send', (count) => ({ sendId: 'x'.repeat(count) }), 200, 'exchange.cancel'],
    [
      'a list of headers',
      (count) => ({ ...send, draft: { ...draft, headers: listOf(count, ['a', 'b']) } }),
      200,
      'exchange.send',
    ],
    [
      'a list of fields',
      (count) => ({
        ...send,
        draft: {
          ...draft,
          body: { kind: 'form', fields: listOf(count, { name: 'a', value: 'b' }), main: null },
        },
      }),
      500,
      'exchange.send',
    ],
    [
      'a list of variables',
      (count) => ({
        ...environment,
        variables: Array.from({ length: count }, (_, index) => variable(`v${index}`)),
      }),
      1000,
      'environment.save',
    ],
    [
      'a list of secrets',
      (count) => ({ ...environment, secrets: Array.from({ length: count }, (_, index) => `s${index}`) }),
      1000,
      'environment.save',
    ],
    ['a list of tabs', (count) => ({ ...tabs, tabs: listOf(count, tabs.tabs[0]) }), 200, 'tabs.save'],
  ])('%s is taken up to its limit and refused beyond', (_title, inputOf, limit, command) => {
    expect(accepts(command, inputOf(limit))).toBe(true);
    expect(accepts(command, inputOf(limit + 1))).toBe(false);
  });
});

describe('names that every object has', () => {
  it('in overrides change nothing but the overrides', () => {
    const input: unknown = JSON.parse(
      JSON.stringify(send).replace(
        '"overrides":{}',
        '"overrides":{"__proto__":"p","constructor":"c","a":"1"}',
      ),
    );
    const parsed = v.parse(inputSchemas['exchange.send'], input);
    expect(Object.getPrototypeOf(parsed.overrides)).toBe(Object.prototype);
    expect(parsed.overrides['a']).toBe('1');
    expect(Reflect.get({}, 'p')).toBeUndefined();
  });

  it('do not stand in for members that are missing', () => {
    expect(accepts('history.get', JSON.parse('{"__proto__": {"id": "x"}}'))).toBe(false);
  });
});

function listOf<Item>(count: number, item: Item): readonly Item[] {
  return Array.from({ length: count }, () => item);
}
