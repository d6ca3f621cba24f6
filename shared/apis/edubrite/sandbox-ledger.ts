import { defineSeries, type DemoTransaction } from '../../definition/sandbox-definition.ts';

export type Invoice = {
  readonly id: string;
  readonly state: 'TEMPORARY' | 'ACTIVE' | 'REFUNDED';
  /** The coupon of a group purchase; `null` for the purchase of one person. */
  readonly coupon: string | null;
};

/** Who is enrolled in what, and by which invoice or coupon. */
export type Enrolment = { readonly user: string; readonly place: string; readonly by: string };

export type Coupon = { readonly code: string; readonly state: 'ACTIVE' | 'REFUNDED' };

/** The keys of a session with encryption: the server's RSA private key (PEM) and its Blowfish key (Base64). */
export type SessionKeys = { readonly privateKey: string; readonly serverKey: string };

/** The values of the two cookies; `info` is `null` until the login. Times are milliseconds by the sandbox's clock. */
export type Session = {
  readonly id: string;
  readonly info: string | null;
  readonly keys: SessionKeys | null;
  readonly createdAt: number;
  readonly usedAt: number;
};

export type State = {
  readonly invoices: readonly Invoice[];
  readonly coupons: readonly Coupon[];
  readonly enrolments: readonly Enrolment[];
  /** Oldest first. */
  readonly sessions: readonly Session[];
};

export const credentials = {
  'edubrite.username': 'api_sandbox-user-not-a-real-one',
  'edubrite.password': 'sandbox-password-not-a-real-one',
  'edubrite.adminUser': 'siteadmin',
};

const single = '34669703-f5b3-11e7-a6ac-0cc47a352510';
const group = '5d0a2c40-f5b4-11e7-8c3e-02420a0b0c0d';
const program = '7be1f3a0-f5b4-11e7-8c3e-02420a0b0c0d';
const temporary = '90c4d8e0-f5b4-11e7-8c3e-02420a0b0c0d';
const refunded = 'a77f5b10-f5b4-11e7-8c3e-02420a0b0c0d';
const otherGroup = 'c18d6e20-f5b4-11e7-8c3e-02420a0b0c0d';
const unusedGroup = 'd2a07f30-f5b4-11e7-8c3e-02420a0b0c0d';
const refundedGroup = 'e3b19040-f5b4-11e7-8c3e-02420a0b0c0d';
const coupon = 'SANDBOX-TEAM-3';
const otherCoupon = 'SANDBOX-TEAM-4';
const unusedCoupon = 'SANDBOX-TEAM-5';
const refundedCoupon = 'SANDBOX-TEAM-2';

export const transactions: readonly DemoTransaction[] = [
  { id: single, title: 'One person in a course session', state: 'ACTIVE' },
  { id: program, title: 'One person in a program session', state: 'ACTIVE' },
  { id: group, title: 'Group purchase, 3 people enrolled by coupon', state: 'ACTIVE' },
  { id: temporary, title: 'Purchase that was never completed', state: 'TEMPORARY' },
  { id: refunded, title: 'Purchase that is refunded already', state: 'REFUNDED' },
  { id: otherGroup, title: 'Group purchase, 1 person enrolled by coupon', state: 'ACTIVE' },
  { id: unusedGroup, title: 'Group purchase, nobody enrolled by coupon yet', state: 'ACTIVE' },
  { id: refundedGroup, title: 'Group purchase that is refunded already', state: 'REFUNDED' },
];

/** Purchases that are all alike, for tables and long runs. */
export const series = defineSeries('b1000000-f5b4-11e7-8c3e-0242', {
  title: 'One person in a course session',
  state: 'ACTIVE',
});

/** An invoice by its id; `null` where there is none. One of the series stands in the ledger only once something became of it. */
export function findInvoice({ invoices }: State, id: string): Invoice | null {
  const found = invoices.find((invoice) => invoice.id === id);
  if (found !== undefined) return found;
  return series.has(id) ? { id, state: 'ACTIVE', coupon: null } : null;
}

/** The ledger with an invoice as it is now. */
export function withInvoice(state: State, changed: Invoice): State {
  const { invoices } = state;
  const index = invoices.findIndex(({ id }) => id === changed.id);
  return { ...state, invoices: index === -1 ? [...invoices, changed] : invoices.with(index, changed) };
}

/** The ledger with the coupon of an invoice, if it has one, in another state. */
export function withCoupon(state: State, { coupon: code }: Invoice, couponState: Coupon['state']): State {
  const coupons = state.coupons.map((known) => (known.code === code ? { ...known, state: couponState } : known));
  return { ...state, coupons };
}

/** What enrolments name as that by which they came: the coupon of a group, the invoice itself of a single purchase. */
export function enrolsBy({ id, coupon: code }: Invoice): string {
  return code ?? id;
}

export function seedState(): State {
  return {
    invoices: [
      { id: single, state: 'ACTIVE', coupon: null },
      { id: program, state: 'ACTIVE', coupon: null },
      { id: group, state: 'ACTIVE', coupon },
      { id: temporary, state: 'TEMPORARY', coupon: null },
      { id: refunded, state: 'REFUNDED', coupon: null },
      { id: otherGroup, state: 'ACTIVE', coupon: otherCoupon },
      { id: unusedGroup, state: 'ACTIVE', coupon: unusedCoupon },
      { id: refundedGroup, state: 'REFUNDED', coupon: refundedCoupon },
    ],
    coupons: [
      { code: coupon, state: 'ACTIVE' },
      { code: otherCoupon, state: 'ACTIVE' },
      { code: unusedCoupon, state: 'ACTIVE' },
      { code: refundedCoupon, state: 'REFUNDED' },
    ],
    enrolments: [
      { user: 'learner', place: 'course session "First Aid, spring"', by: single },
      { user: 'achen', place: 'program session "Onboarding"', by: program },
      { user: 'bdiaz', place: 'course session "Fire Safety, May"', by: coupon },
      { user: 'cokoro', place: 'course session "Fire Safety, May"', by: coupon },
      { user: 'dlind', place: 'course session "Fire Safety, May"', by: coupon },
      { user: 'learner', place: 'course session "Fire Safety, June"', by: otherCoupon },
    ],
    sessions: [],
  };
}
