import * as v from 'valibot';

import { nodeCrypto } from '../../../electron/adapters/node-crypto.ts';
import {
  type AnySandbox,
  howHeader,
  type SandboxRequest,
  type SandboxResponse,
} from '../../../shared/definition/sandbox-definition.ts';
import { answerSandboxRequest } from '../../../shared/engine/sandbox/answer-sandbox-request.ts';
import { changeControls } from '../../../shared/engine/sandbox/change-controls.ts';
import { settleByHand } from '../../../shared/engine/sandbox/settle-refunds.ts';
import { headerValue } from '../../../shared/model/headers.ts';
import {
  type ClockChange,
  type SandboxChange,
  type SandboxControls,
  untouchedControls,
} from '../../../shared/model/sandbox.ts';
import { faultHeader } from '../../../shared/model/sandbox-fault.ts';
import { scenarioHeader } from '../../../shared/model/scenario.ts';
import { type Draw, drawFrom } from './draw.ts';
import { checkBook, checkChange, checkFormat, type Step } from './invariants.ts';
import type { Book, BookedRefund, SandboxMachine, Session } from './sandbox-machine.ts';

/** What stands after a step of a sequence. */
type Play = {
  readonly state: unknown;
  readonly book: Book;
  readonly controls: SandboxControls;
  readonly session: Session;
  readonly last: SandboxRequest | null;
  /** What the machine's clock says. */
  readonly machineTime: number;
  /** The refunds that were answered as accepted. */
  readonly accepted: Book['refunds'];
};

/** How often something happened, so that a test can see that its sequences show anything. */
export type Tally = { accepted: number; refused: number; settled: number; asked: number };

/** A sandbox with everything that a sequence needs of it, made once. */
export type Table = {
  readonly machine: SandboxMachine;
  readonly sandbox: AnySandbox;
  readonly start: unknown;
};

/** A sandbox whose first state nobody can change in place. */
export function setTable(machine: SandboxMachine, sandbox: AnySandbox): Table {
  return { machine, sandbox, start: freeze(structuredClone(sandbox.seed())) };
}

/** Plays one sequence, a step for each number; throws with all its steps where an invariant breaks. */
export function playSequence(table: Table, numbers: readonly number[], tally: Tally): void {
  const told: string[] = [];
  const { machine, start } = table;
  try {
    let play: Play = {
      state: start,
      book: machine.read(start),
      controls: untouchedControls,
      session: {},
      last: null,
      machineTime: Date.UTC(2026, 0, 31),
      accepted: new Map(),
    };
    for (const _step of machine.logIn) play = logIn(table, play, told, tally);
    for (const number of numbers) {
      play = takeStep(
        table,
        { ...play, machineTime: play.machineTime + 1000 },
        drawFrom(number),
        told,
        tally,
      );
    }
  } catch (error) {
    throw new Error(`${machine.api}: ${(error as Error).message}\n${told.join('\n')}`, { cause: error });
  }
}

function takeStep(table: Table, play: Play, draw: Draw, told: string[], tally: Tally): Play {
  const { machine, sandbox } = table;
  const refund = (): SandboxRequest => machine.refund(draw, play.session);
  const ask = (request: SandboxRequest, what: string): Play => send(table, play, request, told, tally, what);
  const chance = draw.int(100);
  if (chance < 42) return ask(refund(), 'refund');
  if (chance < 52) return play.last === null ? play : ask(play.last, 'the same again');
  if (chance < 57) return ask(machine.spoil(refund(), draw), 'without the right');
  if (chance < 62) return logIn(table, play, told, tally);
  if (chance < 68) return settle(table, play, draw, told, tally);
  if (chance < 74) return change(play, { kind: 'clock', change: clockChange(draw) }, told);
  if (chance < 80) {
    const other = machine.others.length === 0 ? refund() : draw.from(machine.others)(draw, play.session);
    return ask(other, 'another call');
  }
  if (chance < 88) {
    const { id } = draw.from(sandbox.scenarios);
    const request =
      machine.others.length > 0 && draw.oneIn(3) ? draw.from(machine.others)(draw, play.session) : refund();
    return ask(withHeader(request, scenarioHeader, id), `with the header for ${id}`);
  }
  if (chance < 90) {
    const does = { kind: 'pick', entry: draw.from(sandbox.scenarios).id } as const;
    const left = 1 + draw.int(2);
    return change(play, { kind: 'add-rule', rule: { api: machine.api, does, meets: 'calls', left } }, told);
  }
  if (chance < 92) {
    const settling = { after: draw.from([null, 0, 5000, 60_000]), outcome: draw.from(outcomes) };
    return change(play, { kind: 'settling', settling }, told);
  }
  if (chance < 96) return ask(withHeader(refund(), faultHeader, draw.from(faults)), 'with a fault');
  return ask(garble(refund(), draw), 'garbage');
}

const outcomes = ['success', 'failure'] as const;
const faults = [
  'cut-before',
  'cut-after',
  'half-body',
  'status 503',
  'html',
  'malformed',
  'delay 1s',
  'nonsense',
];

function withHeader(request: SandboxRequest, name: string, value: string): SandboxRequest {
  return { ...request, headers: [...request.headers, [name, value]] };
}

function clockChange(draw: Draw): ClockChange {
  const minute = 60_000;
  return draw.from<ClockChange>([
    { kind: 'advance', milliseconds: draw.from([minute, 5 * minute, 61 * minute, 1500 * minute]) },
    { kind: 'advance', milliseconds: -10 * minute },
    { kind: 'set', to: '2027-01-01T00:00:00Z' },
    { kind: 'stop' },
    { kind: 'run' },
    { kind: 'reset' },
  ]);
}

function garble(request: SandboxRequest, draw: Draw): SandboxRequest {
  const { body, path } = request;
  switch (draw.int(6)) {
    case 0:
      return { ...request, body: body.slice(0, draw.int(body.length + 1)) };
    case 1:
      return { ...request, method: draw.from(['GET', 'PUT', 'DELETE', '', 'HEAD']) };
    case 2:
      return { ...request, path: draw.from(['', '/', `${path}/`, `${path}x`, '/__proto__', '/constructor']) };
    case 3:
      return { ...request, headers: [] };
    case 4:
      return {
        ...request,
        body: draw.from(['', 'null', '[]', '{', '"', '<a>', '\u0000', '{"__proto__":1}', '1e999', '{}{}']),
      };
    default: {
      const place = draw.int(body.length + 1);
      return {
        ...request,
        body: body.slice(0, place) + draw.from(['"', '9', '-', '%00', '<', '&']) + body.slice(place),
      };
    }
  }
}

function logIn(table: Table, play: Play, told: string[], tally: Tally): Play {
  const { machine } = table;
  return machine.logIn.reduce((before, step) => {
    let session = before.session;
    const learn = (response: SandboxResponse): void => void (session = machine.learn(response, session));
    const after = send(table, before, step(before.session), told, tally, 'login', learn);
    // The call to repeat is one that moves money.
    return { ...after, session, last: before.last };
  }, play);
}

function change(play: Play, made: SandboxChange, told: string[]): Play {
  told.push(JSON.stringify(made));
  return { ...play, controls: changeControls(play.controls, made, play.machineTime) };
}

function settle({ machine, sandbox }: Table, play: Play, draw: Draw, told: string[], tally: Tally): Play {
  const pending = sandbox.settling?.pending(play.state) ?? [];
  const id = pending.length === 0 || draw.oneIn(4) ? null : draw.from(pending).id;
  const outcome = draw.from(outcomes);
  told.push(`settle ${id ?? 'all'} as ${outcome}`);
  const state = settleByHand(sandbox, play.state, id, outcome);
  if (state === null || state === play.state) return play;
  if (!v.is(sandbox.schema, state)) throw new Error('the state after settling does not fit the schema');
  const book = machine.read(state);
  tally.settled += 1;
  checkBook(book, play.accepted);
  checkChange(play.book, book, { kind: 'settled', mayFail: outcome === 'failure' });
  return { ...play, state, book };
}

function send(
  { machine, sandbox }: Table,
  play: Play,
  request: SandboxRequest,
  told: string[],
  tally: Tally,
  what: string,
  learn?: (response: SandboxResponse) => void,
): Play {
  const { state, controls } = play;
  const tools = { clock: { now: () => play.machineTime }, crypto: repeatable(play) };
  told.push(`${what}: ${request.method} ${request.path} ${request.body}`);
  const answer = answerSandboxRequest({ api: machine.api, sandbox, request, state, controls, tools });
  const { response, fault } = answer;
  const isChanged = answer.state !== state;
  if (isChanged && !v.is(sandbox.schema, answer.state)) {
    const [issue] = v.safeParse(sandbox.schema, answer.state).issues ?? [];
    throw new Error(`the state does not fit the schema: ${issue?.message} ${v.getDotPath(issue as never)}`);
  }
  const book = isChanged ? machine.read(answer.state) : play.book;
  const after: Play = { ...play, state: answer.state, book, controls: answer.controls, last: request };
  if (response === null) {
    checkChange(play.book, book, settledOnTheWay(controls));
    return after;
  }
  told.push(`  ${response.status} ${response.reason}`);
  const how = headerValue(response.headers, howHeader);
  const isArranged = how === 'by state' || how === 'forced';
  const mayBreak = isArranged || fault !== null || machine.isBroken(request);
  if (response.status >= 500 && !mayBreak) throw new Error(`nobody asked for a ${response.status}`);
  checkFormat(response);
  learn?.(response);
  const found = isArranged && how === 'forced' ? [] : machine.accepted(request, response, book);
  const booked = found.map(([id, parts]): readonly [string, BookedRefund] => [id, { parts, counts: true }]);
  const boughtAnew = isArranged ? (machine.boughtAnew?.(request) ?? []) : [];
  const kept = [...play.accepted].filter(([id]) => !boughtAnew.includes(id));
  const accepted = new Map([...kept, ...booked]);
  tally[found.length > 0 ? 'accepted' : 'refused'] += 1;
  if (isArranged) tally.asked += 1;
  if (isChanged || found.length > 0) checkBook(book, accepted);
  const step: Step = isArranged
    ? { kind: 'arranged', boughtAnew }
    : {
        kind: 'answered',
        accepted: found.map(([id]) => id),
        mayFail: settledOnTheWay(controls).mayFail || machine.callsOff(request),
      };
  checkChange(play.book, book, step);
  return { ...after, accepted };
}

/** Refunds that are due end before a request is answered. */
function settledOnTheWay({ settling }: SandboxControls): Step & { readonly mayFail: boolean } {
  return { kind: 'settled', mayFail: settling.after !== null && settling.outcome === 'failure' };
}

/** Random bytes that follow from the time, which no two steps have in common. */
function repeatable({ machineTime }: Play): typeof nodeCrypto {
  const draw = drawFrom(machineTime % 2_147_483_647);
  return { ...nodeCrypto, randomBytes: (count) => Uint8Array.from({ length: count }, () => draw.int(256)) };
}

function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    for (const inside of Object.values(value)) freeze(inside);
    Object.freeze(value);
  }
  return value;
}
