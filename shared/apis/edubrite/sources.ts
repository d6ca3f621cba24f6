import { documented, publicPage } from '../../model/source.ts';

export const document = 'EduBrite: API - Refund';

/** The supplied document. */
export const seed = documented(document);

export const connectionPage = publicPage('EduBrite: Api - Initialize API Connection');
export const curlPage = publicPage('EduBrite: API Client Code - cURL Example');
export const codeList = publicPage('EduBrite: API Response Codes');
/** The same page, for codes that it does not tie to this call. */
export const codeListLikely = publicPage('EduBrite: API Response Codes', 'likely');
export const trackingPage = publicPage('EduBrite: Tracking Payments', 'likely');
export const couponPage = publicPage('EduBrite: Api - Subscribe to Course Session Using Coupon Code');
export const javaClient = publicPage('EduBrite: source of the Java client (edubrite/javaapi)');
