import { expect, type Page } from 'playwright/test';

import type { Host } from './fixtures.ts';
import { findTemplate } from './page-steps.ts';
import { writeCollection } from './run-steps.ts';
import { addFault, openSandbox } from './sandbox-steps.ts';

/** Brings the page, wherever it is, to a screen. */
type Screen = {
  readonly name: string;
  readonly reach: (page: Page, host: Host) => Promise<void>;
  /** Selects what is new on it, where the rest is as it was on the screen before. */
  readonly part?: string;
  /** Rules of axe that do not see how it is used. */
  readonly except?: readonly string[];
  /** What another screen of the walk was looked at with, by selector. */
  readonly without?: string;
};

const overStart: readonly Screen[] = [
  {
    name: 'first start',
    reach: async (page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible(),
  },
  ...dialogs({
    'explain an answer': (page) => command(page, 'Explain an answer'),
    'new environment': (page) => command(page, 'New environment'),
    secrets: (page) => command(page, 'Secrets: the vault'),
    import: (page) => command(page, 'Import requests'),
    'new collection': (page) => command(page, 'New collection'),
    'refunds without a known outcome': (page) => command(page, 'Refunds without a known outcome'),
    'keyboard shortcuts': (page) => page.keyboard.press('F1'),
  }),
  {
    name: 'command palette',
    reach: (page) => page.keyboard.press('Control+k'),
    // The list is walked through from the field above it, which keeps the focus.
    part: '[role="dialog"]',
    except: ['scrollable-region-focusable'],
  },
  ...['Refund partial', '@nothing', '#214', '?hash', '>theme'].map((words) => ({
    name: `command palette: ${words}`,
    reach: async (page: Page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog', { name: 'Search' }).waitFor();
      await page.keyboard.type(words);
    },
    part: '[role="dialog"]',
    except: ['scrollable-region-focusable'],
  })),
  { name: 'new batch', reach: (page) => command(page, 'Refund from a table'), part: '#page-pane' },
  {
    name: 'settings',
    reach: async (page) => {
      await page.keyboard.press('Control+,');
      await expect(page.getByRole('region', { name: 'Settings' })).toBeVisible();
    },
  },
  {
    name: 'catalogs of all APIs',
    reach: async (page) => {
      await command(page, 'Error catalogs of all APIs');
      await page.getByRole('searchbox', { name: 'Search the catalogs of all APIs' }).fill('same amount');
      await expect(page.getByRole('region', { name: 'Documented answer' })).toBeVisible();
    },
    part: '#page-pane',
  },
  ...['Ledger', 'Clock', 'Picks', 'Faults', 'Requests'].map((part) => ({
    name: `sandbox: ${part}`,
    reach: async (page: Page) => {
      const controls = await openSandbox(page, part);
      if (part === 'Faults') await addFault(controls, 'delay 1ms');
    },
    part: '#page-pane',
  })),
];

const refusal: Screen = {
  name: 'refusal',
  reach: async (page) => {
    for (const title of ['Partial refund', 'Duplicate within 5 minutes']) {
      await findTemplate(page, title);
      await page.keyboard.press('Control+Enter');
    }
    await expect(page.getByRole('heading', { name: /^Refused/ })).toBeVisible();
  },
};

const requests: readonly Screen[] = [
  refusal,
  ...tabsOf('Request', ['Headers', 'Checks', 'Docs', 'Errata', 'Dry run', 'Body']),
  {
    name: 'body as a form',
    reach: async (page) => {
      await page.getByRole('radio', { name: 'Form', exact: true }).click();
      await expect(page.getByRole('group', { name: 'Request body as a form' })).toBeVisible();
    },
    part: '#request-pane',
  },
];

/** It is long, and the same on every screen of an answer; the walk over a request looks at it. */
const catalog = '[aria-label="Error catalog"]';

const answers: readonly Screen[] = [
  { ...refusal, part: '#response-pane', without: catalog },
  {
    name: 'signature held against a hash',
    reach: async (page) => {
      await page.getByLabel('Compare with a hash you were given').fill('0'.repeat(128));
      await expect(page.getByRole('complementary').getByRole('status').first()).not.toBeEmpty();
    },
    part: '[aria-label="Inspector"]',
  },
  {
    name: 'answer filtered by a path',
    reach: async (page) => {
      await page.getByRole('button', { name: 'Filter by a path' }).click();
      await page.getByRole('textbox', { name: 'Filter by JSONPath' }).fill('$..*');
      await expect(page.getByRole('region', { name: 'Found values' })).toBeVisible();
    },
    part: '#response-pane',
    without: catalog,
  },
  {
    name: 'menu of a tab',
    reach: async (page) => {
      await page.getByRole('button', { name: 'POST Partial refund' }).press('Shift+F10');
      await expect(page.getByRole('menu')).toBeVisible();
    },
    part: '[role="menu"]',
  },
  ...tabsOf('Response', ['Raw', 'Headers', 'Timing', 'Sent', 'Timeline', 'Notes', 'Compare', 'Parsed']),
];

const others: readonly Screen[] = [
  {
    name: 'answers to several items, XML body',
    reach: async (page) => {
      await findTemplate(page, 'Batch with one refusal');
      await page.keyboard.press('Control+Enter');
      await expect(page.getByRole('heading', { name: /^Refused/ })).toBeVisible();
    },
    part: 'main',
    without: catalog,
  },
  {
    name: 'XML body as a form',
    reach: async (page) => {
      await page.getByRole('radio', { name: 'Form', exact: true }).click();
      await expect(page.getByRole('group', { name: 'Request body as a form' })).toBeVisible();
    },
    part: '#request-pane',
  },
  {
    name: 'session of somebody who is logged in',
    reach: async (page) => {
      await page.getByRole('radio', { name: 'Text', exact: true }).click();
      await findTemplate(page, 'Refund single purchase');
      await page.getByRole('button', { name: 'Log in', exact: true }).click();
      await expect(page.getByRole('button', { name: 'Forget session' })).toBeVisible();
    },
    part: '[aria-label="Inspector"]',
  },
  {
    name: 'answer after a login',
    reach: async (page) => {
      await page.keyboard.press('Control+Enter');
      await expect(page.getByRole('heading', { name: /^Accepted/ })).toBeVisible();
    },
    part: '#response-pane',
    without: catalog,
  },
  ...dialogs({
    'save to a collection': (page) => page.keyboard.press('Control+s'),
    'compare exchanges': (page) => fromResponse(page, /^Compare/),
    evidence: (page) => fromResponse(page, /^Evidence/),
  }),
  ...['Collections', 'History', 'Environments', 'Sandbox', 'Runs'].map((view, index) => ({
    name: `side bar: ${view}`,
    reach: async (page: Page, host: Host) => {
      if (view === 'Collections') writeCollection(host.workspace);
      await page.keyboard.press(`Control+${index + 2}`);
      if (view === 'Collections') await expect(page.getByText('November regressions').first()).toBeVisible();
    },
    part: 'aside[aria-label="Side bar"]',
  })),
  {
    name: 'new run',
    reach: async (page) => {
      await command(page, 'Run November regressions');
      await expect(page.getByRole('treegrid', { name: 'Requests to run' })).toBeVisible();
    },
    part: '#page-pane',
  },
  {
    name: 'run',
    reach: async (page) => {
      await page.getByRole('button', { name: 'Start', exact: true }).click();
      await expect(page.getByRole('button', { name: 'Run again…' })).toBeVisible({ timeout: 30_000 });
    },
    part: '#page-pane',
  },
];

/** Every screen of the window, in walks in which each is reached from the one before. */
export const walks: Readonly<Record<string, readonly Screen[]>> = {
  'over the start screen': overStart,
  'of a request': requests,
  'of an answer': answers,
  'of logins, collections and runs': others,
};

function dialogs(ways: Readonly<Record<string, (page: Page) => Promise<void>>>): readonly Screen[] {
  return Object.entries(ways).map(([name, open]) => ({
    name,
    reach: async (page) => {
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await open(page);
      await expect(page.getByRole('dialog')).toBeVisible();
    },
    part: '[role="dialog"]',
  }));
}

function tabsOf(list: string, names: readonly string[]): readonly Screen[] {
  return names.map((name) => ({
    name: `${list}: ${name}`,
    reach: async (page) => {
      const tab = page
        .getByRole('tablist', { name: list })
        .getByRole('tab', { name: new RegExp(`^${name}`) });
      await tab.click();
      await expect(tab).toHaveAttribute('aria-selected', 'true');
    },
    part: `#${list.toLowerCase()}-pane`,
    ...(list === 'Response' ? { without: catalog } : {}),
  }));
}

async function fromResponse(page: Page, entry: RegExp): Promise<void> {
  await page.getByRole('region', { name: 'Response' }).getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: entry }).first().click();
}

/** Runs a command of the palette. */
export async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Search' }).waitFor();
  await page.keyboard.type(title);
  await page
    .getByRole('option', { name: new RegExp(`Command ${title}`) })
    .first()
    .click();
}
