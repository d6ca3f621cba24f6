/** How a request body is shown: as it is written, as its documented fields, or as names and values. */
export type BodyView = 'text' | 'form' | 'table';
