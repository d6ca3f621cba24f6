/** A call of a page longer than this is refused unread: bytes over HTTP, characters within the window. */
export const largestCall = 8 * 1024 * 1024;
