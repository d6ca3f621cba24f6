import type { Environment } from '../../../shared/model/environment.ts';

/** What the title of the window is made of. */
export type WindowFacts = {
  /** What is open; `null` at the first start. */
  readonly open: string | null;
  readonly isEdited: boolean;
  readonly environment: Pick<Environment, 'name' | 'environmentClass'>;
  readonly workspace: string;
};

/** Tells windows apart where only a title is seen: `● Partial refund · LIVE · Acme live · acme-refunds · Refund Workbench`. */
export function windowTitle({ open, isEdited, environment, workspace }: WindowFacts): string {
  const parts = [
    ...(open === null ? [] : [isEdited ? `● ${open}` : open]),
    ...(environment.environmentClass === 'production' ? ['LIVE'] : []),
    environment.name,
    workspace,
    'Refund Workbench',
  ];
  return parts.join(' · ');
}
