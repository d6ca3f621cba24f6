import type { HeaderList } from '../model/headers.ts';
import type { RequestDraft } from '../model/request-draft.ts';
import type { SandboxRequest, SandboxResponse, SandboxTools } from './sandbox-definition.ts';

/**
 * How the sandbox comes to a documented answer that somebody asks for by the id of its catalog entry. A scenario can be
 * asked for any number of times; what it arranges stays in the ledger, as if it had happened.
 */
export type SandboxScenario<State> = {
  /** The id of its catalog entry. */
  readonly id: string;
  /** The template that its request starts from. */
  readonly template: string;
  /** Texts that stand in the request in place of variables; they may hold dynamic variables. */
  readonly values?: Readonly<Record<string, string>>;
  /** What else is different in the request, so that people see the mistake that is answered. */
  readonly edit?: (draft: RequestDraft) => RequestDraft;
  /** How the path of the one call begins whose answer it is; absent where any call may get it. */
  readonly call?: string;
  /** Whether that call is a step of the login, which then has to be made anew. */
  readonly login?: true;
} & (
  | {
      readonly how: 'by state';
      /** What happens before the ordinary checks; what it leaves out stays as it is. */
      readonly arrange?: (request: SandboxRequest, state: State, tools: SandboxTools) => Arranged<State>;
    }
  | {
      readonly how: 'forced';
      /** The answer itself; the ledger does not change. */
      readonly answer: (request: SandboxRequest, state: State, tools: SandboxTools) => SandboxResponse;
    }
);

/** The ledger to answer from; and the request as it is read, where the mistake has to be in it. */
export type Arranged<State> = { readonly request?: SandboxRequest; readonly state?: State };

/** A scenario without what only its sandbox understands. */
export type ScenarioRequest = Pick<
  SandboxScenario<never>,
  'id' | 'how' | 'template' | 'values' | 'edit' | 'login'
>;

/** Header lines with one of them, named without regard to case, set to another value. */
export function withHeader(headers: HeaderList, name: string, value: string): HeaderList {
  const wanted = name.toLowerCase();
  return [...headers.filter(([key]) => key.toLowerCase() !== wanted), [name, value]];
}

/** A draft with its body changed, where that is one text. */
export function withBodyText(draft: RequestDraft, change: (text: string) => string): RequestDraft {
  const { body } = draft;
  return body.kind === 'text' ? { ...draft, body: { ...body, text: change(body.text) } } : draft;
}
