import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** How long an address that nobody has opened stays good, in milliseconds. */
const ticketLife = 60 * 1000;
/** How long a key stays good that no page uses, in milliseconds. The host goes on: a batch may be under way. */
const keyLife = 12 * 60 * 60 * 1000;

/**
 * Who may talk to the host: a page that brought a ticket (printed once, good once) has a key, and no one else has.
 * A key, not a cookie: cookies ignore ports, so any other local server would be sent it. Tickets and keys are 256 random
 * bits, which is why guesses are not counted: counting would let a stranger use up the guesses of the user.
 */
export type SessionKeys = {
  /** A ticket for one page. */
  issueTicket(): string;
  /** The key for a ticket, or `null` where the ticket is wrong, old or used. */
  redeem(ticket: string): string | null;
  /** Whether a key is good; using it keeps it so. */
  isKey(key: string): boolean;
};

export function createSessionKeys(now: () => number): SessionKeys {
  let tickets: readonly Kept[] = [];
  let keys: readonly Kept[] = [];
  return {
    issueTicket: () => {
      const ticket = randomText();
      tickets = [...fresh(tickets, now()), { digest: digestOf(ticket), until: now() + ticketLife }];
      return ticket;
    },
    redeem: (given) => {
      const found = find(tickets, given);
      if (found === undefined) return null;
      tickets = tickets.filter((ticket) => ticket !== found);
      if (now() > found.until) return null;
      const key = randomText();
      keys = [...fresh(keys, now()), { digest: digestOf(key), until: now() + keyLife }];
      return key;
    },
    isKey: (given) => {
      keys = fresh(keys, now());
      const found = find(keys, given);
      if (found !== undefined) found.until = now() + keyLife;
      return found !== undefined;
    },
  };
}

/** Only the digest is kept, so that neither a dump of the memory nor the time of a comparison tells the text. */
type Kept = { readonly digest: Buffer; until: number };

function find(kept: readonly Kept[], given: string): Kept | undefined {
  const digest = digestOf(given);
  return kept.find((one) => timingSafeEqual(one.digest, digest));
}

function fresh(kept: readonly Kept[], now: number): readonly Kept[] {
  return kept.filter(({ until }) => now <= until);
}

function randomText(): string {
  return randomBytes(32).toString('base64url');
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
