import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';

import { Secret } from '../../../shared/model/secret.ts';

describe('a secret', () => {
  const value = 'demo-only-value';
  const secret = new Secret(value);

  it('gives its value where it is asked for it', () => expect(secret.reveal()).toBe(value));

  it.each([
    ['text', `${String(secret)} ${secret.toString()}`],
    ['JSON', JSON.stringify({ nested: [secret] })],
    ['a log line', inspect({ secret }, { depth: 5, showHidden: true })],
    ['its properties', Reflect.ownKeys(secret).map(String).join(' ')],
    ['a copy of its properties', JSON.stringify({ ...secret })],
  ])('does not show it in %s', (_title, shown) => expect(shown).not.toContain(value));

  it('says in text and JSON that there is one', () => {
    expect(String(secret)).toBe('[secret]');
    expect(JSON.stringify(secret)).toBe('"[secret]"');
  });
});
