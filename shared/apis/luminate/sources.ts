import { documented, publicPage } from '../../model/source.ts';

export const document = 'Luminate Online: refundTransaction';

/** The provider's own pages. */
export const documentationPage = 'https://developer.blackbaud.com/lo-api/';

/** The supplied document. */
export const seed = documented(document);

/** Where the document says something without saying it outright. */
export const implied = documented(document, 'likely');

export const commonParameters = publicPage('Luminate Online: Common Parameters');
export const errorCodes = publicPage('Luminate Online: Error Codes');
export const httpStatusCodes = publicPage('Luminate Online: HTTP Status Codes');
export const olderCodes = publicPage('Convio: Status and Error Codes (retired page)');
export const donationErrors = publicPage(
  'Blackbaud community: Donations API Error XML Documentation',
  'likely',
);
export const communityAnswer = publicPage('Blackbaud community: API Not working', 'likely');
export const suppressedCodes = publicPage('Luminate Online: refundOfflineDonation', 'likely');
