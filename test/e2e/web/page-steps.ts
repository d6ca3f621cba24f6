import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from 'playwright/test';

/** Opens a template through the command palette, and waits until its editor stands. */
export async function findTemplate(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Search' }).waitFor();
  await page.keyboard.type(title);
  await page
    .getByRole('option', { name: `Request ${title}` })
    .first()
    .click();
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeVisible();
  await page
    .locator('.monaco-editor .view-line')
    .first()
    .or(page.getByText('This call sends no body.'))
    .waitFor();
}

/** Holds the page, or the part that a selector names, against WCAG 2.2 AA as far as axe can see. */
export async function expectAccessible(
  page: Page,
  {
    part = 'html',
    except = [],
    further = [],
  }: {
    readonly part?: string;
    readonly except?: readonly string[];
    /** Tags of axe beside those of WCAG. */
    readonly further?: readonly string[];
  } = {},
): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .include(part)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', ...further])
    .disableRules([...except])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
    [],
  );
}
