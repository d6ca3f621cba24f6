import * as v from 'valibot';

import { sandboxControlBodies } from '../../../shared/contract/sandbox-schemas.ts';
import { plainClock, plainRule, plainSettling } from '../../../shared/engine/sandbox/plain-controls.ts';
import { parseJson } from '../../../shared/formats/json.ts';
import { plainValue } from '../../../shared/formats/plain-value.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import {
  rulesOfKind,
  type SandboxChange,
  type SandboxControls,
  type SandboxRule,
} from '../../../shared/model/sandbox.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import type { SandboxControl } from '../../../shared/ports/sandbox-host.ts';
import { describeIssue } from './describe-issue.ts';

/** What the calls look at and set. */
export type ControlWorld = {
  readonly control: SandboxControl;
  readonly scenarios: (api: string) => Result<readonly Scenario[], Problem>;
};

/** A call as it came; `item` is the part of the path after the route's own, decoded, or an empty text. */
export type ControlCall = {
  readonly item: string;
  readonly query: URLSearchParams;
  readonly body: string;
};

/** One call of the sandbox's own HTTP interface. */
export type ControlRoute = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** After `/__sandbox/`. */
  readonly path: string;
  readonly takesItem: 'never' | 'always' | 'may';
  readonly takesYaml?: true;
  /** What stands behind the path, or in the body, as people read it. */
  readonly usage: string;
  readonly title: string;
  /** Gives what is answered as JSON; a text is JSON already. */
  readonly run: (call: ControlCall, world: ControlWorld) => Result<unknown, Problem>;
};

const mostRecords = 500;
const usualRecords = 50;

/** In the order in which they are listed. */
export const controlRoutes: readonly ControlRoute[] = [
  {
    method: 'GET',
    path: 'state',
    takesItem: 'never',
    usage: '?api=&records=',
    title: 'What stands in the ledgers, the newest of each kind, and how the sandbox is set.',
    run: ({ query }, { control }) => {
      const records = wholeOf(query, 'records', usualRecords, mostRecords);
      return records.ok ? control.state({ api: query.get('api'), records: records.value }) : records;
    },
  },
  {
    method: 'POST',
    path: 'reset',
    takesItem: 'never',
    usage: '{"api": "..."}',
    title: 'Puts one ledger, or with {} all of them, clock, faults and picks back.',
    run: ({ body }, { control }) =>
      withBody(body, sandboxControlBodies.reset, ({ api }) =>
        changed(control, { kind: 'reset', api }, () => ({ reset: api ?? 'all' })),
      ),
  },
  {
    method: 'GET',
    path: 'clock',
    takesItem: 'never',
    usage: '',
    title: 'What the clock says.',
    run: (_, { control }) => clockOf(control),
  },
  {
    method: 'POST',
    path: 'clock',
    takesItem: 'never',
    usage:
      '{"advance": "5m"} or {"set": "2026-01-31T12:00:00Z"} or {"stop": true}, {"run": true}, {"reset": true}',
    title: 'Moves, stops or starts it.',
    run: ({ body }, { control }) =>
      withBody(body, sandboxControlBodies.clock, (change) => {
        const done = control.change({ kind: 'clock', change });
        return done.ok ? clockOf(control) : done;
      }),
  },
  {
    method: 'GET',
    path: 'faults',
    takesItem: 'may',
    usage: '[/<id>]',
    title: 'The faults that wait for a request.',
    run: (call, world) => rulesOf('fault', call, world),
  },
  {
    method: 'POST',
    path: 'faults',
    takesItem: 'never',
    usage: '{"fault": "delay 2s", "api": "...", "meets": "calls" | "logins" | "everything", "next": 1}',
    title: 'Adds one; answers with all of them, the newest last.',
    run: ({ body }, world) =>
      withBody(body, sandboxControlBodies.fault, ({ fault, api, meets, next }) =>
        addRule('fault', { api, does: { kind: 'fault', fault }, meets, left: next }, world),
      ),
  },
  {
    method: 'DELETE',
    path: 'faults',
    takesItem: 'may',
    usage: '[/<id>]',
    title: 'Removes one or all.',
    run: (call, world) => removeRules('fault', call, world),
  },
  {
    method: 'GET',
    path: 'picks',
    takesItem: 'may',
    usage: '[/<id>]',
    title: 'The documented answers that wait for their call.',
    run: (call, world) => rulesOf('pick', call, world),
  },
  {
    method: 'POST',
    path: 'picks',
    takesItem: 'never',
    usage: '{"api": "...", "entry": "<id of scenarios>", "next": 1}',
    title: 'Adds one; answers with all of them, the newest last.',
    run: ({ body }, world) =>
      withBody(body, sandboxControlBodies.pick, ({ api, entry, next }) =>
        addRule('pick', { api, does: { kind: 'pick', entry }, meets: 'calls', left: next }, world),
      ),
  },
  {
    method: 'DELETE',
    path: 'picks',
    takesItem: 'may',
    usage: '[/<id>]',
    title: 'Removes one or all.',
    run: (call, world) => removeRules('pick', call, world),
  },
  {
    method: 'POST',
    path: 'settle',
    takesItem: 'never',
    usage: '{"api": "...", "id": "...", "outcome": "success" | "failure"}',
    title:
      'Ends a refund that was only accepted, or without id all of them; answers with those that wait still.',
    run: ({ body }, { control }) =>
      withBody(body, sandboxControlBodies.settle, (given) => {
        const done = control.change({ kind: 'settle', ...given });
        if (!done.ok) return done;
        const state = control.state({ api: given.api, records: 1 });
        return state.ok ? ok({ pending: state.value.apis.flatMap(({ pending }) => pending) }) : state;
      }),
  },
  {
    method: 'GET',
    path: 'settling',
    takesItem: 'never',
    usage: '',
    title: 'When and how such refunds end by themselves.',
    run: (_, { control }) => settlingOf(control),
  },
  {
    method: 'PUT',
    path: 'settling',
    takesItem: 'never',
    usage: '{"after": "5s" | null, "outcome": "success" | "failure"}',
    title: 'Sets that; null: only by hand.',
    run: ({ body }, { control }) =>
      withBody(body, sandboxControlBodies.settling, (settling) => {
        const done = control.change({ kind: 'settling', settling });
        return done.ok ? settlingOf(control) : done;
      }),
  },
  {
    method: 'GET',
    path: 'log',
    takesItem: 'never',
    usage: '?limit=&before=',
    title: 'The requests that came, newest first, with each check.',
    run: ({ query }, { control }) => {
      const limit = wholeOf(query, 'limit', usualRecords, mostRecords);
      const before = query.has('before') ? wholeOf(query, 'before', 1, Number.MAX_SAFE_INTEGER) : ok(null);
      if (!limit.ok) return limit;
      if (!before.ok) return before;
      const entries = control.log({ limit: limit.value, before: before.value });
      return entries.ok ? ok({ entries: entries.value }) : entries;
    },
  },
  {
    method: 'DELETE',
    path: 'log',
    takesItem: 'never',
    usage: '',
    title: 'Empties the log.',
    run: (_, { control }) => changed(control, { kind: 'clear-log' }, () => ({ entries: [] })),
  },
  {
    method: 'GET',
    path: 'snapshot',
    takesItem: 'never',
    usage: '',
    title: 'All of it, to be kept in a file.',
    run: (_, { control }) => control.snapshot(),
  },
  {
    method: 'PUT',
    path: 'snapshot',
    takesItem: 'never',
    takesYaml: true,
    usage: '',
    title: 'Takes a snapshot back, or a seed as application/json or application/yaml; all of it or nothing.',
    run: ({ body }, { control }) => changed(control, { kind: 'load', text: body }, () => ({ loaded: true })),
  },
  {
    method: 'GET',
    path: 'scenarios',
    takesItem: 'always',
    usage: '/<api>',
    title: 'The documented answers that can be picked.',
    run: ({ item }, { scenarios }) => scenarios(item),
  },
];

function withBody<Schema extends v.GenericSchema>(
  body: string,
  schema: Schema,
  run: (given: v.InferOutput<Schema>) => Result<unknown, Problem>,
): Result<unknown, Problem> {
  const tree = parseJson(body === '' ? '{}' : body);
  if (!tree.ok)
    return fail(badBody(`line ${tree.error.line}, column ${tree.error.column}: ${tree.error.message}`));
  const parsed = v.safeParse(schema, plainValue(tree.value));
  return parsed.success ? run(parsed.output) : fail(badBody(describeIssue(parsed.issues[0])));
}

function changed(
  control: SandboxControl,
  change: SandboxChange,
  answer: () => unknown,
): Result<unknown, Problem> {
  const done = control.change(change);
  return done.ok ? ok(answer()) : done;
}

function controlsOf<Value>(
  control: SandboxControl,
  read: (controls: SandboxControls, now: string) => Value,
): Result<Value, Problem> {
  const state = control.state({ api: null, records: 1 });
  return state.ok ? ok(read(state.value.controls, state.value.now)) : state;
}

function clockOf(control: SandboxControl): Result<unknown, Problem> {
  return controlsOf(control, (controls, now) => plainClock({ now, controls }));
}

function settlingOf(control: SandboxControl): Result<unknown, Problem> {
  return controlsOf(control, ({ settling }) => plainSettling(settling));
}

type RuleKind = SandboxRule['does']['kind'];

function rulesOf(kind: RuleKind, { item }: ControlCall, { control }: ControlWorld): Result<unknown, Problem> {
  const rules = controlsOf(control, (controls) => rulesOfKind(controls.rules, kind));
  if (!rules.ok) return rules;
  if (item === '') return ok({ [`${kind}s`]: rules.value.map((rule) => plainRule(rule)) });
  const rule = rules.value.find(({ id }) => id === item);
  return rule === undefined ? fail(noSuchRule(kind, item)) : ok(plainRule(rule));
}

function addRule(
  kind: RuleKind,
  rule: Omit<SandboxRule, 'id'>,
  world: ControlWorld,
): Result<unknown, Problem> {
  const done = world.control.change({ kind: 'add-rule', rule });
  return done.ok ? rulesOf(kind, all, world) : done;
}

function removeRules(kind: RuleKind, call: ControlCall, world: ControlWorld): Result<unknown, Problem> {
  const { control } = world;
  const rules = controlsOf(control, (controls) => rulesOfKind(controls.rules, kind));
  if (!rules.ok) return rules;
  const wanted = rules.value.filter(({ id }) => call.item === '' || id === call.item);
  if (call.item !== '' && wanted.length === 0) return fail(noSuchRule(kind, call.item));
  for (const { id } of wanted) {
    const done = control.change({ kind: 'remove-rule', id });
    // One that was used up in between is gone as well.
    if (!done.ok && done.error.code !== 'bad-input') return done;
  }
  return rulesOf(kind, all, world);
}

/** As a call that names no item. */
const all: ControlCall = { item: '', query: new URLSearchParams(), body: '' };

/** A whole number from 1 on in a query; a larger one than `most` counts as that. */
function wholeOf(query: URLSearchParams, name: string, usual: number, most: number): Result<number, Problem> {
  const text = query.get(name) ?? '';
  if (text === '') return ok(usual);
  if (!/^[1-9]\d{0,14}$/.test(text)) return fail(badQuery(name));
  return ok(Math.min(Number(text), most));
}

function badQuery(name: string): Problem {
  return {
    code: 'bad-input',
    message: `The query has no whole number as ${name}.`,
    remedy: 'Write a number from 1 on, or leave it out.',
  };
}

function badBody(why: string): Problem {
  return {
    code: 'bad-input',
    message: `The body cannot be taken: ${why}.`,
    remedy: 'GET /__sandbox/ lists what each call takes.',
  };
}

function noSuchRule(kind: RuleKind, id: string): Problem {
  return {
    code: 'unknown-entry',
    message: `There is no ${kind} ${id}.`,
    remedy: 'Ask for all of them; one that is used up goes by itself.',
  };
}
