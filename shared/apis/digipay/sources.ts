import { assumption, documented, publicPage } from '../../model/source.ts';

export const document = 'DigiPay.Guru: Refund Money';

/** The provider's own pages. */
export const documentationPage =
  'https://developers.digipay.guru/docs/ApiDescription/Wallet%20Transaction%20API/Refund%20Money/refund-money';

/** The supplied document. */
export const seed = documented(document);

/** Read out of the document's sample, where its table says nothing or something else. */
export const sample = documented(document, 'likely');

export const authenticationPage = publicPage('DigiPay.Guru: Authentication');

/** The status is listed, or expected, without a body. */
export const statusOnly = assumption(
  '401 and 403 are not documented; a wrong token or company has to be refused somehow',
);
