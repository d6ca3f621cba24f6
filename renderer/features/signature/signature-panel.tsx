import type { Preview } from '../../../shared/contract/commands.ts';
import type { SignatureSpec } from '../../../shared/definition/operation.ts';
import type { SignatureTrace } from '../../../shared/model/signature-trace.ts';
import { InspectorSection } from '../request-editor/inspector-section.tsx';
import { CopiedText } from './copied-text.tsx';
import { HashCompare } from './hash-compare.tsx';
import classes from './signature.module.css';
import { StepList } from './step-list.tsx';

type Props = {
  readonly spec: SignatureSpec;
  readonly tabId: string;
  readonly preview: Preview | null;
};

/** How the signature comes about, step by step, and a place to hold another hash against it. */
export function SignaturePanel({ spec, tabId, preview }: Props) {
  const trace = preview?.trace ?? null;
  return (
    <InspectorSection icon="lock" title={`Signature · ${spec.algorithm}`}>
      {trace !== null && (
        <CopiedText
          caption={`What is hashed · ${trace.baseBytes} bytes of UTF-8`}
          text={trace.base}
          name="what is hashed, the secret as dots"
        >
          {trace.pieces.map(({ name, text, secret }, index) => (
            <span key={name}>
              {index > 0 && <span className={classes['separator']}>{spec.separator}</span>}
              <span className={secret ? classes['secret'] : ''}>{text}</span>
            </span>
          ))}
        </CopiedText>
      )}
      {preview !== null && preview.steps.length > 0 && <StepList steps={preview.steps} />}
      {trace !== null && (
        <CopiedText caption={placedWords(spec, trace)} text={trace.result} name="the hash">
          <span className={classes['hash']}>{trace.result}</span>
        </CopiedText>
      )}
      <HashCompare tabId={tabId} />
      <p>{spec.note}</p>
    </InspectorSection>
  );
}

function placedWords({ field }: SignatureSpec, { placed, result }: SignatureTrace): string {
  const length = `${result.length} hexadecimal digits`;
  switch (placed) {
    case 'by the workbench':
      return `${field}, set in the body when sent · ${length}`;
    case 'nowhere':
      return `${field} is missing in the body; it would be`;
    case 'typed by hand, equal':
      return `${field}, typed by hand, is right`;
    case 'typed by hand, different':
      return `${field} in the body is another; right would be`;
  }
}
