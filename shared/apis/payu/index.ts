import type { ApiDefinition } from '../../definition/api-definition.ts';
import { catalog } from './catalog.ts';
import { describeEffect } from './describe-effect.ts';
import docs from './docs.md?raw';
import { errata } from './errata.ts';
import { examples } from './examples.ts';
import { operations } from './operations.ts';
import { readAnswer } from './read-answer.ts';
import { readLookUps } from './read-look-ups.ts';
import { readRefunds } from './read-refunds.ts';
import { repeatRule } from './repeat-rule.ts';
import { document, documentationPage } from './sources.ts';
import { followUp, templates } from './templates.ts';
import { presets, variables } from './variables.ts';

/** PayU India: refunds and cancellations for partners who sell through WhatsApp. */
export const api: ApiDefinition = {
  id: 'payu',
  title: 'PayU · WhatsApp refunds',
  displayOrder: 10,
  vendor: 'PayU India',
  summary: 'Refunds a captured payment or cancels an authorised one; every request carries a SHA-512 hash.',
  document,
  documentationPage,
  docs,
  variables,
  presets,
  authentication: {
    kind: 'direct',
    note: 'The access token goes into the Authorization header. The client secret is hashed and never sent.',
  },
  operations,
  templates,
  catalog,
  errata,
  examples,
  unknownAdvice: {
    text: 'Ask for the refund status. Sending the same refund_id again is also safe: 106, 227 or "refund request already exists" then mean that the first one arrived.',
    resend: 'same-id',
  },
  readAnswer,
  describeEffect,
  readRefunds,
  readLookUps,
  repeatRule,
  followUp,
};
