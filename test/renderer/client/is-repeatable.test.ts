import { expect, it } from 'vitest';

import { isRepeatable } from '../../../renderer/client/is-repeatable.ts';
import { inputSchemas } from '../../../shared/contract/schemas.ts';
import type { CommandName } from '../../../shared/contract/commands.ts';

const commands = Object.keys(inputSchemas) as readonly CommandName[];

it('asks a second time only for what reads, or puts one whole in the place of another', () => {
  const again = commands.filter((name) => isRepeatable(name));
  expect(again).toContain('environment.list');
  expect(again).toContain('exchange.preview');
  expect(again).toContain('tabs.save');
  const changing =
    /\.(?:send|start|resume|arm|set|clear|adopt|create|add|add-request|add-folder|move|duplicate|remove|apply|decide|activate|restore|unlock|lock|rewrap|recover|retain|undo|stop|cancel|reveal-curl|renew-recovery-key|annotate|reset)$/;
  expect(again.filter((name) => changing.test(name))).toEqual(['sandbox.start']);
});
