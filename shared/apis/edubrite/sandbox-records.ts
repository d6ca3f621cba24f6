import type { SandboxTools } from '../../definition/sandbox-definition.ts';
import { formatMoment } from '../../definition/sandbox-moment.ts';
import type { SandboxRecord } from '../../model/sandbox.ts';
import { type Enrolment, enrolsBy, type Invoice, type Session, type State } from './sandbox-ledger.ts';
import { isOver } from './sandbox-sessions.ts';

/** Invoices, coupons, enrolments and sessions; neither cookies nor keys. */
export function recordsOf(state: State, { clock }: SandboxTools): readonly SandboxRecord[] {
  const now = clock.now();
  return [
    ...state.invoices.map((invoice) => recordOfInvoice(invoice, state)),
    ...state.coupons.map(({ code, state: couponState }) => ({
      kind: 'coupon',
      id: code,
      title: `Coupon ${code}`,
      state: couponState,
      facts: [enrolledBy(code, state)],
    })),
    ...state.enrolments.map((enrolment, index) => recordOfEnrolment(enrolment, index + 1)),
    ...state.sessions.map((session, index) => recordOfSession(session, index + 1, now)),
  ];
}

function recordOfInvoice(invoice: Invoice, state: State): SandboxRecord {
  const { id, coupon } = invoice;
  const title = coupon === null ? 'Single purchase' : `Group purchase with coupon ${coupon}`;
  return { kind: 'invoice', id, title, state: invoice.state, facts: [enrolledBy(enrolsBy(invoice), state)] };
}

function enrolledBy(by: string, { enrolments }: State): SandboxRecord['facts'][number] {
  const users = enrolments.filter((enrolment) => enrolment.by === by).map(({ user }) => user);
  return { name: 'enrolled', value: users.length === 0 ? 'nobody' : users.join(', ') };
}

function recordOfEnrolment({ user, place, by }: Enrolment, number: number): SandboxRecord {
  return {
    kind: 'enrolment',
    id: `enrolment ${number}`,
    title: `${user} in ${place}`,
    state: 'enrolled',
    facts: [{ name: 'by', value: by }],
  };
}

function recordOfSession(session: Session, number: number, now: number): SandboxRecord {
  const { info, keys, createdAt, usedAt } = session;
  return {
    kind: 'session',
    id: `session ${number}`,
    title: keys === null ? 'Session' : 'Session with encryption',
    state: isOver(session, now) ? 'expired' : info === null ? 'waits for its login' : 'logged in',
    facts: [
      { name: 'opened', value: formatMoment(createdAt) },
      { name: 'last used', value: formatMoment(usedAt) },
    ],
  };
}
