import { describe, expect, it } from 'vitest';

import { headerValue, setCookieValue } from '../../../shared/model/headers.ts';

describe('header values', () => {
  const headers = [
    ['Content-Type', 'text/xml'],
    ['X-Twice', 'one'],
    ['x-twice', 'two'],
  ] as const;

  it('are found by name without regard to case, the first of several', () => {
    expect(headerValue(headers, 'content-TYPE')).toBe('text/xml');
    expect(headerValue(headers, 'X-TWICE')).toBe('one');
  });

  it('are null where the header is absent, also for names that every object has', () => {
    expect(headerValue(headers, 'Location')).toBeNull();
    expect(headerValue(headers, 'constructor')).toBeNull();
  });
});

describe('the value of a cookie that is set', () => {
  const headers = [
    ['Set-Cookie', 'other=1; Path=/'],
    ['Set-Cookie', '=nameless'],
    ['set-cookie', ' JSESSIONID = a=b ; Path=/; HttpOnly'],
    ['Cookie', 'sent=1'],
  ] as const;

  it('comes without blanks and attributes around it and keeps further equals signs', () => {
    expect(setCookieValue(headers, 'JSESSIONID')).toBe('a=b');
  });

  it.each(['jsessionid', 'Path', 'sent', ''])('is null for %j, which is not set', (name) => {
    expect(setCookieValue(headers, name)).toBeNull();
  });

  it('may be empty', () => expect(setCookieValue([['Set-Cookie', 'gone=; Max-Age=0']], 'gone')).toBe(''));
});
