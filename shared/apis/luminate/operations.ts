import type { Operation } from '../../definition/operation.ts';
import { checkRequest } from './check-request.ts';
import { formFields, refundRequest, requestField } from './request-fields.ts';
import { seed } from './sources.ts';

export const operations: readonly Operation[] = [
  {
    id: 'refund',
    title: 'Refund transactions',
    method: 'POST',
    path: '/site/SRDonationAPI',
    movesMoney: true,
    source: seed,
    body: { format: 'form', fields: formFields, xml: { field: requestField, root: refundRequest } },
    checkBody: checkRequest,
  },
];
