import type { Erratum } from '../../definition/api-definition.ts';

export const errata: readonly Erratum[] = [
  {
    problem:
      'The 400 answer is not JSON: "error"": [1] has a quote too many, and a comma stands before a brace.',
    reading: '{"success":0,"error":[1],"data":{"message":"BAD_REQUEST"}}',
    reason: 'Sibling pages have the same slip, so it comes from a common template.',
    confidence: 'certain',
  },
  {
    problem: 'txn_code is CIB in the table and "MR / CR" in the sample.',
    reading: 'Send one code, MR or CR; most likely merchant refund and customer refund.',
    reason:
      'The transfer page lists its alternatives with slashes too, and its table also says CIB, which is left over from the top-up page.',
    confidence: 'likely',
  },
  {
    problem: 'The descriptions of txn_amount, txn_code, payment_mode and note speak of wallet_topup.',
    reading: 'Read "refund".',
    reason: 'The top-up page has the same rows.',
    confidence: 'certain',
  },
  {
    problem: 'charges_info is an array whose value is 32 hexadecimal digits.',
    reading: 'A structure with the total and a list of charges, not an id.',
    reason: 'The description mentions both.',
    confidence: 'guess',
  },
  {
    problem: 'company_admin_user_info and txn_device_info are called arrays and described as one record.',
    reading: 'Objects.',
    reason: 'The fields beside them, with the same members, are typed Json.',
    confidence: 'likely',
  },
  {
    problem: 'The header table and the sample show two different CompanyID values.',
    reading: 'Both are placeholders; the real one also has 32 hexadecimal digits.',
    reason: 'Nothing ties either to the samples around it.',
    confidence: 'likely',
  },
  {
    problem: 'txn_id and txn_number of the answer equal the initial_txn_id of the request.',
    reading: 'Expect a new id, and keep it as it comes.',
    reason: 'A refund is a transaction of its own; the sample value is copied.',
    confidence: 'likely',
  },
  {
    problem: 'The address is plain http on 192.168.1.102, port 8014.',
    reading: 'A private machine: use the host of your installation, with https.',
    reason: 'The platform is installed for each customer.',
    confidence: 'certain',
  },
  {
    problem: 'payment_mode is a number without a list of meanings.',
    reading: 'Send 2, as the sample does, unless the operator tells you otherwise.',
    reason: 'It is the only value that is shown.',
    confidence: 'guess',
  },
  {
    problem: 'The rows of card_info and meta_data have the wrong number of cells.',
    reading: 'Harmless; neither is described further.',
    reason: 'No value is lost by it.',
    confidence: 'certain',
  },
  {
    problem: 'The page about the login shows a table with the headers UserName and Password.',
    reading: 'HTTP Basic: the client id as the user, the secret key as the password.',
    reason: 'The text of that page says Basic.',
    confidence: 'likely',
  },
];
