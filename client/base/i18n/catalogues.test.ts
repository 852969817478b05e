import { describe, expect, it } from 'vitest'
import { caseModules } from '../../../shared/cases/index.ts'
import { coreRejections } from '../../../shared/kernel/rejection.ts'
import { sessionModules } from '../../../shared/modules/index.ts'
import { registerRules } from '../../../shared/reception/register/rules.ts'
import { farewellReasons } from '../../../shared/wire/farewells.ts'
import { assistRejections } from '../../../shared/wire/health.ts'
import { mediaRejections } from '../../../shared/wire/media-requests.ts'
import { en } from './en.ts'
import { office } from './office.vi.ts'
import { reception } from './reception.vi.ts'
import { scan } from './scan.vi.ts'
import { verify } from './verify.vi.ts'
import { vi as everybody } from './vi.ts'
import { waiting } from './waiting.vi.ts'

const vi = { ...everybody, ...office, ...reception, ...scan, ...verify, ...waiting }

const catalogues: Record<string, Record<string, string>> = { vi, en }

const rejectionCodes = [
  ...coreRejections,
  ...mediaRejections,
  ...assistRejections,
  'case.closed',
  'case.for-readers',
  ...[...sessionModules, ...caseModules, registerRules].flatMap(({ module }) =>
    Object.values(module.commands).flatMap(({ rejections }) => [...rejections]),
  ),
]

const placeholders = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name).sort()

describe.each(Object.entries(catalogues))('the %s catalogue', (_language, words) => {
  it.each([...new Set(rejectionCodes)])('says %s in words', (code) => {
    expect(words[`rejection.${code}`]).toBeTruthy()
  })

  it.each(farewellReasons)('says why the connection ended: %s', (reason) => {
    expect(words[`farewell.${reason}`]).toBeTruthy()
  })

  it('has no empty text', () => {
    expect(Object.keys(words).filter((key) => !words[key]?.trim())).toEqual([])
  })
})

describe('English and Vietnamese', () => {
  it('have the same keys, but for the English singular', () => {
    const withoutSingular = Object.keys(en).filter((key) => !key.endsWith('_one'))
    expect(withoutSingular.sort()).toEqual(Object.keys(vi).sort())
  })

  it('say one thing in the singular, where English says how many of them', () => {
    const words: Record<string, string> = en
    const counting = Object.keys(words).filter(
      (key) => !/_(?:one|other)$/.test(key) && /{{(?:count|pages)}} (?:[a-z]+ )?[a-z]+s\b/.test(words[key] ?? ''),
    )
    // Frames a second are read as a figure.
    expect(counting.filter((key) => !words[`${key}_one`])).toEqual(['health.frames'])
  })

  it('fill in the same values', () => {
    const differing = Object.entries(vi).filter(
      ([key, text]) => placeholders(text).join() !== placeholders(catalogues.en?.[key] ?? '').join(),
    )
    expect(differing).toEqual([])
  })
})
