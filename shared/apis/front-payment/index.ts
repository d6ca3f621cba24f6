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

/** Front Payment Go Connect: refunds and reversals of orders paid on a card terminal. */
export const api: ApiDefinition = {
  id: 'front-payment',
  title: 'Front Payment · terminal',
  displayOrder: 30,
  vendor: 'Front Payment AS',
  summary: 'Refunds or reverses an order paid on a card terminal, product by product.',
  document,
  documentationPage,
  docs,
  variables,
  presets,
  authentication: {
    kind: 'direct',
    note: 'A fixed token goes into the Authorization header as a bearer token. Nothing is signed.',
  },
  operations,
  templates,
  catalog,
  errata,
  examples,
  unknownAdvice: {
    text: 'Ask for the refund status of the order and look at the terminal. Nothing marks a repeat, so the same request again can raise a second refund.',
    resend: 'after-status',
  },
  readAnswer,
  describeEffect,
  readRefunds,
  readLookUps,
  repeatRule,
  followUp,
};
