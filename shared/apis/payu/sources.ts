import { documented, publicPage } from '../../model/source.ts';

export const document = 'PayU: WhatsApp Refund Transaction API';

/** The provider's own pages. */
export const documentationPage = 'https://docs.payu.in/';

/** The supplied document. */
export const seed = documented(document);

export const initiationCodes = publicPage('PayU: Error Codes for Refund Initiation');
export const statusCodes = publicPage('PayU: Error Codes for Refunds Status');
export const refundApiV1 = publicPage('PayU: Refund Transaction API (v1)', 'likely');
export const refundStatus = publicPage('PayU: Partner Refund Status API');
export const partnerHosts = publicPage('PayU: UPI S2S and Hosted Checkout for partners', 'likely');
