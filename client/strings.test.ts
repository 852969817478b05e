import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { farewellReasons } from '../shared/wire/engine/farewells.ts'
import { strings as appointments } from './base/appointments/strings.vi.ts'
import { strings as sharedOfPetitions } from './base/petition/strings.vi.ts'
import { strings as scan } from './base/scan/strings.vi.ts'
import { strings as dates } from './base/ui/dates/strings.vi.ts'
import { strings as office } from './office/strings.vi.ts'
import { strings as booking } from './public/booking/strings.vi.ts'
import { strings as petition } from './public/petition/strings.vi.ts'
import { strings as verify } from './public/verify/strings.vi.ts'
import { strings as en } from './strings.en.ts'
import { strings as everybody } from './strings.vi.ts'
import { strings as waiting } from './waiting/strings.vi.ts'

const vi = { ...everybody, ...office, ...booking, ...petition, ...verify, ...scan, ...dates, ...waiting }

const catalogues: Record<string, Record<string, string>> = { vi, en }

const placeholders = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name).sort()

describe.each(Object.entries(catalogues))('the %s catalogue', (_language, words) => {
  it.each(farewellReasons)('has a text for the farewell %s', (reason) => {
    expect(words[`farewell.${reason}`]).toBeTruthy()
  })

  it('has no empty text', () => {
    expect(Object.keys(words).filter((key) => !words[key]?.trim())).toEqual([])
  })
})

describe('English and Vietnamese', () => {
  it('have the same keys, except the English singular', () => {
    const withoutSingular = Object.keys(en).filter((key) => !key.endsWith('_one'))
    expect(withoutSingular.sort()).toEqual(Object.keys(vi).sort())
  })

  it('have an English singular for each text that counts', () => {
    const words: Record<string, string> = en
    const counting = Object.keys(words).filter(
      (key) => !/_(?:one|other)$/.test(key) && /{{(?:count|pages)}} (?:[a-z]+ )?[a-z]+s\b/.test(words[key] ?? ''),
    )
    // Frames a second are read as a figure.
    expect(counting.filter((key) => !words[`${key}_one`])).toEqual(['health.frames'])
  })

  it('have the same placeholders', () => {
    const differing = Object.entries(vi).filter(
      ([key, text]) => placeholders(text).join() !== placeholders(catalogues.en?.[key] ?? '').join(),
    )
    expect(differing).toEqual([])
  })
})

describe.each(Object.entries(catalogues))('the texts of the features in %s', (language, words) => {
  it('are in one folder each, and in the index of their area', async () => {
    const indices = ['', 'base/', 'live/', 'room/', 'waiting/', 'office/'].map(
      (area) => `${area}strings.${language}.ts`,
    )
    const files = globSync(`**/strings.${language}.ts`, { cwd: import.meta.dirname }).filter(
      (file) => !indices.includes(file),
    )
    expect(files.length).toBeGreaterThan(80)
    const keys: string[] = []
    for (const file of files) {
      const { strings } = (await import(join(import.meta.dirname, file))) as { strings: Record<string, string> }
      keys.push(...Object.keys(strings))
    }
    expect(keys.filter((key, position) => keys.indexOf(key) !== position)).toEqual([])
    expect(keys.sort()).toEqual(Object.keys(words).sort())
  })
})

/** The words that are there when a page of this folder is shown; the longest name of a folder that fits counts. */
const loadedWith: Readonly<Record<string, Record<string, string>>> = {
  base: everybody,
  live: everybody,
  room: everybody,
  'base/scan': { ...everybody, ...scan },
  'base/ui/dates': { ...everybody, ...dates },
  waiting: { ...everybody, ...waiting },
  'public/booking': { ...everybody, ...booking, ...appointments },
  'public/petition': { ...everybody, ...petition, ...sharedOfPetitions },
  'public/verify': { ...everybody, ...verify, ...petition, ...sharedOfPetitions },
  office: { ...everybody, ...office },
}

/** `check.title`, and what `check.part.${device}` may become. */
function keysNamedIn(text: string): string[] {
  const all = Object.keys(vi)
  const whole = [...text.matchAll(/(['"`])([\w-]+\.[\w.-]+)\1/g)].map(([, , key]) => key ?? '')
  const begun = [...text.matchAll(/`([\w-]+\.[\w.-]*)\$\{/g)]
    .map(([, beginning]) => beginning ?? '')
    // What went wrong is looked up by its code, and there are other words where it is unknown.
    .filter((beginning) => !['rejection.', 'staff.problem.'].includes(beginning))
  return [
    ...whole.flatMap((key) => [key, `${key}_other`]).filter((key) => key in vi),
    ...begun.flatMap((beginning) => all.filter((key) => key.startsWith(beginning))),
  ]
}

describe('the code of a page', () => {
  it('uses only texts that are loaded with it', () => {
    const folders = Object.keys(loadedWith).sort((one, other) => other.length - one.length)
    const sources = globSync('*/**/*.{ts,tsx}', { cwd: import.meta.dirname }).filter(
      (file) => !/\.test\.tsx?$|strings\.(vi|en)\.ts$|^room\/frame\/panel\.ts$/.test(file),
    )
    const lacking = sources.flatMap((file) => {
      const words = loadedWith[folders.find((folder) => file.startsWith(`${folder}/`)) ?? ''] ?? {}
      return keysNamedIn(readFileSync(join(import.meta.dirname, file), 'utf8'))
        .filter((key) => !(key in words))
        .map((key) => `${file}: ${key}`)
    })
    expect(sources.length).toBeGreaterThan(700)
    expect(lacking).toEqual([])
  })
})
