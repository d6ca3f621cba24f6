import { parseBody } from '../../../shared/formats/body.ts';
import type { ResponseBody } from '../../../shared/model/outcome.ts';
import { LazyTextEditor } from '../../editor/lazy-text-editor.tsx';
import { formatSize } from '../words.ts';
import classes from './raw-body.module.css';

/** Longer texts go into a plain element: Monaco is slow to take them. In UTF-16 units. */
const editorLimit = 1_000_000;
/** Still longer ones are shown to here; everything can be copied. */
const plainLimit = 3_000_000;

/** The answer as it came, byte for byte where it is text. */
export function RawBody({ body }: { readonly body: ResponseBody }) {
  const { text, base64, charset, bytes, truncated } = body;
  return (
    <div className={classes['frame']}>
      {(base64 !== null || truncated || text.length > plainLimit) && (
        <p className={classes['note']}>
          {base64 !== null && `Read as ${charset}; the exact bytes are kept in the history. `}
          {truncated && `Longer than the limit; only the first ${formatSize(bytes)} were read. `}
          {text.length > plainLimit &&
            `The first ${formatSize(plainLimit)} are shown; Copy response copies all of it.`}
        </p>
      )}
      {text.length > editorLimit ? (
        <pre className={classes['plain']}>{text.slice(0, plainLimit)}</pre>
      ) : (
        <LazyTextEditor label="Raw response" text={text} language={languageOf(text)} readOnly />
      )}
    </div>
  );
}

function languageOf(text: string): 'json' | 'xml' | 'plaintext' {
  const body = parseBody(text);
  const format = body.kind === 'malformed' ? body.format : body.kind;
  return format === 'json' ? 'json' : format === 'xml' || format === 'html' ? 'xml' : 'plaintext';
}
