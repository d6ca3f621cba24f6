/** Reason phrases that come with a status and say nothing more than it does. */
const reasons =
  /\b([1-5]\d\d)\s+(?:OK|Found|Bad Request|Unauthori[sz]ed|Forbidden|Not Found|Method Not Allowed|Expectation Failed|Too Many Requests|Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out|Not Extended)\b/gi;

/** What calls the text behind it a code: `"error_code": "214"`, `<code>0231</code>`, `errorCode=3`, `code 3`. */
const named =
  /(?<![a-z])(?:(?:error|err|result|response|return|reason|fault)[\s_-]?)?(?:code|error|errno)\b["'\s]*(?:[:=>#]|is\b|no\b\.?|number\b)?["'\s([#]*([\w-]*\d[\w-]*)/gi;

/** What stands where a provider puts a word in the place of a code: `"status": "REFUNDED"`. */
const namedWords = /(?:code|status|state|result)["'\s]*[:>]["'\s]*([a-z][\w-]*)/gi;

/** What calls the number behind it a status: `HTTP/1.1 400`, `HTTP 400`, `"statusCode": 400`. */
const namedStatus = /(?:http(?:\/\d(?:\.\d)?)?|status(?:[\s_-]?code)?)["'\s:=]*([1-5]\d\d)(?!\d)/gi;

/** The codes that a text calls so, folded to lower case, in its order. A bare number could be anything. */
export function namedCodes(text: string): readonly string[] {
  const found = [...text.matchAll(named), ...text.matchAll(namedWords)];
  return [...new Set(found.map(([, code]) => (code ?? '').toLowerCase()))];
}

/** The HTTP statuses that a text calls so. */
export function namedStatuses(text: string): readonly string[] {
  const found = [...text.matchAll(namedStatus), ...text.matchAll(reasons)];
  return [...new Set(found.map(([, status]) => status ?? ''))];
}

/** A text without the phrases that only repeat an HTTP status: `400 Bad Request` is `400`. */
export function withoutReasons(text: string): string {
  return text.replaceAll(reasons, '$1');
}
