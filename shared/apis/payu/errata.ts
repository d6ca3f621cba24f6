import type { Erratum } from '../../definition/api-definition.ts';

export const errata: readonly Erratum[] = [
  {
    problem: 'The table calls the first field token; the sample and the hash formula call it refund_id.',
    reading: 'Send refund_id.',
    reason: 'The formula hashes refund_id, and "token" is the name the refund core uses for it.',
    confidence: 'likely',
  },
  {
    problem: 'amount is a string of 500 in the table and the bare number 23.124 in the sample.',
    reading: 'Decimal text with at most two places; here it is sent and hashed exactly as written.',
    reason: 'The rupee has two decimals, and every answer of PayU shows two.',
    confidence: 'likely',
  },
  {
    problem: 'payu_id is a string in the table and a bare 18-digit number in the sample.',
    reading: 'Either; but never let a tool read it as a number.',
    reason: '403993715529606983 turns into 403993715529607000 in a JavaScript number.',
    confidence: 'certain',
  },
  {
    problem: 'The example hash has 42 digits and blanks, the one in the sample is not hexadecimal.',
    reading: 'Both are placeholders; a real hash has 128 lower-case hexadecimal digits.',
    reason: 'SHA-512 gives 512 bits.',
    confidence: 'certain',
  },
  {
    problem: 'The sample calls http://localhost:8080/apilayer/partner/refunds.',
    reading: 'A developer machine: swap the host, keep the path.',
    reason: 'Sibling pages print real hosts.',
    confidence: 'certain',
  },
  {
    problem: '"Error code=200" stands over a text that says the request already exists.',
    reading: 'HTTP 200, and still a refusal.',
    reason: 'The text itself says so.',
    confidence: 'certain',
  },
  {
    problem: 'status is documented as a string, sent as a number, and once is a whole sentence.',
    reading: 'All three have to be read.',
    reason: 'The samples show them.',
    confidence: 'certain',
  },
  {
    problem:
      'request_id is a string here and a number in status answers; mihpayid is a number or an empty string.',
    reading: 'Treat both as text.',
    reason: 'The samples show them.',
    confidence: 'certain',
  },
  {
    problem: 'Code 106 means "Token already exists." in one row and "Invalid partner." in another.',
    reading: 'Tell them apart by msg.',
    reason: 'Both rows are in the document.',
    confidence: 'certain',
  },
  {
    problem:
      'Three different answers say that a refund was sent before: a message with HTTP 200, code 106, code 227.',
    reading: 'Different layers and keys; each of them means that the first request arrived.',
    reason: 'The document lists all three; which comes when is not stated.',
    confidence: 'likely',
  },
  {
    problem:
      'The duplicate rules forbid the same token twice, but a status sample shows one token with 2.12 and 3.13.',
    reading: 'Reusing a token with another amount was accepted at some time; do not rely on it.',
    reason: 'Sample of the Partner Refund Status API.',
    confidence: 'likely',
  },
  {
    problem: 'reseller_id is called a UUID and shown as ten digits.',
    reading: 'A placeholder; use it as issued.',
    reason: 'Sibling samples show a UUID.',
    confidence: 'likely',
  },
  {
    problem: 'The links "Refund Error Codes" and "Post Parameters" lead to retired pages.',
    reading: 'See the catalog here, which merges the two published lists.',
    reason: 'The pages are gone.',
    confidence: 'certain',
  },
  {
    problem:
      '"transaction does not exists" comes without error_code; the older API says "transaction not exists".',
    reading: 'error_code is optional; match on the words.',
    reason: 'The samples show both.',
    confidence: 'certain',
  },
];
