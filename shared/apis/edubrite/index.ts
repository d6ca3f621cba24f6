import type { ApiDefinition } from '../../definition/api-definition.ts';
import { authentication } from './authentication.ts';
import { catalog } from './catalog.ts';
import { describeEffect } from './describe-effect.ts';
import docs from './docs.md?raw';
import { errata } from './errata.ts';
import { examples } from './examples.ts';
import { operations } from './operations.ts';
import { readAnswer } from './read-answer.ts';
import { readRefunds } from './read-refunds.ts';
import { repeatRule } from './repeat-rule.ts';
import { document } from './sources.ts';
import { followUp, templates } from './templates.ts';
import { presets, variables } from './variables.ts';

/** EduBrite LMS: undoing a purchase that was recorded in the learning system. */
export const api: ApiDefinition = {
  id: 'edubrite',
  title: 'EduBrite LMS',
  displayOrder: 50,
  vendor: 'EduBrite Systems Inc.',
  summary:
    'Refunds a whole invoice and takes back the enrolments it bought; needs a session and a site admin.',
  document,
  docs,
  variables,
  presets,
  authentication,
  operations,
  templates,
  catalog,
  errata,
  examples,
  unknownAdvice: {
    text: 'Look the invoice up under Site Admin > Payment Transactions: REFUNDED means that it went through. Sending the same invoice again is harmless too: 0231 with status = REFUNDED then means that the first one worked.',
    resend: 'same-id',
  },
  readAnswer,
  describeEffect,
  readRefunds,
  readLookUps: () => [],
  repeatRule,
  followUp,
};
