import { assumption, documented, publicPage } from '../../model/source.ts';

export const document = 'Front Payment Go Connect: Refund or Reverse Payment';

/** The provider's own pages. */
export const documentationPage = 'https://docs.frontpayment.no/books/fpgo-connect';

/** The supplied document: the revision comparison of that page, with removed and inserted words run together. */
export const seed = documented(document);

export const refundPage = publicPage('FPGO Connect: Refund or Reverse Payment');
export const oldRevision = publicPage('FPGO Connect: Refund or Reverse Payment, revision 1610');
export const statusPage = publicPage('FPGO Connect: Refund Status Check');
export const cancelRefundPage = publicPage('FPGO Connect: Cancel Refund Request');
export const cancelPaymentPage = publicPage('FPGO Connect: Cancel Terminal Order');
export const paymentStatusPage = publicPage('FPGO Connect: Payment Status Check');
export const subscriptionPage = publicPage('FPGO Connect: Refund Subscription Cycle', 'likely');
export const approvalPage = publicPage('FPGO Connect: Request Refund Approval');
export const siblingPages = publicPage(
  'FPGO Connect: Refund Order, Refund Reservation, Request Refund Approval',
);

/** What an unofficial client sends, and what the demo server answered it in July 2025. */
export const client = publicPage('repository skatkov/frontgo (unofficial Ruby client)', 'likely');
export const recordings = publicPage('skatkov/frontgo: recorded answers of the demo server', 'likely');

export const byAnalogy = assumption('the sibling refund calls refuse so; not documented here', 'likely');
