import type { CatalogEntry } from '../../definition/catalog-entry.ts';
import type { Verdict } from '../../model/verdict.ts';
import { codeList, codeListLikely, couponPage, javaClient, seed, trackingPage } from './sources.ts';

/** What the supplied document prints. */
const documented: readonly CatalogEntry[] = [
  {
    id: 'success',
    status: [200],
    code: '0',
    message: 'Success',
    title: 'the purchase is undone',
    verdict: 'accepted',
    meaning:
      'The invoice is REFUNDED. The person left the session, or the coupon of a group is voided and its people are removed.',
    remedy: 'Pay the money back where the payment was taken; EduBrite most likely does not do that.',
    resend: 'not-needed',
    source: seed,
    concerns: 'this call',
  },
  {
    id: '0005',
    status: [401],
    code: '0005',
    message: 'You are not allowed to perform this action.',
    title: 'the acting user is not a site admin',
    verdict: 'refused',
    meaning: 'The login worked, but the user named in REAL_UNAME may not refund. Nothing was changed.',
    remedy: 'Put the user name of a site admin into edubrite.adminUser.',
    resend: 'after-fix',
    source: seed,
    concerns: 'this call',
  },
  {
    id: '0004',
    status: [404],
    code: '0004',
    message: 'Unable to find Invoice with matching Id {id}.',
    title: 'no such invoice',
    verdict: 'refused',
    meaning:
      'This site has no invoice with this id. The document gives the code; that it comes with HTTP 404 is known from a sibling call.',
    remedy:
      'Compare the id with Site Admin > Payment Transactions, and check that the base URL is that of the right site.',
    resend: 'after-fix',
    source: seed,
    concerns: 'this call',
  },
  {
    id: '0231-refunded',
    status: [],
    code: '0231',
    message: 'Not refundable Invoice {id}, status = REFUNDED',
    title: 'the invoice is refunded already',
    verdict: 'refused',
    meaning:
      'An earlier refund of this invoice went through. After an answer that was lost, this says that the first request worked.',
    remedy: 'Stop here; it is done.',
    resend: 'not-needed',
    source: seed,
    concerns: 'this call',
  },
  {
    id: '0231',
    status: [],
    code: '0231',
    message: null,
    title: 'the invoice is not in a refundable state',
    verdict: 'refused',
    meaning: 'The invoice exists, but its state rules a refund out; the message names the state.',
    remedy: 'Look the invoice up under Site Admin > Payment Transactions.',
    resend: 'after-fix',
    source: seed,
    concerns: 'this call',
  },
];

/** Codes and statuses of the vendor's other pages that this call may answer with; their wording is not published. */
const general: readonly CatalogEntry[] = [
  {
    id: '0231-temporary',
    status: [],
    code: '0231',
    message: 'Not refundable Invoice {id}, status = TEMPORARY',
    title: 'the purchase was never completed',
    verdict: 'refused',
    meaning: 'The invoice is still temporary, so there is no purchase that could be undone.',
    remedy: 'Look the invoice up under Site Admin > Payment Transactions; check that you have the right id.',
    resend: 'after-fix',
    source: trackingPage,
    concerns: 'this call',
  },
  {
    id: '0174',
    status: [],
    code: '0174',
    message: null,
    title: 'the session is not valid',
    verdict: 'refused',
    meaning: 'The session cookies are unknown to EduBrite or have expired. Nothing was changed.',
    remedy: 'Send it again: the workbench logs in anew.',
    resend: 'same-id',
    source: codeListLikely,
    concerns: 'this call',
  },
  {
    id: '0026',
    status: [],
    code: '0026',
    message: null,
    title: 'general error',
    verdict: 'refused',
    meaning: 'The catch-all of EduBrite (GENERIC_ERROR). Only its message can say what went wrong.',
    remedy: 'Read the message, then look the invoice up before you send again.',
    resend: 'after-status',
    source: codeList,
    concerns: 'this call',
  },
  {
    id: '0210',
    status: [],
    code: '0210',
    message: null,
    title: 'unsupported operation',
    verdict: 'refused',
    meaning: 'EduBrite does not support what was asked for.',
    remedy: 'Check that dispatch is refund and that the address ends in paymentTxnService.do.',
    resend: 'after-fix',
    source: codeListLikely,
    concerns: 'this call',
  },
  {
    id: '0220',
    status: [],
    code: '0220',
    message: null,
    title: 'invalid path',
    verdict: 'refused',
    meaning: 'EduBrite does not know the path that was given.',
    remedy: 'Compare the address with that of the template.',
    resend: 'after-fix',
    source: codeListLikely,
    concerns: 'this call',
  },
  {
    id: 'status-401',
    status: [401],
    code: null,
    message: null,
    title: 'not allowed (HTTP 401)',
    verdict: 'unknown',
    meaning: 'EduBrite uses this status where somebody may not do what was asked.',
    remedy: 'Check the API credentials and the acting site admin.',
    resend: 'after-fix',
    source: codeList,
    concerns: 'this call',
  },
  {
    id: 'status-403',
    status: [403],
    code: null,
    message: null,
    title: 'forbidden (HTTP 403)',
    verdict: 'unknown',
    meaning: 'EduBrite lists this status without a meaning; a proxy or firewall often answers so too.',
    remedy: 'Read the body of the answer, then look the invoice up.',
    resend: 'after-status',
    source: codeList,
    concerns: 'this call',
  },
  {
    id: 'status-404',
    status: [404],
    code: null,
    message: null,
    title: 'not found (HTTP 404)',
    verdict: 'unknown',
    meaning: 'EduBrite uses this status for what it cannot find; a wrong address commonly gives it too.',
    remedy: 'Check the base URL, the path and the invoice id.',
    resend: 'after-fix',
    source: codeList,
    concerns: 'this call',
  },
];

/** The connect service, which opens the session. */
const connectService: readonly CatalogEntry[] = [
  {
    id: '0152',
    status: [],
    code: '0152',
    message: null,
    title: 'the login worked',
    verdict: 'unknown',
    meaning: 'The connect service opened a session. It says nothing about a refund.',
    remedy: 'Send the refund with the two session cookies.',
    resend: 'after-status',
    source: codeList,
    concerns: 'companion call',
  },
  {
    id: '0154',
    status: [],
    code: '0154',
    message: null,
    title: 'the login did not work',
    verdict: 'refused',
    meaning: 'EduBrite does not accept the API user name and password. The refund itself was not sent.',
    remedy:
      'Check edubrite.username and edubrite.password for this site, or make a new API key under Site Admin > Site Details > Integration.',
    resend: 'after-fix',
    source: codeListLikely,
    concerns: 'companion call',
  },
];

/** Codes of other calls; none of them says anything about a refund. */
const otherCalls: readonly CatalogEntry[] = [
  {
    id: '0026-invalid-auth-code',
    status: [],
    code: '0026',
    message: 'Invalid auth code',
    title: 'invalid auth code',
    verdict: 'refused',
    meaning: 'The general code 0026 as the coupon call uses it: the coupon or its code is not accepted.',
    remedy: 'Check the code that was sent to the coupon call.',
    resend: 'after-fix',
    source: couponPage,
    concerns: 'related page',
  },
  {
    id: '0004-other',
    status: [],
    code: '0004',
    message: null,
    title: 'something was not found',
    verdict: 'refused',
    meaning: 'The general code 0004 (NOT_FOUND) as other calls use it, such as for an unknown coupon.',
    remedy: 'Read the message; it names what was not found.',
    resend: 'after-fix',
    source: codeList,
    concerns: 'related page',
  },
  listed('0017', 'the user name is not unique', 'refused'),
  listed('0018', 'a user was added', 'unknown'),
  listed('0031', 'a user was added to a group', 'unknown'),
  listed('0032', 'a user was removed from a group', 'unknown'),
  listed('0092', 'something was activated', 'unknown'),
  listed('0093', 'something was deactivated', 'unknown'),
  listed('0153', 'enrolled in a course session', 'unknown'),
  listed('0172', 'a user was updated', 'unknown'),
  listed('0192', 'the content of the group is not visible', 'refused'),
  listed('0193', 'enrolled in an event', 'unknown'),
  listed('0194', 'enrolled in a program session', 'unknown'),
  listed('0209', 'the e-mail address is not unique', 'refused'),
  listed('0211', 'a group was updated', 'unknown'),
  listed('0212', 'the origin site was updated', 'unknown'),
  listed('0218', 'a group was created', 'unknown'),
  listed('0219', 'invalid group template', 'refused'),
  listed('0221', 'a group was deleted', 'unknown'),
  listed('0224', 'merged', 'unknown'),
  listed('0226', 'a member was updated', 'unknown'),
];

/** Errors that the vendor's Java client makes up itself; they never come from the server, so none has a code here. */
const javaErrors: readonly CatalogEntry[] = [
  javaError('0', 'NO_ERROR', 'the Java client saw no error', {
    meaning: 'The call came back with an answer of the service. That answer may still be a refusal.',
    remedy: 'Read the answer itself.',
  }),
  javaError('1', 'BAD_URL', 'the Java client could not call', {
    meaning:
      'A bad address, or any other failure while calling, even one after the request had left. The refund may have happened.',
    remedy: 'Check the address, then look the invoice up before you send again.',
  }),
  javaError('2', 'SERVER_NOT_REACHABLE', 'the Java client did not reach the server', {
    meaning: 'No connection to the site.',
    remedy: 'Check the address and the network.',
  }),
  javaError('3', 'BAD_USERNAME_PASSWORD', 'the Java client could not log in', {
    meaning: 'The login was answered with another status than 200, whatever its reason.',
    remedy: 'Check the API user name and password.',
  }),
  javaError('4', 'UNKNOWN_ERROR', 'the Java client could not make sense of it', {
    meaning:
      'A login without cookies, encryption on at one side only, or an answer that is not of the service.',
    remedy: 'Check the switch for encryption, then look at the answer itself.',
  }),
  javaError('5', 'ENC_DEC_ERROR', 'the Java client failed to encrypt or decrypt', {
    meaning: 'The keys of the session do not fit.',
    remedy: 'Log in anew, or switch "API Encryption" off on both sides.',
  }),
];

/** Everything EduBrite is known to answer, the document first. */
export const catalog: readonly CatalogEntry[] = [
  ...documented,
  ...general,
  ...connectService,
  ...otherCalls,
  ...javaErrors,
];

function listed(code: string, title: string, verdict: Verdict): CatalogEntry {
  return {
    id: code,
    status: [],
    code,
    message: null,
    title,
    verdict,
    meaning: `A code of another EduBrite call: ${title}. It says nothing about a refund.`,
    remedy: 'Check which call this answer belongs to.',
    resend: 'after-status',
    source: codeList,
    concerns: 'related page',
  };
}

function javaError(
  number: string,
  name: string,
  title: string,
  advice: { readonly meaning: string; readonly remedy: string },
): CatalogEntry {
  return {
    id: `java-client-${number}`,
    status: [],
    code: null,
    message: name,
    title,
    verdict: 'unknown',
    meaning: `Error ${number} of the vendor's Java client. ${advice.meaning}`,
    remedy: advice.remedy,
    resend: 'after-status',
    source: javaClient,
    concerns: 'related page',
  };
}
