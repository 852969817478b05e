// Checks WCAG 2.2 AA as far as this can be automated.
import { expect, type Page } from '@playwright/test'
import axe from 'axe-core'

declare global {
  interface Window {
    axe: typeof axe
  }
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Of the whole page, or of the part with this selector. */
export async function hasNoFault(page: Page, screen: string, part?: string): Promise<void> {
  // In a frame nothing would be looked at; no page of ours has one.
  expect(page.frames(), 'frames of the page').toHaveLength(1)
  // Once for each document: it is half a megabyte.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const violations = await page.evaluate(
    async ([values, selector]) => {
      const options: axe.RunOptions = { runOnly: { type: 'tag', values: [...values] }, resultTypes: ['violations'] }
      return (await window.axe.run(selector ?? document, options)).violations
    },
    [rules, part] as const,
  )
  const faults = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)
  expect(faults, screen).toEqual([])
}
