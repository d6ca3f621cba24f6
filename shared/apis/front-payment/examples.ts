import type { DocumentedExample } from '../../definition/documented-example.ts';
import { seed as source } from './sources.ts';

const answer = {
  operation: 'refund',
  kind: 'answer',
  format: 'json',
  source,
  defects: [],
  sampleValues: [],
} as const;

/** Where `errors` should list sentences, the document prints the name of their type. */
const typeName = {
  path: 'errors',
  slip: 'type',
  reason: 'The name of the type is printed; real answers hold a list of sentences.',
} as const;

const mixed = (half: string): { path: ''; slip: 'mended'; reason: string } => ({
  path: '',
  slip: 'mended',
  reason: `The supplied text mixes two revisions of the page; this is the ${half} half of the block.`,
});

const firstMix = `{
"status_code": 200,404,
"status_message": "OK"Not Found",
"message": "terminalOrderReversalSuccessfully"orderNotFound",
"is_data"is_error": false,
"data"errors": null
}`;

/** What the document prints, word for word; blocks in which two revisions are run together are told apart. */
export const examples: readonly DocumentedExample[] = [
  {
    id: 'request',
    title: 'Example payload',
    operation: 'refund',
    kind: 'request',
    status: null,
    format: 'json',
    text: `{
"type": "regular",
"grandTotal": 42,
"products": [
{
"id": 12,
"amount": 42
}
],
"isReversal": false
}`,
    source,
    defects: [],
    sampleValues: [{ path: 'grandTotal' }, { path: 'products[0].id' }, { path: 'products[0].amount' }],
  },
  {
    ...answer,
    id: 'refund-requested',
    title: 'Refund request taken',
    status: 202,
    text: `{
"status_code": 202,
"status_message": "OK",
"message": "terminalOrderRefundRequestSuccessfully",
"is_data": false,
"data": null
}`,
  },
  {
    ...answer,
    id: 'reversed',
    title: 'Payment reversed',
    status: 200,
    text: `{
"status_code": 200,
"status_message": "OK",
"message": "terminalOrderReversalSuccessfully",
"is_data": false,
"data": null
}`,
    printed: firstMix,
    defects: [mixed('removed')],
  },
  {
    ...answer,
    id: 'order-not-found',
    title: 'Order not found',
    status: 404,
    text: `{
"status_code": 404,
"status_message": "Not Found",
"message": "orderNotFound",
"is_error": false,
"errors": null
}`,
    printed: firstMix,
    defects: [mixed('inserted')],
  },
  {
    ...answer,
    id: 'payload-invalid',
    title: 'Payload validation failed',
    status: 417,
    text: `{
"status_code": 417,
"status_message": "Client Error",
"message": "payloadValidationErrors",
"is_error": true,
"errors": "Array"
}`,
    defects: [typeName],
  },
  {
    ...answer,
    id: 'something-went-wrong',
    title: 'Failure on the server side',
    status: 510,
    text: `{
"status_code": 510,
"status_message": "Execution Exception Occurred",
"message": "somethingWentWrong",
"is_error": true,
"errors": "Array"
}`,
    printed: `{
"status_code": 404,510,
"status_message": "NotExecution Found"Exception Occurred",
"message": "orderNotFound"somethingWentWrong",
"is_error": false,true,
"errors": null"Array"
}`,
    defects: [mixed('inserted'), typeName],
  },
  {
    ...answer,
    id: 'product-not-available',
    title: 'Product not in the order',
    status: 400,
    text: `{
"status_code": 400,
"status_message": "Conflict of Business Logic",
"message": "requestProductIdNotAvailable",
"is_data": false,
"data": null
}`,
  },
  {
    ...answer,
    id: 'order-products-not-found',
    title: 'Order without products',
    status: 400,
    text: `{
"status_code": 400,
"status_message": "Conflict of Business Logic",
"message": "orderProductsNotFound",
"is_error": false,
"errors": null
}`,
  },
  {
    ...answer,
    id: 'product-amount-exceeded',
    title: 'More than is left of a product',
    status: 400,
    text: `{
"status_code": 400,
"status_message": "Conflict of Business Logic",
"message": "refundRejectionForProductAmountExceed",
"is_error": true,
"errors": "Array"
}`,
    defects: [typeName],
  },
  {
    ...answer,
    id: 'something-went-wrong-rejection',
    title: 'Failure on the server side, among the rejections',
    status: 510,
    text: `{
"status_code": 510,
"status_message": "Execution Exception Occurred",
"message": "somethingWentWrong",
"is_error": true,
"errors": "Array"
}`,
    defects: [typeName],
  },
];
