import { useState } from 'react';

import type { EvidenceInput } from '../../../shared/contract/commands.ts';
import type { EvidenceKind, RemovalProposal } from '../../../shared/model/evidence.ts';
import type { ExportedFile } from '../../../shared/model/transfer.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import classes from './evidence-dialog.module.css';
import { EvidencePage } from './evidence-page.tsx';
import { Removals } from './removals.tsx';
import { saveFile } from '../../actions/save-file.ts';
import { useEvidencePreview } from './use-evidence-preview.ts';

const kinds = [
  { value: 'html', title: 'HTML', detail: 'to read, print, attach' },
  { value: 'markdown', title: 'Markdown', detail: 'to paste into a ticket' },
  { value: 'json', title: 'JSON', detail: 'for programs' },
  { value: 'har', title: 'HAR', detail: 'for other API tools' },
] as const;

type Props = { readonly exchangeId: string; readonly onClose: () => void };

/** Evidence for a ticket: shows what would be handed on, takes out more on request, then copies or saves it. */
export function EvidenceDialog({ exchangeId, onClose }: Props) {
  const [kind, setKind] = useState<EvidenceKind>('html');
  const [isWhole, setWhole] = useState(false);
  const [others, setOthers] = useState<readonly string[]>([]);
  const [choices, setChoices] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [own, setOwn] = useState<readonly string[]>([]);
  const [proposals, setProposals] = useState<readonly RemovalProposal[]>([]);
  const isRemoved = ({ text, preselected }: RemovalProposal): boolean => choices.get(text) ?? preselected;
  const input: EvidenceInput = {
    ids: isWhole ? [exchangeId, ...others] : [exchangeId],
    remove: [...new Set([...proposals.filter(isRemoved).map(({ text }) => text), ...own])],
  };
  const { preview, problem, isCurrent } = useEvidencePreview(input.ids, input.remove);
  if (preview !== null && isCurrent && !isSameProposals(preview.proposals, proposals)) {
    setProposals(preview.proposals);
  }
  const related = (preview?.bundle.timeline.events ?? []).flatMap(({ exchangeId: id }) =>
    id === exchangeId ? [] : [id],
  );
  return (
    <Dialog title="Evidence for a ticket" onClose={onClose} width="wide">
      <div className={classes['dialog']}>
        <Choice
          label="Written as"
          orientation="horizontal"
          takesFocus
          options={kinds}
          value={kind}
          onChange={setKind}
        />
        {related.length > 0 && (
          <label className={classes['scope']}>
            <input
              type="checkbox"
              checked={isWhole}
              onChange={({ target }) => {
                setOthers(related);
                setWhole(target.checked);
              }}
            />
            All {related.length + 1} exchanges of this transaction, not only this one
          </label>
        )}
        {problem !== null && <ProblemList problems={[problem]} kind="problem" />}
        {preview !== null && (
          <div className={classes['columns']}>
            <Removals
              preview={preview}
              isRemoved={isRemoved}
              onToggle={({ text }, next) => setChoices(new Map([...choices, [text, next]]))}
              own={own}
              onChangeOwn={setOwn}
            />
            <EvidencePage bundle={preview.bundle} />
          </div>
        )}
        <Actions input={input} kind={kind} isReady={isCurrent && preview !== null} />
      </div>
    </Dialog>
  );
}

type ActionsProps = {
  readonly input: EvidenceInput;
  readonly kind: EvidenceKind;
  /** Whether what is shown is what would be handed on. */
  readonly isReady: boolean;
};

type Said = { readonly text: string } | { readonly problem: Problem };

function Actions({ input, kind, isReady }: ActionsProps) {
  const { evidence } = useStores();
  const [said, setSaid] = useState<Said>({ text: '' });
  const hand = async (give: (file: ExportedFile) => Promise<string> | string): Promise<void> => {
    const file = await evidence.getState().write(input, kind);
    setSaid(file.ok ? { text: await give(file.value) } : { problem: file.error });
  };
  return (
    <footer className={classes['actions']}>
      <div role="status" className={classes['said']}>
        {'problem' in said ? <ProblemList problems={[said.problem]} kind="problem" /> : said.text}
      </div>
      <Button icon="copy" isDisabled={!isReady} onPress={() => void hand(copy)}>
        Copy
      </Button>
      <Button kind="primary" icon="save" isDisabled={!isReady} onPress={() => void hand(save)}>
        Save
      </Button>
    </footer>
  );
}

async function copy({ text }: ExportedFile): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return 'Copied.';
  } catch {
    return 'The clipboard is closed to this page. Save it instead.';
  }
}

function save(file: ExportedFile): string {
  saveFile(file);
  return `Saved as ${file.fileName} in your folder for downloads, or where you choose.`;
}

function isSameProposals(left: readonly RemovalProposal[], right: readonly RemovalProposal[]): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
