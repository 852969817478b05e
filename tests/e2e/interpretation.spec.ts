// Interpretation in real browsers: languages and interpreters, a handover between interpreters, a listener on a phone;
// nobody else hears the interpreter.
import { expect, type Page, test } from '@playwright/test'
import { hasNoFault } from '../harness/accessibility.ts'
import { everybodyLeaves } from '../harness/browser.ts'
import { DemoServer, type LinkName } from '../harness/demo-server.ts'
import {
  admit,
  audioPackets,
  goIn,
  hearsMore,
  hearsNoMore,
  isInside,
  names,
  openPage,
  openPanel,
  paper,
  participantOf,
} from '../harness/hearing.ts'
import { pdfText } from '../harness/papers.ts'

let server: DemoServer
const pages = {} as Record<'chair' | 'secretary' | 'siteA' | 'siteB' | 'observer', Page>
const id = (name: LinkName) => participantOf(server, name)

test.beforeAll(async () => {
  server = await DemoServer.start()
})
test.afterEach(({ browser }) => everybodyLeaves(browser))
test.afterAll(() => server.close())

const loudness = (page: Page, from: LinkName) =>
  page.locator(`audio[data-participant="${id(from)}"]`).evaluate((audio: HTMLAudioElement) => audio.volume)

test('interpretation from the offer to the minutes', async ({ browser, request }) => {
  for (const name of ['chair', 'secretary', 'siteA', 'siteB', 'observer'] as const) {
    pages[name] = await openPage(browser, server.link(name), { isPhone: name === 'siteB' })
    await goIn(pages[name])
    if (name === 'observer') await admit(pages.secretary, names.observer)
    await isInside(pages[name])
  }
  const { chair, secretary, siteA, siteB, observer } = pages

  await test.step('the secretary offers a language and appoints two interpreters', async () => {
    await openPanel(secretary, 'Phiên dịch')
    await secretary.getByRole('combobox', { name: 'Thêm ngôn ngữ' }).selectOption('Tiếng Anh')
    const interpreters = secretary.getByRole('combobox', { name: 'Chọn người phiên dịch sang tiếng Anh' })
    await interpreters.selectOption(names.observer)
    await interpreters.selectOption(names.siteA)
    await hasNoFault(secretary, 'the setting up of interpretation')
    await expect(observer.getByText('Ông/bà là người phiên dịch.')).toBeVisible()
    await expect(siteA.getByText('Ông/bà là người phiên dịch.')).toBeVisible()
  })

  await test.step('a listener on a phone chooses the language, and hears the original until somebody interprets', async () => {
    await expect(siteB.getByText('Phiên này có phiên dịch sang tiếng Anh.')).toBeVisible()
    await siteB.getByRole('button', { name: 'Chọn ngôn ngữ nghe' }).click()
    await siteB.getByRole('radio', { name: /^Tiếng Anh/ }).check()
    await siteB.getByRole('button', { name: 'Đóng' }).click()
    await expect(siteB.getByText('Chưa ai dịch sang tiếng Anh')).toBeVisible()
    await hearsMore(siteB, id('chair'))
    expect(await loudness(siteB, 'chair')).toBe(1)
  })

  await test.step('an observer interprets: only the listener hears it, with the original at lower volume', async () => {
    await observer.getByRole('button', { name: 'Dịch sang tiếng Anh' }).click()
    await expect(observer.getByText('Ông/bà đang phiên dịch sang tiếng Anh')).toBeVisible()
    await expect(siteB.getByText('Đang nghe tiếng Anh')).toBeVisible()
    await hearsMore(siteB, id('observer'))
    expect(await loudness(siteB, 'observer')).toBe(1)
    expect(await loudness(siteB, 'chair')).toBe(0.2)
    for (const page of [chair, secretary, siteA]) {
      expect((await audioPackets(page))[id('observer')]).toBeUndefined()
      expect(await loudness(page, page === chair ? 'secretary' : 'chair')).toBe(1)
    }
    await hasNoFault(observer, 'the screen of an interpreter')
    await hearsMore(observer, id('chair'))
  })

  await test.step('the listener raises the volume of the original; language and volume are kept after a reload', async () => {
    await siteB.getByRole('button', { name: 'Đổi', exact: true }).click()
    await siteB.getByRole('slider', { name: 'Độ to của tiếng gốc' }).press('ArrowRight')
    expect(await loudness(siteB, 'chair')).toBe(0.3)
    await hasNoFault(siteB, 'the choice of a language on a phone')
    await siteB.reload()
    await goIn(siteB)
    await isInside(siteB)
    await hearsMore(siteB, id('observer'))
    expect(await loudness(siteB, 'chair')).toBe(0.3)
  })

  await test.step('while the interpreter is muted, listeners hear the original at full volume', async () => {
    await observer.getByRole('button', { name: 'Micro bật' }).click()
    await expect(observer.getByText('Micro của ông/bà đang tắt')).toBeVisible()
    await expect(siteB.getByText('Chưa ai dịch sang tiếng Anh')).toBeVisible()
    expect(await loudness(siteB, 'chair')).toBe(1)
    await observer.getByRole('button', { name: 'Bật micro' }).click()
    await expect.poll(() => loudness(siteB, 'chair')).toBe(0.3)
  })

  await test.step('the partner is asked to take over, and is heard instead', async () => {
    await observer.getByRole('button', { name: 'Đề nghị thay' }).click()
    await expect(siteA.getByText(`${names.observer} đề nghị ông/bà dịch thay sang tiếng Anh.`)).toBeVisible()
    await siteA.getByRole('button', { name: 'Tôi dịch thay' }).click()
    await hearsMore(siteB, id('siteA'))
    await expect(observer.getByText('Ông/bà đã dừng phiên dịch. Micro đã tắt.')).toBeVisible()
    await hearsNoMore(siteB, id('observer'), id('siteA'))
    expect((await audioPackets(chair))[id('siteA')]).toBeUndefined()
  })

  await test.step('after interpretation stops, the listener hears the original, and the minutes list the interpreters', async () => {
    await siteA.getByRole('button', { name: 'Dừng phiên dịch' }).click()
    await expect(siteB.getByText('Chưa ai dịch sang tiếng Anh')).toBeVisible()
    expect(await loudness(siteB, 'chair')).toBe(1)
    const text = (await pdfText(await paper(request, server, 'minutes.pdf'))).replaceAll(/\s+/g, ' ')
    expect(text).toMatch(new RegExp(`${names.observer}, .*phiên dịch sang tiếng Anh đến \\d\\d giờ \\d\\d`))
    expect(text).toMatch(/Người phiên dịch/)
  })
})
