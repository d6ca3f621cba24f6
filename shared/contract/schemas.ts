import * as v from 'valibot';

import { auditHash } from '../model/audit.ts';
import { evidenceKinds, evidenceLimit } from '../model/evidence.ts';
import type { CommandName, Commands } from './commands.ts';

/** Longest text a client may send as one value: a body of 5 MB. */
const text = v.pipe(v.string(), v.maxLength(5_000_000));
const name = v.pipe(v.string(), v.maxLength(300));
/** How many entries a client may ask for at once. */
const limit = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const pair = v.strictTuple([name, text]);

const body = v.variant('kind', [
  v.strictObject({ kind: v.literal('none') }),
  v.strictObject({ kind: v.literal('text'), language: v.picklist(['json', 'xml']), text }),
  v.strictObject({
    kind: v.literal('form'),
    fields: v.pipe(v.array(v.strictObject({ name, value: text })), v.maxLength(500)),
    main: v.nullable(v.strictObject({ field: name, language: v.literal('xml') })),
  }),
]);

const draft = v.strictObject({
  api: id,
  template: v.nullable(id),
  operation: id,
  method: v.pipe(v.string(), v.regex(/^[A-Z]{3,10}$/)),
  url: text,
  headers: v.pipe(v.array(pair), v.maxLength(200)),
  body,
});

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
    v.check((variables) => areUnique(variables.map((variable) => variable.name)), 'a name stands twice'),
  ),
  secrets: v.pipe(
    v.array(name),
    v.maxLength(1000),
    v.check((names) => areUnique(names), 'a name stands twice'),
  ),
});

const preview = v.strictObject({ draft, environmentId: id, overrides: v.record(name, text) });
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
const tab = v.strictObject({ id, title: name, draft, exchangeId: v.nullable(id) });

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
    timeout: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3_600_000)),
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
  'sandbox.start': v.null(),
  'sandbox.reset': v.null(),
  'tabs.load': v.null(),
  'tabs.save': v.strictObject({ tabs: v.pipe(v.array(tab), v.maxLength(200)), active: v.nullable(id) }),
} satisfies { readonly [Name in CommandName]: v.GenericSchema<unknown, Commands[Name]['input']> };

/** Schemas for files that hold the same things. */
export const fileSchemas = { environment, tabs: inputSchemas['tabs.save'] };

/** A file holds one value for a name; of two, one would be lost without a word. */
function areUnique(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}
