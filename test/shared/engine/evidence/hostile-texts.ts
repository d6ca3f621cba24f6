import * as fc from 'fast-check';

import type { Exchange } from '../../../../shared/model/exchange.ts';
import { exchangeWith } from '../../../support/some-evidence.ts';

/** What has broken writers of HTML, Markdown and JSON before. */
export const hostileTexts = [
  '</script><script>alert(1)</script>',
  '<!--<script>',
  '-->',
  ']]>',
  '<img src=x onerror=alert(1)>',
  '"><iframe src="https://example.org">',
  "' autofocus onfocus='alert(1)",
  '</pre></main><h1>Accepted</h1>',
  '```\n```` # Accepted\n~~~',
  '| a | b |\n[x](javascript:alert(1)) ![](https://example.org/x.png)',
  '\u202Edetpecca\u202C \u2066x\u2069 \u200B\u200E\uFEFF\u00AD',
  '\0\u0007\u001B[31m\r\u0085\u2028\u2029',
  '\n\nleading and trailing\n\n',
  'lone \uD800 half, pair \u{1F4B8}, tag \u{E0041}',
  '&lt;b&gt; &amp;lt; &#60;',
  '{"__proto__":{"polluted":true},"constructor":1}',
] as const;

/** Any text, made of hostile pieces and of anything else. */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: 'binary', maxLength: 20 })), {
    maxLength: 4,
  })
  .map((pieces) => pieces.join(''));

/** An exchange whose every text from outside is any text. */
export const anyExchange: fc.Arbitrary<Exchange> = fc
  .tuple(anyText, anyText, anyText, anyText)
  .map(([url, header, sent, received]) => {
    const exchange = exchangeWith(
      { url: `http://127.0.0.1:9/${url}`, headers: [['X-Any', header]], body: sent },
      { text: received },
    );
    const environment = { ...exchange.environment, name: header };
    return { ...exchange, environment, openedBody: sent };
  });
