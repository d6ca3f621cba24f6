import * as v from 'valibot';

import { auditHash } from '../model/audit.ts';
import { longestPart } from '../model/body-part.ts';
import { evidenceKinds, evidenceLimit } from '../model/evidence.ts';
import { runReportKinds } from '../model/run.ts';
import { exportKinds, importLimit } from '../model/transfer.ts';
import {
  captures,
  checks,
  collectionContent,
  collectionRequest,
  draft,
  path,
  title,
  variables,
} from './collection-schemas.ts';
import type { CommandName, Commands } from './commands.ts';
import { sandboxChange } from './sandbox-schemas.ts';
import { id, limit, name, text } from './schema-parts.ts';
import { layoutMemory, settings, settingsChange } from './settings-schemas.ts';

const environment = v.strictObject({
  id: v.pipe(
    v.string(),
    v.regex(
      /^[a-z\d][a-z\d-]{0,63}$/,
      'a file name has lower-case letters, digits and dashes, 64 at the most',
    ),
  ),
  name: v.pipe(
    v.string('it is no text'),
    v.trim(),
    v.minLength(1, 'it is empty'),
    v.maxLength(100, 'it is longer than 100 characters'),
  ),
  environmentClass: v.picklist(
    ['sandbox', 'test', 'production'],
    ({ received }) => `${received} is none of sandbox, test and production`,
  ),
  notes: text,
  variables: v.pipe(
    v.array(v.strictObject({ name, value: text })),
    v.maxLength(1000),
    v.check((given) => areUnique(given.map((variable) => variable.name)), 'a name stands twice'),
  ),
  secrets: v.pipe(
    v.array(name),
    v.maxLength(1000),
    v.check((names) => areUnique(names), 'a name stands twice'),
  ),
});

const paths = v.pipe(v.array(path), v.maxLength(10_000));
const place = { id, path } as const;
const values = v.record(name, text);
const milliseconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3_600_000));
const timeout = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3_600_000));
const after = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const imported = v.strictObject({
  name: v.pipe(v.string(), v.maxLength(1000)),
  text: v.pipe(v.string(), v.maxLength(importLimit)),
});

const runPlan = v.strictObject({
  target: v.variant('kind', [
    v.strictObject({ kind: v.literal('saved'), collection: id, paths }),
    v.strictObject({ kind: v.literal('given'), content: collectionContent }),
  ]),
  environmentId: id,
  overrides: values,
  table: v.nullable(id),
  iterations: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
  bail: v.boolean(),
  delay: milliseconds,
  concurrency: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(64)),
  onlyFailedOf: v.nullable(id),
  shard: v.nullable(
    v.pipe(
      v.strictObject({
        index: v.pipe(v.number(), v.integer(), v.minValue(1)),
        count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)),
      }),
      v.check(({ index, count }) => index <= count, 'the part is beyond the last'),
    ),
  ),
  timeout,
});

const batchPlan = v.strictObject({
  api: id,
  template: id,
  environmentId: id,
  table: id,
  columns: v.record(name, name),
  values,
  stopRules: v.strictObject({
    failuresInARow: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000))),
    totalLimit: v.nullable(v.pipe(v.string(), v.regex(/^\d{1,30}(?:\.\d{1,30})?$/, 'it is no amount'))),
  }),
  delay: milliseconds,
  timeout,
});

const preview = v.strictObject({
  draft,
  environmentId: id,
  overrides: values,
  collectionVariables: v.optional(values),
});
const secret = v.strictObject({ environmentId: id, name });
const passphrase = v.pipe(v.string(), v.maxLength(1000));
const guard = v.variant('kind', [
  v.strictObject({ kind: v.literal('keyring') }),
  v.strictObject({ kind: v.literal('passphrase'), passphrase }),
]);
const evidence = v.strictObject({
  ids: v.pipe(v.array(id), v.minLength(1), v.maxLength(500)),
  remove: v.pipe(v.array(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(2000))), v.maxLength(500)),
});
const saved = v.strictObject({ collection: id, path, revision: id, base: collectionRequest });
const tab = v.strictObject({
  id,
  title: name,
  draft,
  exchangeId: v.nullable(id),
  notes: v.optional(text, ''),
  checks: v.optional(checks, []),
  captures: v.optional(captures, []),
  pinned: v.optional(v.boolean(), false),
  saved: v.optional(v.nullable(saved), null),
});

/** Parses the input of every command at every door; what does not fit never reaches a handler. */
export const inputSchemas = {
  'workbench.describe': v.null(),
  'environment.list': v.null(),
  'environment.save': v.strictObject({ ...environment.entries, revision: v.optional(id) }),
  'environment.remove': v.strictObject({ id }),
  'environment.restore': v.strictObject({ id }),
  'environment.activate': v.strictObject({ id }),
  'secret.set': v.strictObject({ ...secret.entries, value: text }),
  'secret.clear': secret,
  'secret.adopt': v.strictObject({ environmentId: id }),
  'vault.describe': v.null(),
  'vault.create': guard,
  'vault.unlock': v.strictObject({ passphrase: v.nullable(passphrase) }),
  'vault.lock': v.null(),
  'vault.rewrap': guard,
  'vault.recover': v.strictObject({ recoveryKey: v.pipe(v.string(), v.maxLength(200)), guard }),
  'vault.renew-recovery-key': v.null(),
  'exchange.preview': preview,
  'exchange.send': v.strictObject({
    ...preview.entries,
    sendId: id,
    timeout,
    allowInvalid: v.boolean(),
    repeatOf: v.pipe(v.array(id), v.maxLength(1000)),
    confirmation: v.nullable(name),
  }),
  'exchange.reveal-curl': preview,
  'exchange.decide': v.strictObject({
    exchangeId: id,
    state: v.picklist(['accepted', 'refused']),
    note: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(2000)),
  }),
  'exchange.cancel': v.strictObject({ sendId: id }),
  'history.list': v.strictObject({
    query: v.pipe(v.string(), v.maxLength(2000)),
    limit,
    before: v.nullable(id),
  }),
  'history.get': v.strictObject({ id }),
  'history.body': v.strictObject({
    id,
    step: name,
    of: v.picklist(['text', 'base64', 'opened']),
    offset: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
    length: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(longestPart)),
  }),
  'history.compare': v.strictObject({
    left: id,
    right: v.variant('kind', [
      v.strictObject({ kind: v.literal('exchange'), id }),
      v.strictObject({ kind: v.literal('documented'), example: v.nullable(id) }),
    ]),
  }),
  'history.annotate': v.strictObject({
    id,
    annotation: v.strictObject({
      note: v.pipe(v.string(), v.trim(), v.maxLength(10_000)),
      tags: v.pipe(
        v.array(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(50))),
        v.maxLength(50),
        v.check((tags) => areUnique(tags), 'a tag stands twice'),
      ),
      ticket: v.pipe(v.string(), v.trim(), v.maxLength(200)),
      pinned: v.boolean(),
    }),
  }),
  'history.refunds': v.strictObject({ id }),
  'history.unresolved': v.null(),
  'history.timeline': v.strictObject({ id }),
  'history.describe': v.null(),
  'history.retain': v.strictObject({
    days: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(36_500))),
    megabytes: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000))),
  }),
  'evidence.preview': evidence,
  'evidence.export': v.strictObject({ ...evidence.entries, kind: v.picklist(evidenceKinds) }),
  'evidence.verify': v.strictObject({ text: v.pipe(v.string(), v.maxLength(evidenceLimit)) }),
  'production.describe': v.null(),
  'production.arm': v.strictObject({
    environmentId: id,
    minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)),
  }),
  'production.disarm': v.strictObject({ environmentId: id }),
  'audit.verify': v.strictObject({ head: v.nullable(v.pipe(v.string(), v.regex(auditHash))) }),
  'audit.list': v.strictObject({ limit, after: v.nullable(v.pipe(v.number(), v.safeInteger())) }),
  'collection.list': v.null(),
  'collection.create': collectionContent,
  'collection.save': v.strictObject({ id, name: title, notes: text, variables, revision: id }),
  'collection.add-request': v.strictObject({ id, folder: path, request: collectionRequest }),
  'collection.save-request': v.strictObject({ ...place, request: collectionRequest, revision: id }),
  'collection.add-folder': v.strictObject({ id, folder: path, name: title }),
  'collection.save-folder': v.strictObject({ ...place, name: title, notes: text }),
  'collection.duplicate': v.strictObject(place),
  'collection.move': v.strictObject({
    id,
    paths,
    to: v.strictObject({ id, folder: path, index: after }),
  }),
  'collection.remove': v.strictObject({ id, paths }),
  'collection.undo': v.strictObject({ token: id }),
  'collection.export': v.strictObject({ id, kind: v.picklist(exportKinds), environmentId: id }),
  'import.read': imported,
  'import.apply': imported,
  'check.evaluate': v.strictObject({
    exchangeId: id,
    checks,
    captures,
    collectionVariables: v.optional(values),
  }),
  'table.add': v.strictObject({
    id,
    name,
    text,
    last: v.boolean(),
    separator: v.nullable(v.pipe(v.string(), v.length(1))),
  }),
  'table.read': v.strictObject({ id, after, limit }),
  'table.release': v.strictObject({ id }),
  'run.start': runPlan,
  'run.cancel': v.strictObject({ id }),
  'run.list': v.strictObject({ limit, before: v.nullable(id) }),
  'run.get': v.strictObject({ id }),
  'run.results': v.strictObject({ id, after, limit, only: v.picklist(['all', 'failed']) }),
  'run.report': v.strictObject({ id, kind: v.picklist(runReportKinds) }),
  'run.remove': v.strictObject({ id }),
  'batch.check': batchPlan,
  'batch.start': v.strictObject({ ...batchPlan.entries, confirmation: name }),
  'batch.stop': v.strictObject({ id }),
  'batch.resume': v.strictObject({ id, confirmation: name, resolve: v.boolean() }),
  'batch.list': v.strictObject({ limit, before: v.nullable(id) }),
  'batch.get': v.strictObject({ id }),
  'batch.rows': v.strictObject({
    id,
    after,
    limit,
    states: v.array(
      v.picklist(['ready', 'sending', 'accepted', 'pending', 'refused', 'unknown', 'not-sent', 'invalid']),
    ),
  }),
  'batch.result': v.strictObject({
    id,
    after,
    limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)),
  }),
  'batch.reconcile': v.strictObject({
    id,
    table: id,
    key: name,
    keyOf: v.picklist(['transaction', 'refundId', 'providerId']),
    amount: v.nullable(name),
  }),
  'sandbox.start': v.null(),
  'sandbox.state': v.strictObject({ api: v.nullable(name), records: limit }),
  'sandbox.log': v.strictObject({ before: v.nullable(after), limit }),
  'sandbox.change': sandboxChange,
  'sandbox.snapshot': v.null(),
  'signature.compare': v.strictObject({ ...preview.entries, hash: v.pipe(v.string(), v.maxLength(10_000)) }),
  'session.describe': preview,
  'session.renew': v.strictObject({ ...preview.entries, sendId: id, timeout }),
  'session.forget': preview,
  'scenario.list': v.strictObject({ api: name }),
  'scenario.draft': v.strictObject({ api: name, entry: name }),
  'settings.load': v.null(),
  'settings.change': settingsChange,
  'layout.load': v.null(),
  'layout.save': layoutMemory,
  'window.set-menu': v.strictObject({
    commands: v.pipe(
      v.array(
        v.strictObject({ id, group: name, title: name, keys: v.nullable(name), isPossible: v.boolean() }),
      ),
      v.maxLength(500),
    ),
  }),
  'window.take-files': v.null(),
  'window.open-link': v.strictObject({ url: v.pipe(v.string(), v.maxLength(2_000), v.url()) }),
  'tabs.load': v.null(),
  'tabs.save': v.strictObject({ tabs: v.pipe(v.array(tab), v.maxLength(200)), active: v.nullable(id) }),
} satisfies { readonly [Name in CommandName]: v.GenericSchema<unknown, Commands[Name]['input']> };

/** Schemas for files that hold the same things. */
export const fileSchemas = {
  environment,
  tabs: inputSchemas['tabs.save'],
  settings,
  layoutMemory,
  collectionRequest,
  collectionFolder: v.strictObject({
    name: title,
    notes: text,
    variables,
    order: v.pipe(v.array(name), v.maxLength(100_000)),
  }),
};

/** A file holds one value for a name; of two, one would be lost without a word. */
function areUnique(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}
