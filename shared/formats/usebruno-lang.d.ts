/** The one function of Bruno's language package that is used; the package brings no types. */
declare module '@usebruno/lang' {
  export function bruToJsonV2(text: string): unknown;
}
