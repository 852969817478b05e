// WCAG 2.2, 1.4.3 and 1.4.11: in every palette, light and dark, words have 4.5 : 1, what is no word 3 : 1. Measured on the colours that Mantine
// itself makes of the theme.
import { readFileSync } from 'node:fs'
import { defaultCssVariablesResolver, DEFAULT_THEME as mantine, mergeMantineTheme } from '@mantine/core'
import { describe, expect, it } from 'vitest'
import { palettes } from '../../../shared/agency/palettes.ts'
import { leading } from './palettes.ts'
import { themeOf } from './theme.ts'

type Colour = readonly [red: number, green: number, blue: number]
const words = 4.5
const shapes = 3
const linkInTheDark = /--mantine-color-anchor: var\(--mantine-(primary-color-\d)\)/.exec(
  readFileSync('client/base/theme/global.css', 'utf8'),
)?.[1]
/** Of the notices that the pages show. */
const notices = ['blue', 'yellow', 'red', 'green', 'gray', 'orange', 'teal', 'grape']

describe.each(palettes)('the palette %s', (palette) => {
  describe.each(['light', 'dark'] as const)('in the %s scheme', (scheme) => {
    const { variables, [scheme]: ofScheme } = defaultCssVariablesResolver(mergeMantineTheme(mantine, themeOf(palette)))
    const all: Readonly<Record<string, string>> = { ...variables, ...ofScheme }
    const told = (name: string): string =>
      (all[`--mantine-${name}`] ?? '').replace(/^var\(--mantine-([\w-]+)\)$/, (_, other: string) => told(other))
    const body = solid(told('color-body'), [255, 255, 255])
    const colour = (name: string, under = body) => solid(told(name), under)
    const own = (name: string) => `color-${leading}-${name}`
    const link = (scheme === 'dark' && linkInTheDark) || 'color-anchor'

    it.each<readonly [string, string, string | null, number]>([
      ['the text of a filled button', 'primary-color-contrast', own('filled'), words],
      ['the text of a filled button on hover', 'primary-color-contrast', own('filled-hover'), words],
      ['the text of a light button or badge', own('light-color'), own('light'), words],
      ['the text of a light button on hover', own('light-color'), own('light-hover'), words],
      ['the text of an outlined button', own('outline'), null, words],
      ['a link', link, null, words],
      ...notices.map((colour) => [`a link in a ${colour} notice`, link, `color-${colour}-light`, words] as const),
      ...notices.map(
        (colour) => [`the words of a ${colour} notice`, 'color-text', `color-${colour}-light`, words] as const,
      ),
      ['the text of one’s own message on a light background', 'color-text', own('light'), words],
      ['the bar on top of a page', 'color-white', 'primary-color-8', words],
      ['the tick in a chosen box', 'primary-color-contrast', own('filled'), shapes],
      ['the border of an outlined button', own('outline'), null, shapes],
      ['the focus ring', 'primary-color-5', null, shapes],
    ])('contrast is sufficient: %s', (_what, front, ground, least) => {
      const under = ground === null ? body : colour(ground)
      expect(contrast(colour(front, under), under)).toBeGreaterThanOrEqual(least)
    })
  })
})

/** Laid over what is under it. */
function solid(value: string, under: Colour): Colour {
  const [red = 0, green = 0, blue = 0, opacity = 1] = levelsOf(value)
  const [r, g, b] = under
  const over = (front: number, ground: number) => front * opacity + ground * (1 - opacity)
  return [over(red, r), over(green, g), over(blue, b)]
}

/** Of #rgb, #rrggbb, rgb() and rgba(). */
function levelsOf(value: string): number[] {
  const hex = /^#(?:[0-9a-f]{3}){1,2}$/i.test(value) && (value.length === 4 ? /[0-9a-f]/gi : /[0-9a-f]{2}/gi)
  if (hex) return (value.match(hex) ?? []).map((part) => Number.parseInt(part.padEnd(2, part), 16))
  const listed = /^rgba?\((.+)\)$/.exec(value)?.[1]
  if (listed === undefined) throw new Error(`not a colour: ${value}`)
  return listed.split(',').map(Number)
}

/** WCAG 2.2, “contrast ratio” and “relative luminance”. */
function contrast(one: Colour, other: Colour): number {
  const linear = (level: number) =>
    level / 255 <= 0.04045 ? level / 255 / 12.92 : ((level / 255 + 0.055) / 1.055) ** 2.4
  const luminance = ([r, g, b]: Colour) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}
