import type { Annotation } from '../model/annotation.ts';
import type { AuditLine, AuditPage, AuditReport } from '../model/audit.ts';
import type { BodyPart, BodyText } from '../model/body-part.ts';
import type { ComparedWith, Comparison } from '../model/comparison.ts';
import type { Effect } from '../model/effect.ts';
import type { Environment, EnvironmentFile } from '../model/environment.ts';
import type { EvidenceKind, EvidencePreview, EvidenceReport } from '../model/evidence.ts';
import type { ExportedFile } from '../model/transfer.ts';
import type { Exchange, ExchangeSummary, HistoryEntry, HistoryPage } from '../model/exchange.ts';
import type { JournalEntry } from '../model/journal.ts';
import type { Problem } from '../model/problem.ts';
import type { RequestDraft } from '../model/request-draft.ts';
import type { RequestParts } from '../model/request-parts.ts';
import type { Result } from '../model/result.ts';
import type { HistoryDescription, Retention } from '../model/retention.ts';
import type { SignatureStep } from '../model/signature-steps.ts';
import type { SignatureTrace } from '../model/signature-trace.ts';
import type { LoadedTabs, Tabs } from '../model/tab.ts';
import type { Timeline } from '../model/timeline.ts';
import type { VariableOrigin } from '../model/variable.ts';
import type { GuardChoice, KnownSecret, VaultDescription } from '../model/vault.ts';

import type { BatchCommands } from './batch-commands.ts';
import type { CollectionCommands } from './collection-commands.ts';
import type { RunCommands } from './run-commands.ts';
import type { SandboxCommands } from './sandbox-commands.ts';
import type { SessionCommands } from './session-commands.ts';
import type { SettingsCommands } from './settings-commands.ts';
import type { WindowCommands } from './window-commands.ts';
import type { SignatureCommands } from './signature-commands.ts';

/** What a client may ask of the core, one line per command. Every host is checked against it. */
export interface Commands
  extends
    CollectionCommands,
    RunCommands,
    BatchCommands,
    SandboxCommands,
    SessionCommands,
    SettingsCommands,
    SignatureCommands,
    WindowCommands {
  'workbench.describe': { input: null; output: WorkbenchDescription };
  'environment.list': { input: null; output: EnvironmentOverview };
  'environment.save': { input: SaveInput; output: Result<EnvironmentOverview, Problem> };
  'environment.remove': { input: { readonly id: string }; output: Result<EnvironmentOverview, Problem> };
  /** Takes the last removal of this environment back. */
  'environment.restore': { input: { readonly id: string }; output: Result<EnvironmentOverview, Problem> };
  'environment.activate': { input: { readonly id: string }; output: Result<EnvironmentOverview, Problem> };
  'secret.set': {
    input: SecretInput & { readonly value: string };
    output: Result<EnvironmentOverview, Problem>;
  };
  'secret.clear': { input: SecretInput; output: Result<EnvironmentOverview, Problem> };
  /** Moves the secrets that stand in the file of an environment to where secrets are kept. */
  'secret.adopt': {
    input: { readonly environmentId: string };
    output: Result<EnvironmentOverview, Problem>;
  };
  'vault.describe': { input: null; output: VaultDescription };
  'vault.create': { input: GuardChoice; output: Result<VaultWithRecoveryKey, Problem> };
  /** Without a passphrase the keyring is asked again. */
  'vault.unlock': {
    input: { readonly passphrase: string | null };
    output: Result<VaultDescription, Problem>;
  };
  'vault.lock': { input: null; output: VaultDescription };
  'vault.rewrap': { input: GuardChoice; output: Result<VaultDescription, Problem> };
  'vault.recover': {
    input: { readonly recoveryKey: string; readonly guard: GuardChoice };
    output: Result<VaultDescription, Problem>;
  };
  'vault.renew-recovery-key': { input: null; output: Result<VaultWithRecoveryKey, Problem> };
  'exchange.preview': { input: PreviewInput; output: Preview };
  'exchange.send': { input: SendInput; output: Result<Exchange, readonly Problem[]> };
  /** The request as a curl command with its secrets written out, for the clipboard; the audit trail says so. */
  'exchange.reveal-curl': { input: PreviewInput; output: Result<string, readonly Problem[]> };
  /** Writes down what became of a refund whose outcome was not known or not final. */
  'exchange.decide': { input: DecideInput; output: Result<readonly JournalEntry[], Problem> };
  'exchange.cancel': { input: { readonly sendId: string }; output: { readonly cancelled: boolean } };
  /** What fits a query as typed; an empty one fits everything. */
  'history.list': { input: HistorySearch; output: Result<readonly ExchangeSummary[], Problem> };
  'history.get': { input: { readonly id: string }; output: Result<HistoryEntry | null, Problem> };
  /** A stretch of an answer of which `exchange.send` and `history.get` gave a page only the beginning. */
  'history.body': { input: BodyPartInput; output: Result<BodyPart, Problem> };
  'history.compare': { input: CompareInput; output: Result<Comparison, Problem> };
  'history.annotate': { input: AnnotateInput; output: Result<Annotation, Problem> };
  /** The refunds of one exchange, and what was found out about them since. */
  'history.refunds': { input: { readonly id: string }; output: Result<readonly JournalEntry[], Problem> };
  /** Exchanges with a refund that may have happened and of which nothing was found out since, newest first. */
  'history.unresolved': { input: null; output: Result<readonly ExchangeSummary[], Problem> };
  'history.timeline': { input: { readonly id: string }; output: Result<Timeline, Problem> };
  'history.describe': { input: null; output: Result<HistoryDescription, Problem> };
  /** Sets how long exchanges are kept, and removes at once what may go. */
  'history.retain': { input: Retention; output: Result<HistoryDescription, Problem> };
  /** Evidence of exchanges as it would be written, and what more could be taken out of it. */
  'evidence.preview': { input: EvidenceInput; output: Result<EvidencePreview, Problem> };
  'evidence.export': {
    input: EvidenceInput & { readonly kind: EvidenceKind };
    output: Result<ExportedFile, Problem>;
  };
  /** Checks the hashes of an evidence file; fails where it cannot be read at all. */
  'evidence.verify': { input: { readonly text: string }; output: Result<EvidenceReport, Problem> };
  'production.describe': { input: null; output: readonly ArmedEnvironment[] };
  'production.arm': { input: ArmInput; output: Result<readonly ArmedEnvironment[], Problem> };
  'production.disarm': {
    input: { readonly environmentId: string };
    output: Result<readonly ArmedEnvironment[], Problem>;
  };
  'audit.verify': { input: { readonly head: string | null }; output: Result<AuditReport, Problem> };
  'audit.list': { input: AuditPage; output: Result<readonly AuditLine[], Problem> };
  'sandbox.start': { input: null; output: Result<SandboxDescription, Problem> };
  'tabs.load': { input: null; output: LoadedTabs };
  'tabs.save': { input: Tabs; output: Result<null, Problem> };
}

export type CommandName = keyof Commands;

/** What a host has to offer: a missing or misnamed handler does not compile. */
export type Handlers = {
  readonly [Name in CommandName]: (input: Commands[Name]['input']) => Promise<Commands[Name]['output']>;
};

export type WorkbenchDescription = {
  readonly version: string;
  /** Runtime and its version, for the about box and bug reports. */
  readonly runtime: string;
  readonly workspace: { readonly name: string; readonly path: string };
  readonly dataDirectory: string;
  readonly vault: VaultDescription;
  readonly sandboxOrigin: string | null;
  readonly exchangeCount: number;
  /** What was told since the start without being asked, as of a damaged history; oldest first. */
  readonly problems: readonly Problem[];
};

export type EnvironmentOverview = {
  /** The built-in sandbox first, then those of the workspace. */
  readonly environments: readonly Environment[];
  /** By environment id; the built-in sandbox has none. */
  readonly files: Readonly<Record<string, EnvironmentFile>>;
  readonly activeId: string;
  /** The secrets that are set, by environment id, also of an environment whose file is gone; never values. */
  readonly secrets: Readonly<Record<string, readonly KnownSecret[]>>;
  /** Names of secrets that stand in the file of an environment, where they are not used, by environment id. */
  readonly secretsInFiles: Readonly<Record<string, readonly string[]>>;
  /** Files of the workspace that could not be read, or hold what they should not. */
  readonly problems: readonly Problem[];
};

/** A recovery key is told once; nobody can read it again. */
export type VaultWithRecoveryKey = { readonly recoveryKey: string; readonly vault: VaultDescription };

/** An environment, and the revision of the file it was made from; a new one has none, and replaces no file. */
export type SaveInput = Environment & { readonly revision?: string | undefined };

export type SecretInput = { readonly environmentId: string; readonly name: string };

export type PreviewInput = {
  readonly draft: RequestDraft;
  readonly environmentId: string;
  /** Values for this send only, stronger than the environment's. */
  readonly overrides: Readonly<Record<string, string>>;
  /** Still stronger, and never looked into for variables: cells of a data file, values taken from answers. */
  readonly literals?: Readonly<Record<string, string>>;
  /** Values of the collection the draft is saved in, weaker than the environment's. */
  readonly collectionVariables?: Readonly<Record<string, string>> | undefined;
};

export type SendInput = PreviewInput & {
  /** Chosen by the client; `exchange.cancel` names it. */
  readonly sendId: string;
  /** Milliseconds. */
  readonly timeout: number;
  /** Send although the body breaks a documented rule; refused for production. */
  readonly allowInvalid: boolean;
  /** Ids of earlier exchanges with the same refund, which the user knows of and repeats on purpose. */
  readonly repeatOf: readonly string[];
  /** What the user typed to confirm a refund in production; `null` where nothing was asked. */
  readonly confirmation: string | null;
};

/** Which stretch of which text of the answer to one step; `offset` and `length` in UTF-16 units. */
export type BodyPartInput = {
  readonly id: string;
  readonly step: string;
  readonly of: BodyText;
  readonly offset: number;
  readonly length: number;
};

/** An exchange on the left, by id, and what stands on the right. */
export type CompareInput = { readonly left: string; readonly right: ComparedWith };

/** A page of what fits a query, in the language of `shared/engine/parse-history-query.ts`. */
export type HistorySearch = HistoryPage & { readonly query: string };

export type AnnotateInput = { readonly id: string; readonly annotation: Annotation };

/** Which exchanges evidence is of, and what to take out of it beside secrets. */
export type EvidenceInput = { readonly ids: readonly string[]; readonly remove: readonly string[] };

/** What a person found out about a refund, and how. */
export type DecideInput = {
  readonly exchangeId: string;
  readonly state: 'accepted' | 'refused';
  /** How it is known, in the user's words. */
  readonly note: string;
};

export type ArmInput = { readonly environmentId: string; readonly minutes: number };

/** A production environment that may be sent to until then (ISO 8601, UTC). */
export type ArmedEnvironment = { readonly environmentId: string; readonly until: string };

/** The running sandbox: where it is, and what is in it for people to refund. */
export type SandboxDescription = {
  readonly origin: string;
  readonly apis: readonly {
    readonly id: string;
    readonly baseUrl: string;
    /** Invented, so they may be shown. */
    readonly credentials: Readonly<Record<string, string>>;
    readonly transactions: readonly { readonly id: string; readonly title: string; readonly state: string }[];
    /** As many as anybody needs, all alike: only the last eight digits of their ids differ. */
    readonly series: {
      readonly first: string;
      readonly last: string;
      readonly title: string;
      readonly state: string;
    };
  }[];
};

/** A variable as a client may see it: where its value comes from, and the value only where it is not secret. */
export type VariableView = {
  readonly name: string;
  readonly origin: VariableOrigin | null;
  readonly secret: boolean;
  /** `null` for a secret, and where there is no value. */
  readonly text: string | null;
  /** Values of weaker sources that are not used because of this one, strongest first; only those that differ. */
  readonly hides: readonly HiddenValue[];
};

/** A value that another one stands before; `text` is `null` for a secret. */
export type HiddenValue = { readonly origin: VariableOrigin; readonly text: string | null };

/** A dry run: the request as it would be sent, secrets redacted; nothing is sent. */
export type Preview = {
  /** `null` where problems keep it from being built. */
  readonly request: RequestParts | null;
  /** The login requests that would come first, session values still open. */
  readonly login: readonly { readonly title: string; readonly request: RequestParts }[];
  readonly trace: SignatureTrace | null;
  /** The pieces of the signature as far as they can be read; none where nothing is signed. */
  readonly steps: readonly SignatureStep[];
  /** The origin that the environment's secrets are bound to; `null` where it names no base URL. */
  readonly home: string | null;
  readonly effect: Effect | null;
  /** What would stop the send. */
  readonly problems: readonly Problem[];
  /** What the rails would stop it for; each leads on by its `stop`. */
  readonly stops: readonly Problem[];
  /** What would be told and not stop it. */
  readonly warnings: readonly Problem[];
  /** The variables that draft, signature and login use. */
  readonly variables: readonly VariableView[];
  /** Every variable that the draft may use. */
  readonly offered: readonly VariableView[];
  /** The dynamic variables it uses, with values as a send would make them; every send makes new ones. */
  readonly generated: Exchange['generated'];
};
