import { useMemo, useState } from 'react';

import { apis } from '../../../shared/apis/registry.ts';
import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import { type Candidate, recogniseRequest } from '../../../shared/engine/recognise-request.ts';
import type { CallSource, Pasted } from '../../../shared/model/pasted.ts';
import { CallList, type ListedCall } from './call-list.tsx';
import classes from './explain-dialog.module.css';
import { PastedCallDetail } from './pasted-call-detail.tsx';
import { useKnownBases } from './use-known-bases.ts';

const sources: Record<CallSource, string> = {
  curl: 'A cURL command',
  har: 'A HAR file',
  evidence: 'An evidence bundle',
};

type Props = {
  readonly pasted: Extract<Pasted, { kind: 'calls' }>;
  /** `null` where it has to be recognised. */
  readonly api: ApiDefinition | null;
  readonly onClose: () => void;
};

/** The calls in what came in: a list where there are several, and everything about the chosen one. */
export function PastedCalls({ pasted, api, onClose }: Props) {
  const { source, calls, remarks } = pasted;
  const bases = useKnownBases();
  const listed = useMemo<readonly ListedCall[]>(
    () =>
      calls.map((call, index) => ({
        id: String(index),
        call,
        candidate: firstOf(recogniseRequest(api === null ? apis : [api], call.request, bases)),
      })),
    [calls, api, bases],
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const selected =
    listed.find(({ id }) => id === chosen) ?? listed.find(({ candidate }) => candidate !== null) ?? listed[0];
  const known = listed.filter(({ candidate }) => candidate !== null).length;
  return (
    <section aria-label={sources[source]}>
      <p className={classes['summary']}>
        <strong>{sources[source]}</strong>
        {calls.length > 1 && ` with ${calls.length} calls, ${known} of an API known here`}. Nothing in it was
        sent.
      </p>
      {remarks.map((remark) => (
        <p key={remark} className={classes['remark']}>
          {remark}
        </p>
      ))}
      {calls.length > 1 && <CallList calls={listed} selected={selected?.id ?? null} onSelect={setChosen} />}
      {selected !== undefined && (
        <PastedCallDetail key={selected.id} call={selected.call} api={api} bases={bases} onClose={onClose} />
      )}
    </section>
  );
}

function firstOf([candidate]: readonly Candidate[]): Candidate | null {
  return candidate ?? null;
}
