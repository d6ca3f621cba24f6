import { findApi } from '../../../shared/apis/registry.ts';
import type { Preview } from '../../../shared/contract/commands.ts';
import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import type { SignatureSpec } from '../../../shared/definition/operation.ts';
import type { Effect } from '../../../shared/model/effect.ts';
import type { RequestDraft } from '../../../shared/model/request-draft.ts';
import type { SignatureTrace } from '../../../shared/model/signature-trace.ts';
import type { TabExchange } from '../../stores/create-exchange-store.ts';
import { Icon } from '../../ui/icon.tsx';
import classes from './inspector.module.css';
import { ProblemList } from './problem-list.tsx';
import { Stops } from './stops.tsx';

type Props = { readonly draft: RequestDraft; readonly exchange: TabExchange };

/** How the request proves who sends it, what it will do, and what is wrong with it; live while typing. */
export function Inspector({ draft, exchange: { preview } }: Props) {
  const api = findApi(draft.api);
  const signature = api?.operations.find(({ id }) => id === draft.operation)?.signature;
  return (
    <aside className={classes['inspector']} aria-label="Inspector" tabIndex={0}>
      <ProblemList problems={preview?.problems ?? []} kind="problem" />
      <Stops apiId={draft.api} stops={preview?.stops ?? []} />
      <ProblemList problems={preview?.warnings ?? []} kind="warning" />
      {signature !== undefined && <Signature spec={signature} trace={preview?.trace ?? null} />}
      {preview?.effect !== undefined && preview.effect !== null && <EffectText effect={preview.effect} />}
      {api !== null && signature === undefined && <Credentials api={api} preview={preview} />}
    </aside>
  );
}

function Signature({ spec, trace }: { readonly spec: SignatureSpec; readonly trace: SignatureTrace | null }) {
  return (
    <section className={classes['section']} aria-label="Signature">
      <h3>
        <span className={classes['lock']}>
          <Icon name="lock" />
        </span>
        Signature · {spec.algorithm}
      </h3>
      {trace !== null && (
        <>
          <figure className={classes['box']}>
            <figcaption>What is hashed · {trace.baseBytes} bytes</figcaption>
            <code>
              {trace.pieces.map(({ name, text, secret }, index) => (
                <span key={name}>
                  {index > 0 && spec.separator}
                  <span className={secret ? classes['secret'] : ''} title={name}>
                    {text}
                  </span>
                </span>
              ))}
            </code>
          </figure>
          <figure className={classes['box']}>
            <figcaption>{placedWords(spec, trace)}</figcaption>
            <code title={trace.result}>{`${trace.result.slice(0, 16)}…${trace.result.slice(-16)}`}</code>
          </figure>
        </>
      )}
      <p>{spec.note}</p>
    </section>
  );
}

function placedWords({ field }: SignatureSpec, { placed }: SignatureTrace): string {
  switch (placed) {
    case 'by the workbench':
      return `${field}, set in the body when sent`;
    case 'nowhere':
      return `${field} is missing in the body; it would be`;
    case 'typed by hand, equal':
      return `${field}, typed by hand, is right`;
    case 'typed by hand, different':
      return `${field} in the body is another; right would be`;
  }
}

function EffectText({ effect: { sentences, cautions } }: { readonly effect: Effect }) {
  const [first, ...rest] = sentences;
  return (
    <section className={classes['section']} aria-label="What this will do">
      <h3>
        <span className={classes['info']}>
          <Icon name="info" />
        </span>
        What this will do
      </h3>
      <p className={classes['first']}>{first}</p>
      {rest.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {cautions.map((caution) => (
        <p key={caution} className={classes['caution']}>
          {caution}
        </p>
      ))}
    </section>
  );
}

function Credentials({ api, preview }: { readonly api: ApiDefinition; readonly preview: Preview | null }) {
  const { kind, note } = api.authentication;
  return (
    <section className={classes['section']} aria-label="Credentials">
      <h3>
        <span className={classes['lock']}>
          <Icon name="lock" />
        </span>
        {kind === 'session' ? 'Session' : 'Credentials'}
      </h3>
      <p>{note}</p>
      {preview?.login.map(({ title, request }) => (
        <figure key={title} className={classes['box']}>
          <figcaption>{title}</figcaption>
          <code>
            {request.method} {request.url.replace(/^https?:\/\/[^/]+/, '')}
          </code>
        </figure>
      ))}
    </section>
  );
}
