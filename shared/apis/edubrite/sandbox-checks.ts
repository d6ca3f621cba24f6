import { sandboxAnswer } from '../../definition/sandbox-answer.ts';
import type { SandboxCheckRule } from '../../definition/sandbox-check.ts';
import type { SandboxRequest, SandboxTools } from '../../definition/sandbox-definition.ts';
import { formValue, parseForm } from '../../formats/form.ts';
import { ok, type Result } from '../../model/result.ts';
import { assumption } from '../../model/source.ts';
import { failure, sessionNotValid } from './sandbox-answers.ts';
import { credentials, findInvoice, type Invoice, type Session, type State } from './sandbox-ledger.ts';
import { findSession, isOver, lifetime, readActor } from './sandbox-sessions.ts';
import { codeListLikely, couponPage, seed } from './sources.ts';

/** Everything that the checks of the refund look at. */
export type Call = {
  /** By both cookies; `null` where they are those of no login. */
  readonly session: Session | null;
  readonly isSessionOver: boolean;
  /** Who acts, decrypted; the failure says what cannot be read. */
  readonly actor: Result<string, string>;
  readonly dispatch: string | null;
  /** Empty where it is missing. */
  readonly id: string;
  readonly invoice: Invoice | null;
};

/** Reads a call, whatever is in it. Nothing is decrypted with the keys of a session that is over. */
export function readCall(request: SandboxRequest, state: State, tools: SandboxTools): Call {
  const session = findSession(request, state);
  const isSessionOver = session !== null && isOver(session, tools.clock.now());
  const fields = parseForm(request.body);
  const id = formValue(fields, 'id') ?? '';
  return {
    session,
    isSessionOver,
    actor: session === null || isSessionOver ? ok('') : readActor(request, session, tools),
    dispatch: formValue(fields, 'dispatch'),
    id,
    invoice: findInvoice(state, id),
  };
}

const notRefundable = assumption('code and text are documented, the HTTP status is not');
const guessedOrder = assumption('what the call answers to this is not documented');

/**
 * The checks of the refund, in order: session, acting user, dispatch, invoice, its state. Each of them is documented but
 * for those that say so; their order is a guess.
 */
export const refundChecks: readonly SandboxCheckRule<Call>[] = [
  {
    title: 'the two session cookies are those of a login',
    source: codeListLikely,
    refuse: ({ session }) =>
      session === null ? sessionNotValid('the two session cookies are not those of a login') : null,
  },
  {
    title: 'the session was used in the last 30 minutes',
    source: lifetime,
    refuse: ({ isSessionOver }) =>
      isSessionOver ? sessionNotValid('the session was not used for 30 minutes') : null,
  },
  {
    title: 'with encryption: CLI_SEC_KEY and REAL_UNAME can be decrypted',
    source: guessedOrder,
    refuse: ({ actor }) => (actor.ok ? null : sandboxAnswer(400, actor.error)),
  },
  {
    title: 'the acting user is a site admin',
    source: seed,
    refuse: ({ actor }) => (actor.ok && !isSiteAdmin(actor.value) ? notAllowed(actor.value) : null),
  },
  {
    title: 'dispatch is refund',
    source: guessedOrder,
    refuse: ({ dispatch }) =>
      dispatch === 'refund'
        ? null
        : sandboxAnswer(400, 'the sandbox knows dispatch=refund only, in a form body'),
  },
  {
    title: 'an id is given',
    source: assumption('id is mandatory; that its absence is answered like an unknown invoice is a guess'),
    refuse: ({ id }) => (id === '' ? notFound(id, 'id is missing') : null),
  },
  {
    title: 'there is an invoice of this id',
    source: seed,
    refuse: ({ id, invoice }) => (invoice === null ? notFound(id, `there is no invoice ${id}`) : null),
  },
  {
    title: 'the invoice is ACTIVE',
    source: { ...seed, confidence: 'likely' },
    refuse: ({ invoice }) => (invoice === null || invoice.state === 'ACTIVE' ? null : refuseState(invoice)),
  },
];

/** `uname|email|fullname`, or the user name alone. */
function isSiteAdmin(actor: string): boolean {
  const [name = ''] = actor.split('|');
  return name.trim() === credentials['edubrite.adminUser'];
}

function notAllowed(actor: string) {
  return failure({
    status: 401,
    code: '0005',
    text: 'You are not allowed to perform this action.',
    reason:
      actor === ''
        ? 'REAL_UNAME names nobody'
        : `${actor} is not the site admin ${credentials['edubrite.adminUser']}`,
    source: seed,
  });
}

function notFound(id: string, reason: string) {
  return failure({
    status: 404,
    code: '0004',
    text: `Unable to find Invoice with matching Id ${id}.`,
    reason,
    source: { ...couponPage, confidence: 'likely' },
  });
}

function refuseState({ id, state }: Invoice) {
  return failure({
    status: 403,
    code: '0231',
    text: `Not refundable Invoice ${id}, status = ${state}`,
    reason: `the invoice is ${state}, not ACTIVE`,
    source: notRefundable,
  });
}
