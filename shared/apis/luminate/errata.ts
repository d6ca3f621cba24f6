import type { Erratum } from '../../definition/api-definition.ts';

export const errata: readonly Erratum[] = [
  {
    problem:
      'The prose calls the form field refund_request; syntax line and parameter list call it refund_transaction_request.',
    reading: 'Send refund_transaction_request.',
    reason: 'Two places against one, and a public client uses it.',
    confidence: 'certain',
  },
  {
    problem:
      'The sample XML is not well-formed: donRefundInfoList, num_of_tickets and two ticketRefundInfo are opened again where they should be closed, and ecommerceRefundInfoList is never closed.',
    reading: 'Close all five.',
    reason: 'With exactly these five changes it parses, as five lists of two.',
    confidence: 'certain',
  },
  {
    problem:
      'In both sample answers formatted disagrees with decimal: the initial 2000 is shown as $10.00, the refund of 1000 as $20.00.',
    reading: 'The two texts are swapped: initial $20.00, refund $10.00. Only the decimals count.',
    reason: 'The decimals obey initial minus refund is final.',
    confidence: 'certain',
  },
  {
    problem: 'The samples give all three identifiers, though the text asks for one of them.',
    reading: 'At least one; more are taken. What happens where they disagree is not known.',
    reason: 'Other items of the same sample carry only one.',
    confidence: 'likely',
  },
  {
    problem: 'The first donation of the sample is a full refund and states a refund_amount of 10000.',
    reading: 'The amount is redundant for a full refund.',
    reason: 'The text ties amounts to partial refunds.',
    confidence: 'likely',
  },
  {
    problem: 'The type of addon_id reads xsd:nonNegativeIntegeraddon_name.',
    reading: 'addon_id is an xsd:nonNegativeInteger; addon_name is the next heading.',
    reason: 'The two lines are glued together; a description of a name follows.',
    confidence: 'certain',
  },
  {
    problem: 'The syntax line has blanks around & and =, and leaves out the optional common parameters.',
    reading: 'No blanks; response_format, center_id, source, sub_source and suppress_response_codes apply.',
    reason: 'The sibling methods list them.',
    confidence: 'likely',
  },
  {
    problem: 'The page says "Requires Authentication: No" beside login_name and login_password.',
    reading: 'No session of a constituent is needed; the login of an API account is.',
    reason: 'The heading means signed-in constituents.',
    confidence: 'likely',
  },
  {
    problem: 'The second ticket order of the sample has no refund_type.',
    reading: 'It is a full refund.',
    reason: 'full is the stated default.',
    confidence: 'certain',
  },
  {
    problem: 'registration_id is called optional inside regRefundData.',
    reading: 'Always give it.',
    reason: 'Nothing else says which registration is meant.',
    confidence: 'guess',
  },
  {
    problem: '"Ecommmerce" has three m, and the form for reader comments stands at the end of the text.',
    reading: 'Noise of the page.',
    reason: 'Neither is part of the interface.',
    confidence: 'certain',
  },
  {
    problem:
      'The parameter that suppresses HTTP statuses is suppress_response_codes in syntax lines and suppress_result_codes on the page about statuses.',
    reading: 'Use suppress_response_codes.',
    reason: 'The syntax lines of the sibling methods have it.',
    confidence: 'likely',
  },
  {
    problem:
      'One sample of an error has the namespace http://convio.com/crm/v1, all others http://convio.com/crm/v1.0.',
    reading: 'Either; the names of the elements decide.',
    reason: 'Both are printed.',
    confidence: 'certain',
  },
];
