/** @jsxImportSource react */
// What the fields say and show, in both languages. How they behave under the hands of people: tests/e2e/dates.spec.ts.
import { MantineProvider } from '@mantine/core'
import i18next from 'i18next'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { initReactI18next } from 'react-i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { strings as en } from '../strings.en.ts'
import { strings as vi } from '../strings.vi.ts'
import { DateField } from './DateField.tsx'
import { TimeField } from './TimeField.tsx'

beforeAll(() =>
  i18next.use(initReactI18next).init({
    lng: 'vi',
    resources: { vi: { translation: vi }, en: { translation: en } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  }),
)

async function drawn(language: 'vi' | 'en', field: ReactNode) {
  await i18next.changeLanguage(language)
  const html = renderToStaticMarkup(<MantineProvider env="test">{field}</MantineProvider>)
  const [input = ''] = /<input[^>]*>/.exec(html) ?? []
  const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1]
  const said = attribute('aria-describedby')?.split(/ +/) ?? []
  const words = said.map((id) => new RegExp(`id="${id}"[^>]*>([^<]*)<`).exec(html)?.[1])
  return {
    html,
    attribute,
    label: new RegExp(`<label[^>]* for="${attribute('id')}"[^>]*>([^<]*)`).exec(html)?.[1],
    button: /<button[^>]* aria-label="([^"]*)"/.exec(html)?.[1],
    error: attribute('aria-invalid') === 'true' ? words[0] : null,
    description: words[1],
  }
}

describe('a field for a day', () => {
  it('shows the day before the month, under its label, in either language', async () => {
    for (const language of ['vi', 'en'] as const) {
      const field = await drawn(language, <DateField label="Ngày ký" value="2026-12-03" />)
      expect([field.attribute('value'), field.attribute('type'), field.label, field.error]).toEqual([
        '03/12/2026',
        'text',
        'Ngày ký',
        null,
      ])
    }
  })

  it('says how a day is written, and names its calendar', async () => {
    const inVietnamese = await drawn('vi', <DateField label="Ngày ký" value="" required />)
    expect([inVietnamese.attribute('placeholder'), inVietnamese.button, inVietnamese.error]).toEqual([
      'ngày/tháng/năm',
      'Chọn trên lịch: Ngày ký',
      null,
    ])
    expect(inVietnamese.html).toMatch(/<input[^>]* required/)
    const inEnglish = await drawn('en', <DateField aria-label="Signed on" value="" />)
    expect([inEnglish.attribute('placeholder'), inEnglish.attribute('aria-label'), inEnglish.button]).toEqual([
      'dd/mm/yyyy',
      'Signed on',
      'Calendar: Signed on',
    ])
  })

  it.each([
    ['vi', 'Ngày chưa đúng. Hãy ghi ngày/tháng/năm, ví dụ 03/12/2026.'],
    ['en', 'This is not a date. Type day/month/year, for example 03/12/2026.'],
  ] as const)('keeps what is no day, and says so (%s), whatever the form says of it', async (language, words) => {
    for (const error of [undefined, 'Form']) {
      const field = await drawn(language, <DateField label="Ngày" value="31/2/2026" error={error} />)
      expect([field.attribute('value'), field.error]).toEqual(['31/2/2026', words])
    }
  })

  it.each([
    ['vi', '2025-12-31', 'Không được trước ngày 01/01/2026.'],
    ['vi', '2027-01-01', 'Không được sau ngày 31/12/2026.'],
    ['en', '2025-12-31', 'Not before 01/01/2026.'],
    ['en', '2027-01-01', 'Not after 31/12/2026.'],
    ['en', '2026-12-31', null],
    ['en', '', null],
  ] as const)('says what is beyond its bounds (%s, %s)', async (language, value, words) => {
    const field = await drawn(language, <DateField label="Ngày" value={value} min="2026-01-01" max="2026-12-31" />)
    expect(field.error).toBe(words)
  })

  it('says what the form says of a day', async () => {
    const field = await drawn(
      'vi',
      <DateField label="Ngày" value="2026-12-03" description="Gợi ý" error="Đã có ngày này" />,
    )
    expect([field.error, field.description]).toEqual(['Đã có ngày này', 'Gợi ý'])
  })
})

describe('a field for an hour', () => {
  it('shows it in 24 hours, in either language', async () => {
    for (const language of ['vi', 'en'] as const) {
      const field = await drawn(language, <TimeField label="Giờ" value="14:30" />)
      expect([field.attribute('value'), field.label, field.error]).toEqual(['14:30', 'Giờ', null])
    }
  })

  it.each([
    ['vi', 'Chọn giờ: Từ', 'Giờ chưa đúng. Hãy ghi giờ:phút từ 00:00 đến 23:59, ví dụ 14:30.'],
    ['en', 'Times: Từ', 'This is not a time. Type hour:minute from 00:00 to 23:59, for example 14:30.'],
  ] as const)('keeps what is no hour, and says so (%s)', async (language, button, words) => {
    const field = await drawn(language, <TimeField label="Từ" value="25:00" />)
    expect([field.attribute('value'), field.button, field.error]).toEqual(['25:00', button, words])
  })
})
