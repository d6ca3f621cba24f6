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
import { document, documentationPage } from './sources.ts';
import { followUp, templates } from './templates.ts';
import { presets, variables } from './variables.ts';

/** DigiPay.Guru: refunds of wallet transactions on a platform that each operator installs. */
export const api: ApiDefinition = {
  id: 'digipay',
  title: 'DigiPay.Guru wallet',
  displayOrder: 40,
  vendor: 'DigiPay.Guru',
  summary: 'Refunds a wallet transaction to its customer or merchant; a login yields the token for it.',
  document,
  documentationPage,
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
    text: 'Look the transaction up at the operator of the wallet; no status call is documented. Nothing marks a repeat, so the same request again can refund twice.',
    resend: 'after-status',
  },
  readAnswer,
  describeEffect,
  readRefunds,
  readLookUps: () => [],
  repeatRule,
  followUp,
};
