import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** How long an address that nobody has opened stays good, in milliseconds. */
const ticketLife = 10 * 60 * 1000;

/**
 * Who may talk to the host: a page that brought a ticket (printed once, good once) has a key, and no one else has.
 * A key, not a cookie: cookies ignore ports, so any other local server would be sent it.
 */
export type SessionKeys = {
  /** A ticket for one page. */
  issueTicket(): string;
  /** The key for a ticket, or `null` where the ticket is wrong, old or used. */
  redeem(ticket: string): string | null;
  isKey(key: string): boolean;
};

export function createSessionKeys(now: () => number): SessionKeys {
  const tickets = new Map<string, { readonly digest: Buffer; readonly until: number }>();
  const keys: Buffer[] = [];
  return {
    issueTicket: () => {
      const ticket = randomText();
      tickets.set(ticket, { digest: digestOf(ticket), until: now() + ticketLife });
      return ticket;
    },
    redeem: (given) => {
      const digest = digestOf(given);
      const found = [...tickets].find(([, ticket]) => timingSafeEqual(ticket.digest, digest));
      if (found === undefined) return null;
      const [ticket, { until }] = found;
      tickets.delete(ticket);
      if (now() > until) return null;
      const key = randomText();
      keys.push(digestOf(key));
      return key;
    },
    isKey: (given) => {
      const digest = digestOf(given);
      return keys.some((key) => timingSafeEqual(key, digest));
    },
  };
}

function randomText(): string {
  return randomBytes(32).toString('base64url');
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
