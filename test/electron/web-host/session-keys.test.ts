import { expect, it } from 'vitest';

import { createSessionKeys } from '../../../electron/web-host/session-keys.ts';

const minute = 60 * 1000;

it('gives a key for a ticket, once', () => {
  const keys = createSessionKeys(() => 0);
  const ticket = keys.issueTicket();
  const key = keys.redeem(ticket);
  expect(key).toMatch(/^[\w-]{43}$/);
  expect(keys.isKey(key ?? '')).toBe(true);
  expect(keys.redeem(ticket)).toBeNull();
});

it('takes a ticket for a minute, and not a moment longer', () => {
  let now = 0;
  const keys = createSessionKeys(() => now);
  const [first, second] = [keys.issueTicket(), keys.issueTicket()];
  now = minute;
  expect(keys.redeem(first)).not.toBeNull();
  now += 1;
  expect(keys.redeem(second)).toBeNull();
  now = 0;
  expect(keys.redeem(second)).toBeNull();
});

it('keeps a key good for twelve hours after its last use', () => {
  let now = 0;
  const keys = createSessionKeys(() => now);
  const key = keys.redeem(keys.issueTicket()) ?? '';
  for (let uses = 0; uses < 100; uses += 1) {
    now += 12 * 60 * minute;
    expect(keys.isKey(key)).toBe(true);
  }
  now += 12 * 60 * minute + 1;
  expect(keys.isKey(key)).toBe(false);
  now = 0;
  expect(keys.isKey(key)).toBe(false);
});

it('knows a ticket from a key, and one host from another', () => {
  const [host, other] = [createSessionKeys(() => 0), createSessionKeys(() => 0)];
  const ticket = host.issueTicket();
  expect(host.isKey(ticket)).toBe(false);
  expect(other.redeem(ticket)).toBeNull();
  const key = host.redeem(ticket) ?? '';
  expect(host.redeem(key)).toBeNull();
  expect(other.isKey(key)).toBe(false);
});

it.each(['', ' ', 'guess', '\u0000', 'ü'.repeat(100)])('takes %j for nothing', (guess) => {
  const keys = createSessionKeys(() => 0);
  keys.redeem(keys.issueTicket());
  keys.issueTicket();
  expect(keys.isKey(guess)).toBe(false);
  expect(keys.redeem(guess)).toBeNull();
});

it('never gives the same ticket or key twice', () => {
  const keys = createSessionKeys(() => 0);
  const tickets = Array.from({ length: 100 }, () => keys.issueTicket());
  const given = tickets.map((ticket) => keys.redeem(ticket));
  expect(new Set([...tickets, ...given]).size).toBe(200);
});
