import type { Erratum } from '../../definition/api-definition.ts';

export const errata: readonly Erratum[] = [
  {
    problem: 'The first code snippet sends dispatch only.',
    reading: 'id is mandatory.',
    reason: 'The table of parameters lists it, and the second snippet sends it.',
    confidence: 'certain',
  },
  {
    problem: 'The second snippet is headed as a group purchase, but it is the same call.',
    reading: 'One call serves both; EduBrite decides by the invoice.',
    reason: 'No parameter tells a group purchase from a single one.',
    confidence: 'likely',
  },
  {
    problem: 'The placeholder id has groups of 7-4-4-4-8 characters.',
    reading: 'Real ids are UUIDs with groups of 8-4-4-4-12.',
    reason: 'The sample for 0231 shows one.',
    confidence: 'likely',
  },
  {
    problem: 'No HTTP status stands beside 0004, invoice not found.',
    reading: '404.',
    reason: 'A sibling call answers an unknown coupon so, and the code list names 0004 NOT_FOUND.',
    confidence: 'likely',
  },
  {
    problem: 'No HTTP status stands beside 0231, not refundable.',
    reading: '403; go by the code, not by the status.',
    reason: 'Only 200, 401, 403 and 404 are documented, and a failed action is not a 200.',
    confidence: 'guess',
  },
  {
    problem: 'The heading speaks of any state that is not refundable; the sample shows REFUNDED only.',
    reading: 'Any state but ACTIVE gives 0231 and names that state.',
    reason: 'Tracking Payments also knows the states Temporary and Active.',
    confidence: 'likely',
  },
  {
    problem: 'The code of a success is 0, codes of errors have four digits.',
    reading: 'Compare codes as text; 0005 is not 5.',
    reason: 'The samples show both.',
    confidence: 'certain',
  },
  {
    problem: 'invokeApi has three arguments here and two in the public Java client, without the user name.',
    reading: 'An older client. On the wire the user is the header REAL_UNAME either way.',
    reason: 'The source of the client takes the user from the running thread and sends that header.',
    confidence: 'likely',
  },
  {
    problem: 'A sentence says "undo the purchase API\'s action a purchase action"; "Rating:" ends the text.',
    reading: 'A slip in editing, and the foot of the web page.',
    reason: 'Neither makes sense as a part of the interface.',
    confidence: 'certain',
  },
  {
    problem: 'The printed answers hold no-break spaces, once even inside the tag <response code="-1">.',
    reading: 'Plain blanks; an answer copied from the page is not well-formed until they are replaced.',
    reason: 'XML allows no no-break space between a name and an attribute.',
    confidence: 'certain',
  },
];
