import type { CatalogEntry, ResendAdvice } from '../../definition/catalog-entry.ts';
import { assumption } from '../../model/source.ts';
import type { Verdict } from '../../model/verdict.ts';
import { initiationCodes, refundApiV1, refundStatus, seed, statusCodes } from './sources.ts';

/** What the supplied document prints. */
const documented: readonly CatalogEntry[] = [
  {
    id: 'queued',
    status: [200],
    code: '102',
    message: 'Refund Request Queued',
    title: 'refund request queued',
    verdict: 'pending',
    meaning: 'PayU has taken the refund and will settle it. The customer does not have the money yet.',
    remedy: 'Keep the request_id and ask for the refund status until it says success or failure.',
    resend: 'not-needed',
    source: seed,
    concerns: 'this call',
  },
  {
    id: 'already-exists',
    status: [200],
    code: null,
    message: 'refund request already exists for {refund_id}',
    title: 'this refund_id was sent before',
    verdict: 'refused',
    meaning: 'HTTP 200, but no new refund: PayU already holds a refund request under this refund_id.',
    remedy: 'Ask for the refund status. Use a new refund_id only if a second refund is really meant.',
    resend: 'not-needed',
    source: seed,
    concerns: 'this call',
  },
  {
    id: 'partner-not-allowed',
    status: [400],
    code: null,
    message: 'Partner with UUID {reseller_id} is not allowed to do this action',
    title: 'the reseller is unknown or lacks the right',
    verdict: 'refused',
    meaning: 'The reseller_id is not known to PayU, is not linked to this token, or may not refund.',
    remedy:
      'Compare reseller_id with what PayU issued, character by character; else ask your account manager.',
    resend: 'after-fix',
    source: seed,
    concerns: 'this call',
  },
  {
    id: 'invalid-auth-token',
    status: [401],
    code: null,
    message: 'Invalid Auth token',
    title: 'the access token is wrong or has expired',
    verdict: 'refused',
    meaning: 'PayU does not accept the bearer token. Nothing was looked at beyond it.',
    remedy: 'Get a fresh token, put it into payu.accessToken, and check that it belongs to this environment.',
    resend: 'after-fix',
    source: seed,
    concerns: 'this call',
  },
  {
    id: 'invalid-hash',
    status: [403],
    code: null,
    message: 'Invalid Hash',
    title: 'the hash does not match',
    verdict: 'refused',
    meaning: 'PayU computed another hash over merchant_id|refund_id|amount|client_secret than the one sent.',
    remedy:
      'Open the signature panel: check the client secret of this environment, the text of the amount (500 is not 500.00) and that the body was not changed after signing.',
    resend: 'after-fix',
    source: seed,
    concerns: 'this call',
  },
  {
    id: '227',
    status: [400],
    code: '227',
    message: 'Refund FAILURE - Transactions with same amount and same token not allowed',
    title: 'same amount and same refund_id as before',
    verdict: 'refused',
    meaning: 'A refund of this amount under this refund_id is already known. The first attempt arrived.',
    remedy: 'Ask for the refund status of the first attempt.',
    resend: 'not-needed',
    source: seed,
    concerns: 'this call',
  },
  {
    id: '214',
    status: [400],
    code: '214',
    message:
      'Refund FAILURE - Two refunds of same amount for same transaction within 5 minutes are not allowed',
    title: 'same amount refunded twice within 5 minutes',
    verdict: 'refused',
    meaning: 'PayU took a refund of this amount for this payment less than five minutes ago.',
    remedy:
      'If this is a second partial refund, wait five minutes or change the amount. Else it is already done.',
    resend: 'after-wait',
    source: seed,
    concerns: 'this call',
  },
  {
    id: '105',
    status: [400],
    code: '105',
    message: 'Refund FAILURE - Invalid amount',
    title: 'invalid amount',
    verdict: 'refused',
    meaning: 'The amount is zero, negative, malformed, or more than is left of the payment.',
    remedy: 'Use at most what is left of the payment, in rupees with at most two decimals.',
    resend: 'after-fix',
    source: seed,
    concerns: 'this call',
  },
  {
    id: 'transaction-not-found',
    status: [400],
    code: null,
    message: 'transaction does not exists',
    title: 'no such payment',
    verdict: 'refused',
    meaning: 'PayU knows no payment with this payu_id in this environment.',
    remedy:
      'Check every digit of payu_id (a tool may have rounded it) and that it belongs to this environment.',
    resend: 'after-fix',
    source: seed,
    concerns: 'this call',
  },
  {
    id: '106-token',
    status: [400],
    code: '106',
    message: 'Refund FAILURE - Token already exists.',
    title: 'this refund_id is used up',
    verdict: 'refused',
    meaning: 'The refund_id belongs to another refund, of another amount or payment.',
    remedy: 'Ask for the refund status. For a new refund choose a refund_id that was never used.',
    resend: 'new-id',
    source: seed,
    concerns: 'this call',
  },
  {
    id: 'cannot-be-processed',
    status: [400],
    code: null,
    message: 'Refund request cannot be processed',
    title: 'the request cannot be processed',
    verdict: 'refused',
    meaning: 'A general failure; status is a sentence here and no code is given.',
    remedy: 'Ask for the refund status, then try again later or ask PayU.',
    resend: 'after-status',
    source: seed,
    concerns: 'this call',
  },
  {
    id: '106-partner',
    status: [400],
    code: '106',
    message: 'Invalid partner.',
    title: 'the merchant does not own this payment',
    verdict: 'refused',
    meaning:
      'Code 106 in its second meaning: merchant_id and payment do not belong together under this partner.',
    remedy: 'Check merchant_id against the payment.',
    resend: 'after-fix',
    source: seed,
    concerns: 'this call',
  },
];

/** What the older API over the same refund core prints; it may surface here. */
const fromOlderApi: readonly CatalogEntry[] = [
  older('cancel-queued', '102', 'Cancel Request Queued', 'cancellation queued', 'pending', 'not-needed', {
    meaning:
      'PayU has taken the cancellation of an authorised payment. It carries txn_update_id instead of request_id.',
    remedy: 'Ask for the status until it is final.',
  }),
  older('token-empty', null, 'token is empty', 'refund_id is missing', 'refused', 'after-fix', {
    meaning: 'The refund id did not arrive.',
    remedy: 'Fill refund_id.',
  }),
  older('amount-empty', null, 'amount is empty', 'amount is missing', 'refused', 'after-fix', {
    meaning: 'The amount did not arrive.',
    remedy: 'Fill amount.',
  }),
  older('transaction-not-exists', null, 'transaction not exists', 'no such payment', 'refused', 'after-fix', {
    meaning: 'PayU knows no payment with this payu_id.',
    remedy: 'Check every digit of payu_id and the environment.',
  }),
  older('refund-failed', null, 'Refund request failed', 'the refund failed', 'refused', 'after-status', {
    meaning: 'PayU could not start the refund and gives no reason.',
    remedy: 'Ask for the refund status, then contact PayU.',
  }),
  older(
    'cancel-failed',
    null,
    'Cancel request failed',
    'the cancellation failed',
    'refused',
    'after-status',
    {
      meaning: 'PayU could not start the cancellation and gives no reason.',
      remedy: 'Ask for the status, then contact PayU.',
    },
  ),
  older(
    'token-used',
    null,
    'token already used or request pending',
    'refund_id used or pending',
    'refused',
    'not-needed',
    {
      meaning: 'A request with this refund id is known: done or still under way.',
      remedy: 'Ask for the refund status.',
    },
  ),
  older(
    'capture-today',
    null,
    'Capture is done today, please check for refund status tomorrow',
    'captured today, decided tomorrow',
    'pending',
    'not-needed',
    {
      meaning: 'The payment was captured today; PayU decides about the refund tomorrow. Comes with status 1.',
      remedy: 'Ask for the refund status tomorrow.',
    },
  ),
];

/** The published list of refund initiation codes, two variants merged; the codes of the document are above. */
const initiation: readonly CatalogEntry[] = [
  code('100', 'Refund Successful', 'refund successful', 'accepted', 'not-needed', {
    meaning: 'The refund is done.',
    remedy: 'Nothing more to do.',
  }),
  code('101', 'Refund Successful', 'refund under way', 'pending', 'not-needed', {
    meaning: 'The list marks this code as pending although its text says successful.',
    remedy: 'Ask for the refund status until it is final.',
  }),
  code('103', 'Request rejected on reconfirmation', 'rejected on reconfirmation', 'refused', 'after-status', {
    meaning: 'The refund had to be confirmed again and was rejected then.',
    remedy: 'Contact PayU.',
  }),
  code('104', 'Confirmation required', 'confirmation required', 'pending', 'not-needed', {
    meaning: 'PayU waits for a confirmation before it refunds.',
    remedy: 'Confirm it in the PayU dashboard.',
  }),
  code('107', 'Upgraded to refund', 'cancellation turned into a refund', 'unknown', 'after-status', {
    meaning: 'An older note ties it to a failed cancellation at one bank, after which a refund was started.',
    remedy: 'Ask for the refund status.',
  }),
  code('108', null, 'failure without words', 'refused', 'after-status', {
    meaning: 'The list gives no text for this code.',
    remedy: 'Contact PayU.',
  }),
  code('109', 'Request is already logged', 'already logged', 'refused', 'not-needed', {
    meaning: 'The same request is already known to PayU.',
    remedy: 'Ask for the status of the first request.',
  }),
  code(
    '110',
    'More than one partial refund of Maestro transactions are not allowed',
    'only one partial refund for Maestro',
    'refused',
    'never',
    {
      meaning: 'This Maestro payment has had its one partial refund.',
      remedy: 'Refund the remainder outside PayU.',
    },
  ),
  code('111', 'Invalid transaction status', 'the payment is not refundable now', 'refused', 'after-fix', {
    meaning: 'Only authorised and captured payments can be cancelled or refunded.',
    remedy: 'Look the payment up in the dashboard.',
  }),
  code('112', null, 'held for a risk review', 'pending', 'not-needed', {
    meaning: 'The refund waits for a risk review (RISK_QUEUED).',
    remedy: 'Wait for the review, then ask for the status.',
  }),
  code(
    '113',
    'Invalid Amount - Chargeback of amount present',
    'a chargeback takes part of the amount',
    'refused',
    'after-fix',
    {
      meaning: 'A chargeback exists, so less is left to refund. One variant of the text names both amounts.',
      remedy: 'Refund at most what remains after the chargeback.',
    },
  ),
  code(
    '115',
    'Invalid status to be updated',
    'the refund cannot change its state',
    'refused',
    'after-status',
    {
      meaning: 'PayU could not move the refund to the wanted state.',
      remedy: 'Contact PayU.',
    },
  ),
  code('116', 'Transaction Not Found', 'no such payment', 'refused', 'after-fix', {
    meaning: 'PayU knows no payment with this payu_id.',
    remedy: 'Check every digit of payu_id and the environment.',
  }),
  code('117', 'Amount Does not Match', 'the amount must be the authorised one', 'refused', 'after-fix', {
    meaning: 'An authorised payment can only be cancelled in full.',
    remedy: 'Send exactly the authorised amount.',
  }),
  code('119', 'No such Request Found', 'no such refund request', 'refused', 'after-fix', {
    meaning: 'PayU knows no refund with this request id.',
    remedy: 'Check the request_id.',
  }),
  code(
    '120',
    'Transaction lock could not be obtained.',
    'the payment is locked at the moment',
    'refused',
    'same-id',
    {
      meaning: 'Another operation on this payment is under way.',
      remedy: 'Try again shortly with the same refund_id.',
    },
  ),
  code(
    '121',
    'Incorrect/Empty value passed in retry',
    'a retry with a wrong or empty value',
    'refused',
    'after-fix',
    {
      meaning: 'The retry carried a value that is wrong or empty.',
      remedy: 'Send the same values as the first time.',
    },
  ),
  code('122', null, 'waiting for an approval', 'pending', 'not-needed', {
    meaning: 'The refund needs an approval (APPROVAL PENDING).',
    remedy: 'Approve it in the PayU dashboard.',
  }),
  code(
    '123',
    'Request set as pending - requires manual follow-up',
    'pending, needs a person',
    'unknown',
    'after-status',
    {
      meaning: 'Listed as a failure, but the text says that the request is pending at PayU.',
      remedy: 'Contact PayU.',
    },
  ),
  code('124', 'Input Data missing', 'data is missing', 'refused', 'after-fix', {
    meaning: 'A field did not arrive.',
    remedy: 'Compare the request with the field list and add what is missing.',
  }),
  code(
    '125',
    'Merchant Failed the pending refund',
    'the merchant failed the pending refund',
    'refused',
    'new-id',
    {
      meaning: 'Somebody at the merchant ended the pending refund as failed.',
      remedy: 'Start anew if the refund is still wanted.',
    },
  ),
  code('126', null, 'in progress', 'pending', 'not-needed', {
    meaning: 'The refund is in progress (IN_PROGRESS).',
    remedy: 'Ask for the refund status until it is final.',
  }),
  code('127', null, 'requested', 'pending', 'not-needed', {
    meaning: 'The refund is requested from the bank (REQUESTED).',
    remedy: 'Ask for the refund status until it is final.',
  }),
  code('128', 'Partial refunds not allowed', 'no partial refunds', 'refused', 'after-fix', {
    meaning: 'This payment can only be refunded in full.',
    remedy: 'Refund the full amount.',
  }),
  code('129', 'Remark is mandatory for retry 0', 'a remark is missing', 'refused', 'after-fix', {
    meaning: 'This kind of retry needs a remark.',
    remedy: 'Add the remark.',
  }),
  code('130', 'Refunds not allowed after', 'too old to refund', 'refused', 'never', {
    meaning:
      'The payment is older than the period in which refunds are allowed; the published text breaks off here.',
    remedy: 'Refund outside PayU.',
  }),
  code(
    '225',
    'Overdraft has occurred. Kindly recheck the status tomorrow.',
    'overdraft, decided tomorrow',
    'pending',
    'not-needed',
    {
      meaning: 'The merchant account ran short; PayU decides tomorrow.',
      remedy: 'Ask for the refund status tomorrow.',
    },
  ),
  code(
    '226',
    'Capture has been initiated today. Please check for refund status tomorrow.',
    'captured today, decided tomorrow',
    'pending',
    'not-needed',
    {
      meaning: 'The payment was captured today; PayU decides tomorrow.',
      remedy: 'Ask for the refund status tomorrow.',
    },
  ),
  code(
    '230',
    'Purged Transaction. Refund request requires manual follow-up',
    'the payment is archived',
    'refused',
    'never',
    {
      meaning: 'The payment is no longer in the live system.',
      remedy: 'Contact PayU.',
    },
  ),
  code(
    '231',
    'could not be initiated, internal error',
    'internal error, not started',
    'refused',
    'after-status',
    {
      meaning: 'PayU could not start the refund; an older variant of the list says hold settlement.',
      remedy: 'Ask for the status, then try again or contact PayU.',
    },
  ),
  code(
    '232',
    'Refund could not be initiated. Either refunds are not supported or need manual intervention',
    'refunds are not supported here',
    'refused',
    'never',
    { meaning: 'This payment method has no refunds, or a person must do it.', remedy: 'Contact PayU.' },
  ),
  code(
    '233',
    'Refund/Cancel Blocked From Merchant Panel',
    'blocked in the merchant panel',
    'refused',
    'never',
    {
      meaning: 'Refunds from the panel are blocked for this merchant.',
      remedy: 'Ask your account manager.',
    },
  ),
  code(
    '234',
    'Refund/Cancel Blocked From Merchant Panel And API',
    'blocked in panel and API',
    'refused',
    'never',
    {
      meaning: 'Refunds are blocked for this merchant everywhere.',
      remedy: 'Ask your account manager.',
    },
  ),
  code('235', 'Refund/Cancel Blocked. Contact KM.', 'refunds are blocked', 'refused', 'never', {
    meaning: 'Refunds are blocked for this merchant.',
    remedy: 'Ask your account manager.',
  }),
  code(
    '236',
    'Refund not possible on this transaction',
    'this payment cannot be refunded',
    'refused',
    'never',
    {
      meaning: 'PayU rules a refund of this payment out.',
      remedy: 'Refund outside PayU.',
    },
  ),
  code(
    '237',
    'Validation Failure for {key_name}. Special Characters Not Allowed',
    'special characters in a field',
    'refused',
    'after-fix',
    {
      meaning: 'The named field holds characters that are not allowed.',
      remedy: 'Clean the field that the text names.',
    },
  ),
  code(
    '238',
    'Validation Failure for {key_name}. Mandatory Field.',
    'a mandatory field is missing',
    'refused',
    'after-fix',
    {
      meaning: 'The named field is missing or empty.',
      remedy: 'Fill the field that the text names.',
    },
  ),
  code(
    '239',
    'API based alternate instant refunds not activated.',
    'instant refunds are not activated',
    'refused',
    'after-fix',
    {
      meaning: 'The merchant has no instant refunds through the API.',
      remedy: 'Have it activated, or use a normal refund.',
    },
  ),
  code('240', 'Store card failed', 'the stored card failed', 'refused', 'after-status', {
    meaning: 'The card to refund to could not be used.',
    remedy: 'Contact PayU.',
  }),
  code('241', 'not supported by the bank, payment too old', 'too old for the bank', 'refused', 'never', {
    meaning: 'The bank takes no refund for a payment of this age.',
    remedy: 'Refund outside PayU.',
  }),
  code('242', 'Bank Code Not Supported', 'bank code not supported', 'refused', 'never', {
    meaning: 'PayU cannot refund through this bank code.',
    remedy: 'Contact PayU.',
  }),
  code(
    '243',
    'instant-refund virtual account incomplete',
    'the instant-refund account is incomplete',
    'refused',
    'after-fix',
    {
      meaning: 'The virtual account for instant refunds is not completely set up.',
      remedy: 'Set it up with PayU.',
    },
  ),
  code('244', 'beneficiary code not set', 'beneficiary code not set', 'refused', 'after-fix', {
    meaning: 'Instant refunds need a beneficiary code, which is missing.',
    remedy: 'Set it up with PayU.',
  }),
  code('245', 'BBPS transaction is not successful', 'the bill payment did not succeed', 'refused', 'never', {
    meaning: 'The bill payment (BBPS) itself is not successful, so there is nothing to refund.',
    remedy: 'Look the payment up.',
  }),
  code('246', 'SKU value invalid', 'SKU value invalid', 'refused', 'after-fix', {
    meaning: 'A value given for an article (SKU) is not valid.',
    remedy: 'Correct the SKU data.',
  }),
  code('247', 'no offers for SKU', 'no offers for the SKU', 'refused', 'after-fix', {
    meaning: 'No offer exists for the article named.',
    remedy: 'Correct the SKU data.',
  }),
  code('248', null, 'balance check started', 'pending', 'not-needed', {
    meaning: 'PayU checks the balance first (BAL_CHECK_INIT).',
    remedy: 'Ask for the refund status until it is final.',
  }),
  code('249', null, 'balance check is repeated', 'pending', 'not-needed', {
    meaning: 'PayU repeats the balance check (RETRY).',
    remedy: 'Ask for the refund status until it is final.',
  }),
  code(
    '250',
    'Refund Failed On Uploading Successful Chargeback',
    'failed because of a chargeback',
    'refused',
    'never',
    {
      meaning: 'A chargeback was successful, so the customer has the money already.',
      remedy: 'Do not refund again.',
    },
  ),
  code('251', 'Refund Blocked for this PGMID by Bank', 'blocked by the bank', 'refused', 'never', {
    meaning: 'The bank blocks refunds for this gateway merchant.',
    remedy: 'Contact PayU.',
  }),
  code(
    '252',
    'Refunds are not allowed from panel for this MID',
    'not from the panel',
    'refused',
    'after-fix',
    {
      meaning: 'This merchant may refund through the API only.',
      remedy: 'Use the API.',
    },
  ),
  code('253', 'Instant refunds invalid mode', 'wrong mode for an instant refund', 'refused', 'after-fix', {
    meaning: 'The mode given for the instant refund is not valid.',
    remedy: 'Use a valid mode, or a normal refund.',
  }),
  code(
    '254',
    'Remarks cannot contain special characters',
    'special characters in the remarks',
    'refused',
    'after-fix',
    {
      meaning: 'The remarks hold characters that are not allowed.',
      remedy: 'Clean the remarks.',
    },
  ),
  code('255', 'Token Length Exceeded for Refund', 'refund_id is too long', 'refused', 'after-fix', {
    meaning: 'The refund id has more than 23 characters.',
    remedy: 'Use at most 23 characters.',
  }),
  code(
    '256',
    'Refund not supported on split transactions; refund the order transaction',
    'a split payment',
    'refused',
    'after-fix',
    {
      meaning: 'Parts of a split payment cannot be refunded one by one.',
      remedy: 'Refund the order transaction.',
    },
  ),
  code('258', null, 'initiated', 'pending', 'not-needed', {
    meaning: 'The refund is started.',
    remedy: 'Ask for the refund status until it is final.',
  }),
  code('259', null, 'requested again', 'pending', 'not-needed', {
    meaning: 'The refund is requested once more (REQUESTED_RETRY).',
    remedy: 'Ask for the refund status until it is final.',
  }),
  ...['261', '262', '264', '265'].map((number) =>
    code(number, 'Error while processing request', 'error while processing', 'unknown', 'same-id', {
      meaning: 'Something went wrong inside PayU; whether the refund was taken is not said.',
      remedy: 'Ask for the refund status, then send the same refund_id again.',
    }),
  ),
  code('263', 'Invalid requested amount', 'invalid amount', 'refused', 'after-fix', {
    meaning: 'The amount asked for is not valid.',
    remedy: 'Correct the amount.',
  }),
  code(
    '266',
    'Chargeback is pending against this transaction',
    'a chargeback is pending',
    'refused',
    'after-wait',
    {
      meaning: 'While a chargeback is open the payment cannot be refunded.',
      remedy: 'Wait for the end of the chargeback.',
    },
  ),
  code(
    '267',
    'Lock acquired on TransactionMetaData',
    'the payment is locked at the moment',
    'refused',
    'same-id',
    {
      meaning: 'Another operation on this payment is under way.',
      remedy: 'Try again shortly with the same refund_id.',
    },
  ),
  code(
    '270',
    'Transaction not eligible for Instant Refund',
    'not eligible for an instant refund',
    'refused',
    'after-fix',
    {
      meaning: 'Only a normal refund is possible.',
      remedy: 'Use a normal refund.',
    },
  ),
  code(
    '299',
    'Blocking refund initiation for Type A Merchant',
    'blocked for this kind of merchant',
    'refused',
    'never',
    {
      meaning: 'PayU blocks refunds for this kind of merchant.',
      remedy: 'Contact PayU.',
    },
  ),
  code('301', 'Capture already successful for this transaction', 'already captured', 'refused', 'after-fix', {
    meaning: 'The payment is captured, so it can no longer be cancelled.',
    remedy: 'Refund it instead.',
  }),
  code('302', 'Please try after some time', 'try again later', 'refused', 'after-wait', {
    meaning: 'PayU cannot take the request at the moment.',
    remedy: 'Try again later.',
  }),
  code('303', 'above maximum capturable', 'above the capturable amount', 'refused', 'after-fix', {
    meaning: 'The amount is above what can be captured.',
    remedy: 'Correct the amount.',
  }),
  code('304', 'less than allowed', 'below the smallest amount', 'refused', 'after-fix', {
    meaning: 'The amount is smaller than allowed.',
    remedy: 'Correct the amount.',
  }),
  code('305', 'more than allowed', 'above the largest amount', 'refused', 'after-fix', {
    meaning: 'The amount is larger than allowed.',
    remedy: 'Correct the amount.',
  }),
  code('306', 'invalid tolerance configuration', 'invalid tolerance configuration', 'refused', 'after-fix', {
    meaning: 'The tolerance set up for this merchant is not valid.',
    remedy: 'Have it corrected by PayU.',
  }),
  code(
    '424',
    'Transaction upgraded to capture/refund.',
    'turned into capture and refund',
    'unknown',
    'after-status',
    {
      meaning: 'Listed as a failure, but the text says that PayU captured and refunds.',
      remedy: 'Ask for the refund status.',
    },
  ),
  code('500', 'Some Exception Occurred.', 'an exception inside PayU', 'unknown', 'same-id', {
    meaning: 'Something broke inside PayU; whether the refund was taken is not said.',
    remedy: 'Ask for the refund status, then send the same refund_id again.',
  }),
  code('501', 'Successfully Updated', 'file upload: updated', 'accepted', 'not-needed', {
    meaning: 'Belongs to uploads of refund files.',
    remedy: 'Nothing to do for a single refund.',
  }),
  code('502', 'Failed to update', 'file upload: failed', 'refused', 'after-fix', {
    meaning: 'Belongs to uploads of refund files.',
    remedy: 'Check the file.',
  }),
];

/** Answers of the status call. */
const statusCall: readonly CatalogEntry[] = [
  {
    ...companion('status-queued', null, 'refund queued', 'refund still queued', 'pending'),
    meaning: 'PayU has the refund and has not settled it yet.',
    remedy: 'Ask again later.',
    source: refundStatus,
  },
  {
    ...companion('status-success', null, 'refund success', 'refund done', 'accepted'),
    meaning: 'The refund is settled.',
    remedy: 'Nothing more to do.',
    source: { ...refundStatus, title: 'PayU: Refund Status Callback' },
  },
  {
    ...companion('status-failure', null, 'refund failure', 'refund failed', 'refused'),
    meaning: 'The refund was taken and then failed.',
    remedy: 'Find the reason in the dashboard; refund again with a new refund_id only if it is still wanted.',
    resend: 'new-id',
    source: { ...refundStatus, title: 'PayU: Refund Status Callback' },
  },
  {
    ...companion(
      'status-not-found',
      '400',
      '0 out of 1 Transactions Fetched Successfully',
      'no refund found',
      'refused',
    ),
    status: [400],
    meaning: 'PayU finds no refund for this payu_id.',
    remedy:
      'Check every digit of payu_id. Right after sending, ask again later: PayU may not list the refund yet.',
    source: refundStatus,
  },
  {
    ...companion(
      'internal-server-error',
      null,
      'PayU Internal Server Error',
      'PayU failed inside',
      'unknown',
    ),
    status: [500],
    meaning: 'Documented for the status call, likely here too. It does not say whether a refund was taken.',
    remedy: 'Ask for the refund status.',
    resend: 'same-id',
    source: { ...refundStatus, confidence: 'likely' },
  },
  ...statusCode(['R000'], 'SUCCESS', 'refund done', 'accepted', 'Nothing more to do.'),
  ...statusCode(
    ['R0001', 'R0023'],
    null,
    'technical error at the acquirer bank',
    'refused',
    'Ask PayU when it can be tried again.',
  ),
  ...statusCode(
    ['R0002', 'R0024'],
    null,
    'technical error at the customer bank',
    'refused',
    'Ask PayU when it can be tried again.',
  ),
  ...statusCode(
    ['R0003'],
    null,
    'the UPI address (VPA) is invalid or expired',
    'refused',
    'Ask the customer for another way.',
  ),
  ...statusCode(['R0004'], null, 'the credit failed', 'refused', 'Ask PayU when it can be tried again.'),
  ...statusCode(
    ['R0005'],
    null,
    'the account may not receive it',
    'refused',
    'Ask the customer for another way.',
  ),
  ...statusCode(
    ['R0006', 'R0025'],
    null,
    'technical error',
    'refused',
    'Ask PayU when it can be tried again.',
  ),
  ...statusCode(
    ['R0007'],
    null,
    'failure at issuer or acquirer',
    'refused',
    'Ask PayU when it can be tried again.',
  ),
  ...statusCode(['R0008'], null, 'time-out at the acquirer', 'unknown', 'Ask for the status again.'),
  ...statusCode(
    ['R0009'],
    null,
    'deemed: taken as done, not confirmed',
    'unknown',
    'Ask for the status again; ask PayU if it stays.',
  ),
  ...statusCode(['R0010'], null, 'account details not found', 'refused', 'Ask the customer for another way.'),
  ...statusCode(['R0011'], null, 'declined for compliance', 'refused', 'Ask PayU.'),
  ...statusCode(['R0012'], null, 'the account is blocked', 'refused', 'Ask the customer for another way.'),
  ...statusCode(
    ['R0013'],
    null,
    'not allowed on this UPI address',
    'refused',
    'Ask the customer for another way.',
  ),
  ...statusCode(['R0014'], null, 'the original refund is not found', 'refused', 'Check the request id.'),
  ...statusCode(['R0015'], null, 'the account is inactive', 'refused', 'Ask the customer for another way.'),
  ...statusCode(
    ['R0016'],
    null,
    'the balance limit is passed',
    'refused',
    'Ask the customer for another way.',
  ),
  ...statusCode(['R0017', 'R0026'], null, 'declined for risk', 'refused', 'Ask PayU.'),
  ...statusCode(
    ['R0018'],
    null,
    'the UPI address is blocked',
    'refused',
    'Ask the customer for another way.',
  ),
  ...statusCode(['R0019'], null, 'an overdraft account', 'refused', 'Ask the customer for another way.'),
  ...statusCode(
    ['R0020'],
    null,
    'the customer blocked the merchant',
    'refused',
    'Ask the customer for another way.',
  ),
  ...statusCode(['R0021'], null, 'time-out at the customer end', 'unknown', 'Ask for the status again.'),
  ...statusCode(['R0022'], null, 'the bank does not honour it', 'refused', 'Ask PayU.'),
  ...statusCode(['R101', 'R500'], null, 'in progress', 'pending', 'Ask again later.'),
  ...statusCode(
    ['R102'],
    null,
    'insufficient balance of the merchant',
    'refused',
    'Top the account up, then ask PayU.',
  ),
  ...statusCode(['R501'], null, 'refund failed', 'refused', 'Ask PayU for the reason.'),
];

/** Everything PayU is known to answer, the document first. */
export const catalog: readonly CatalogEntry[] = [
  ...documented,
  {
    id: 'not-found',
    status: [404],
    code: null,
    message: null,
    title: 'nothing at this address',
    verdict: 'unknown',
    meaning: 'No PayU document describes this; an address without a service behind it commonly answers 404.',
    remedy: 'Check the base URL and the path: the printed host is a developer machine.',
    resend: 'after-fix',
    source: assumption('usual meaning of the HTTP status'),
    concerns: 'this call',
  },
  ...fromOlderApi,
  ...initiation,
  ...statusCall,
];

type Advice = { readonly meaning: string; readonly remedy: string };

function older(
  id: string,
  number: string | null,
  message: string,
  title: string,
  verdict: Verdict,
  resend: ResendAdvice,
  advice: Advice,
): CatalogEntry {
  const source = refundApiV1;
  return {
    id,
    status: [],
    code: number,
    message,
    title,
    verdict,
    resend,
    ...advice,
    source,
    concerns: 'related page',
  };
}

function code(
  number: string,
  message: string | null,
  title: string,
  verdict: Verdict,
  resend: ResendAdvice,
  advice: Advice,
): CatalogEntry {
  const source = initiationCodes;
  return {
    id: number,
    status: [],
    code: number,
    message,
    title,
    verdict,
    resend,
    ...advice,
    source,
    concerns: 'this call',
  };
}

function companion(
  id: string,
  number: string | null,
  message: string | null,
  title: string,
  verdict: Verdict,
): Omit<CatalogEntry, 'meaning' | 'remedy' | 'source'> {
  return {
    id,
    status: [],
    code: number,
    message,
    title,
    verdict,
    resend: 'not-needed',
    concerns: 'companion call',
  };
}

function statusCode(
  numbers: readonly string[],
  message: string | null,
  title: string,
  verdict: Verdict,
  remedy: string,
): readonly CatalogEntry[] {
  const meaning = `What the status call says of a refund: ${title}.`;
  return numbers.map((number) => ({
    ...companion(number.toLowerCase(), number, message, title, verdict),
    meaning,
    remedy,
    source: statusCodes,
    resend: verdict === 'refused' ? 'after-status' : 'not-needed',
  }));
}
