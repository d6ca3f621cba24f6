import type { ApiDefinition } from '../../definition/api-definition.ts';
import { catalog } from './catalog.ts';
import { describeEffect } from './describe-effect.ts';
import docs from './docs.md?raw';
import { errata } from './errata.ts';
import { examples } from './examples.ts';
import { operations } from './operations.ts';
import { packing } from './packing.ts';
import { readAnswer } from './read-answer.ts';
import { readRefunds } from './read-refunds.ts';
import { repeatRule } from './repeat-rule.ts';
import { document, documentationPage } from './sources.ts';
import { followUp, templates } from './templates.ts';
import { presets, variables } from './variables.ts';

/** Luminate Online: records or processes up to 200 refunds in one call. */
export const api: ApiDefinition = {
  id: 'luminate',
  title: 'Luminate Online',
  displayOrder: 20,
  vendor: 'Blackbaud (formerly Convio)',
  summary:
    'Records up to 200 refunds in one call, each answered on its own, or sends them through the gateway.',
  document,
  documentationPage,
  docs,
  variables,
  presets,
  authentication: {
    kind: 'direct',
    note: 'api_key, login_name and login_password go in the body, not in the address. The address you call from must be on the allow-list of the site.',
  },
  operations,
  templates,
  catalog,
  errata,
  examples,
  unknownAdvice: {
    text: 'Open each transaction in Luminate Online and see whether a refund is recorded: no call tells, and nothing keeps a partial refund from being recorded twice.',
    resend: 'after-status',
  },
  readAnswer,
  describeEffect,
  readRefunds,
  readLookUps: () => [],
  repeatRule,
  followUp,
  packing,
};
