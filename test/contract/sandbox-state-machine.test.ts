import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { sandboxes } from '../../shared/apis/sandboxes.ts';
import { playSequence, setTable, type Tally } from './sandbox-machines/play-sequence.ts';
import type { SandboxMachine } from './sandbox-machines/sandbox-machine.ts';

const modules = import.meta.glob<SandboxMachine | undefined>('./sandbox-machines/*.ts', {
  eager: true,
  import: 'machine',
});
const machines = Object.values(modules).filter((machine) => machine !== undefined);

const sequences = 10_000;

it('there is a machine for each sandbox', () => {
  expect(machines.map(({ api }) => api).toSorted()).toEqual([...sandboxes.keys()].toSorted());
});

describe.each(machines.map((machine) => [machine.api, machine] as const))(
  'the sandbox of %s',
  (api, machine) => {
    it(`gives back no more than was paid, loses no refund and never fails, in ${sequences} sequences`, () => {
      const sandbox = sandboxes.get(api);
      if (sandbox === undefined) throw new Error(`There is no sandbox of ${api}`);
      const table = setTable(machine, sandbox);
      const tally: Tally = { accepted: 0, refused: 0, settled: 0, asked: 0 };
      fc.assert(
        fc.property(
          fc.array(fc.noBias(fc.integer({ min: 0, max: 2 ** 31 - 1 })), {
            minLength: 3,
            maxLength: 12,
            size: 'max',
          }),
          (numbers) => playSequence(table, numbers, tally),
        ),
        { seed: 20_261_122, numRuns: sequences },
      );
      // Sequences in which nothing is accepted, refused or asked for would show nothing.
      expect(tally.accepted).toBeGreaterThan(sequences / 2);
      expect(tally.refused).toBeGreaterThan(sequences);
      expect(tally.asked).toBeGreaterThan(sequences / 4);
      if (sandbox.settling !== null) expect(tally.settled).toBeGreaterThan(sequences / 20);
    });
  },
);
