import { onTestFinished } from 'vitest';

import { findApi } from '../../shared/apis/registry.ts';
import type { SendInput } from '../../shared/contract/commands.ts';
import { draftFromTemplate } from '../../shared/engine/draft-from-template.ts';
import type { Exchange } from '../../shared/model/exchange.ts';
import { type OpenOptions, type OpenWorkbench, openWorkbench } from '../../electron/open-workbench.ts';
import { cheapVault } from './cheap-vault.ts';
import { temporaryDirectory } from './temporary-directory.ts';

export type TestWorkbench = OpenWorkbench & {
  readonly data: string;
  readonly workspace: string;
  /** Sends a template, as the command line would, and fails the test where it was not sent. */
  readonly send: (api: string, template: string, set?: Readonly<Record<string, string>>) => Promise<Exchange>;
};

/** The real core on real adapters, in folders of its own, with the sandbox on a free port. */
export function openTestWorkbench(
  environment: NodeJS.ProcessEnv = {},
  vault: OpenOptions['vault'] = cheapVault,
): TestWorkbench {
  const data = temporaryDirectory();
  const workspace = temporaryDirectory();
  const opened = openWorkbench({
    environment: { ...environment, REFUND_WORKBENCH_DATA: data },
    workspace,
    sandboxPort: 0,
    anyOtherPort: true,
    vault,
  });
  if (!opened.ok) throw new Error(opened.error.message);
  onTestFinished(() => opened.value.close());
  return {
    ...opened.value,
    data,
    workspace,
    send: async (api, template, set = {}) => {
      const result = await opened.value.handlers['exchange.send'](sendInput(api, template, set));
      if (!result.ok) throw new Error(result.error.map(({ message }) => message).join(' '));
      return result.value;
    },
  };
}

/** What the command line would ask for. */
export function sendInput(
  apiId: string,
  templateId: string,
  overrides: Readonly<Record<string, string>> = {},
  environmentId = 'sandbox',
): SendInput {
  const api = findApi(apiId);
  const template = api?.templates.find(({ id }) => id === templateId);
  if (api === null || template === undefined) throw new Error(`There is no ${apiId}/${templateId}`);
  const draft = draftFromTemplate(api, template);
  return {
    draft,
    environmentId,
    overrides,
    sendId: 'test',
    timeout: 10_000,
    allowInvalid: false,
    repeatOf: [],
    confirmation: null,
  };
}
