import type { SandboxRequest, SandboxResponse } from '../../../shared/definition/sandbox-definition.ts';
import type { HeaderList } from '../../../shared/model/headers.ts';
import type { Draw } from './draw.ts';

/** What a client remembers of a login, by name. */
export type Session = Readonly<Record<string, string>>;

/** What a transaction, or a part of one, was paid for, and how much of that is gone or promised. */
export type Account = { readonly paid: string; readonly taken: string };

/** A refund: what it takes of which account, and whether it still counts. */
export type BookedRefund = {
  readonly parts: readonly (readonly [account: string, amount: string])[];
  readonly counts: boolean;
};

/** What a ledger says of money. */
export type Book = {
  readonly accounts: ReadonlyMap<string, Account>;
  /** By an id that is never given twice. */
  readonly refunds: ReadonlyMap<string, BookedRefund>;
};

/** How the requests of one API are made, and its answers and its ledger read. */
export type SandboxMachine = {
  readonly api: string;
  /** A refund with everything in order but, now and then, what it asks for. */
  readonly refund: (draw: Draw, session: Session) => SandboxRequest;
  /** The same request without the right to make it. */
  readonly spoil: (request: SandboxRequest, draw: Draw) => SandboxRequest;
  /** Calls beside the refund: statuses, cancellations. */
  readonly others: readonly ((draw: Draw, session: Session) => SandboxRequest)[];
  /** The steps of the login, in order; none where there is no session. */
  readonly logIn: readonly ((session: Session) => SandboxRequest)[];
  /** The session after the answer to a step of the login. */
  readonly learn: (response: SandboxResponse, session: Session) => Session;
  /** Whether the demo transaction that a request names stands for a failure of the provider. */
  readonly isBroken: (request: SandboxRequest) => boolean;
  /** Whether a call may end refunds as failed, because it calls them off. */
  readonly callsOff: (request: SandboxRequest) => boolean;
  /**
   * The ids of refunds that a pick for this request may end, because what was refunded is bought anew; only where a
   * ledger has nothing but the state of a purchase.
   */
  readonly boughtAnew?: (request: SandboxRequest) => readonly string[];
  /**
   * The refunds that an answer says are accepted, by their ids; read from the answer alone where that has ids, and from
   * the ledger after it where it has none.
   */
  readonly accepted: (
    request: SandboxRequest,
    response: SandboxResponse,
    after: Book,
  ) => readonly (readonly [id: string, parts: BookedRefund['parts']])[];
  readonly read: (state: unknown) => Book;
};

/** A request with a JSON body. */
export function jsonRequest(path: string, headers: HeaderList, body: string): SandboxRequest {
  return {
    method: 'POST',
    path,
    query: '',
    headers: [['Content-Type', 'application/json'], ...headers],
    body,
  };
}
