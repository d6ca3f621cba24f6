/** The one function of Bruno's language package that is used; the package brings no types. */
declare module '@usebruno/lang/v2/src/bruToJson.js' {
  export default function bruToJson(text: string): unknown;
}
