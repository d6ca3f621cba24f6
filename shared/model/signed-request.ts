import type { RequestParts } from './request-parts.ts';

declare const signed: unique symbol;

/** A request that may be put on the wire. Only `engine/sign-request.ts` can make one. */
export type SignedRequest = RequestParts & { readonly [signed]: true };
