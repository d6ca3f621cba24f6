import { expect, it } from 'vitest';

import { windowTitle } from '../../../../renderer/features/window-title/window-title.ts';

const sandbox = { name: 'Local sandbox', environmentClass: 'sandbox' } as const;
const live = { name: 'Acme', environmentClass: 'production' } as const;

it('says what is open, where it goes, and in which workspace', () => {
  expect(
    windowTitle({
      open: 'Refund captured payment',
      isEdited: false,
      environment: sandbox,
      workspace: 'acme-refunds',
    }),
  ).toBe('Refund captured payment · Local sandbox · acme-refunds · Refund Workbench');
});

it('marks what is edited first, and warns of production', () => {
  expect(windowTitle({ open: 'Partial refund', isEdited: true, environment: live, workspace: 'acme' })).toBe(
    '● Partial refund · LIVE · Acme · acme · Refund Workbench',
  );
});

it('names no request where none is open', () => {
  expect(windowTitle({ open: null, isEdited: false, environment: sandbox, workspace: 'acme' })).toBe(
    'Local sandbox · acme · Refund Workbench',
  );
});
