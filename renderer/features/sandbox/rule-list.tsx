import { findApi } from '../../../shared/apis/registry.ts';
import type { SandboxRule } from '../../../shared/model/sandbox.ts';
import { formatFault } from '../../../shared/model/sandbox-fault.ts';
import { IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import classes from './rule-list.module.css';
import { leftWords } from './sandbox-words.ts';
import { useChangeSandbox } from './use-change-sandbox.ts';

type Props = {
  readonly label: string;
  readonly rules: readonly SandboxRule[];
  /** What a rule does, beside its short name. */
  readonly about: (rule: SandboxRule) => string;
  /** What stands there where there is none. */
  readonly empty: string;
};

/** What the sandbox does to the next requests, in the order in which it is used. */
export function RuleList({ label, rules, about, empty }: Props) {
  const change = useChangeSandbox();
  if (rules.length === 0) return <p className={classes['empty']}>{empty}</p>;
  return (
    <ol className={classes['list']} aria-label={label}>
      {rules.map((rule) => (
        <li key={rule.id}>
          <Icon name={rule.does.kind === 'fault' ? 'zap' : 'target'} />
          <code>{nameOf(rule)}</code>
          <span className={classes['about']} title={about(rule)}>
            {about(rule)}
          </span>
          <span className={classes['scope']}>
            {rule.api === null ? 'all APIs' : (findApi(rule.api)?.title ?? rule.api)} · {scopeOf(rule)}
            {leftWords(rule.left)}
          </span>
          <IconButton
            icon="trash"
            label={`Remove ${nameOf(rule)}`}
            onPress={() => void change({ kind: 'remove-rule', id: rule.id }, `Removed: ${nameOf(rule)}`)}
          />
        </li>
      ))}
    </ol>
  );
}

function nameOf({ does }: SandboxRule): string {
  return does.kind === 'fault' ? formatFault(does.fault) : does.entry;
}

function scopeOf({ does, meets }: SandboxRule): string {
  if (does.kind === 'pick') return '';
  return meets === 'logins' ? 'logins only · ' : meets === 'everything' ? 'logins too · ' : '';
}
