import type { Erratum } from '../../definition/api-definition.ts';

/** Where the document runs the words of two revisions together. */
const runTogether: readonly Erratum[] = [
  {
    problem:
      'The supplied text is a comparison of two revisions of the page: removed and inserted words stand side by side.',
    reading: 'Take the blocks apart as listed below.',
    reason: 'The current page and its revision 1610 print each half cleanly; sibling comparisons look alike.',
    confidence: 'certain',
  },
  {
    problem:
      'The 404 block reads 200,404, with "OK"Not Found", terminalOrderReversalSuccessfully"orderNotFound, "is_data"is_error" and "data"errors".',
    reading:
      'Removed: the answer to a reversal, 200, OK, terminalOrderReversalSuccessfully, is_data false, data null. Inserted: 404, Not Found, orderNotFound, is_error false, errors null.',
    reason: 'Revision 1610 lists the first, the current page the second.',
    confidence: 'certain',
  },
  {
    problem:
      'The 510 block reads 404,510, with "NotExecution Found"Exception Occurred", orderNotFound"somethingWentWrong, false,true and null"Array".',
    reading:
      'Removed: 404, Not Found, orderNotFound, is_error false, errors null. Inserted: 510, Execution Exception Occurred, somethingWentWrong, is_error true, errors a list.',
    reason: 'Both answers stand cleanly on the two revisions.',
    confidence: 'certain',
  },
  {
    problem: 'The text opens with "Example Payload | : | body:".',
    reading:
      'Removed: the heading "Example Payload :". Inserted: the end of a sentence that introduces the body.',
    reason: 'The current page has the sentence, the old one the heading.',
    confidence: 'certain',
  },
  {
    problem: 'A row of the field table reads "Response StructuregrandTotal | :numeric".',
    reading: 'Removed: the heading "Response Structure :". Inserted: the row grandTotal, numeric.',
    reason: 'The current page has the row.',
    confidence: 'certain',
  },
];

const others: readonly Erratum[] = [
  {
    problem: 'The success is announced as "202 OK".',
    reading: 'HTTP 202; status_message in the body stays OK.',
    reason: 'In recorded answers status_message is not the reason phrase of HTTP.',
    confidence: 'likely',
  },
  {
    problem: 'The answer to a reversal is gone from the current page.',
    reading: 'Keep it as the answer to isReversal true: 200, terminalOrderReversalSuccessfully.',
    reason: 'Revision 1610 lists it cleanly, and the field is still there.',
    confidence: 'likely',
  },
  {
    problem: 'One field is called products.*id.',
    reading: 'products.*.id, the id of each product.',
    reason: 'The row below is products.*.amount.',
    confidence: 'certain',
  },
  {
    problem: 'The 400 answers come in two envelopes: is_data with data, and is_error with errors.',
    reading: 'Accept both for every message; read status_code and message first.',
    reason: 'Recorded answers mix them too: a real orderNotFound came with is_data.',
    confidence: 'certain',
  },
  {
    problem: 'errors is shown as the text "Array".',
    reading: 'A list of English sentences.',
    reason: 'That is the name of the type; recorded answers hold lists.',
    confidence: 'likely',
  },
  {
    problem: 'Invalid bodies get HTTP 417, failures HTTP 510.',
    reading: 'Unusual, but meant.',
    reason: '417 was recorded as the real HTTP status.',
    confidence: 'likely',
  },
  {
    problem: 'isReversal is not marked as required.',
    reading: 'Always send it.',
    reason: 'Revision 1610 required it.',
    confidence: 'likely',
  },
  {
    problem: 'The page of the refund status call says POST; an unofficial client sends GET.',
    reading: 'Try POST, then GET; both are templates here.',
    reason: 'Neither was recorded against this call.',
    confidence: 'guess',
  },
  {
    problem:
      'The same things have two spellings: orderNotFound and Order Not Found, somethingWentWrong and Something Went Wrong.',
    reading: 'The status calls and sibling pages use the spelling in words.',
    reason: 'Recorded answers and the sibling pages show it.',
    confidence: 'likely',
  },
  {
    problem: 'products[].id is said to come from the order details, whose printed answer has no such number.',
    reading: 'Ask Front Payment, or read it where the portal shows it; your own productId is something else.',
    reason: 'A gap in the pages: the schema of the order details lacks it.',
    confidence: 'certain',
  },
];

export const errata: readonly Erratum[] = [...runTogether, ...others];
