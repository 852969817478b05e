// A sign language interpreter in real browsers: pinned and large on every screen, also on a phone; a second one takes over.
import { expect, type Page, test } from '@playwright/test'
import { hasNoFault } from '../harness/accessibility.ts'
import { everybodyLeaves } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { admit, goIn, isInside, names, openPage, openPanel, paper } from '../harness/hearing.ts'
import { pdfText } from '../harness/papers.ts'

let server: DemoServer
const pages = {} as Record<'secretary' | 'siteA' | 'siteB' | 'observer', Page>

test.beforeAll(async () => {
  server = await DemoServer.start()
})
test.afterEach(({ browser }) => everybodyLeaves(browser))
test.afterAll(() => server.close())

test('sign language from the appointment to the minutes', async ({ browser, request }) => {
  for (const name of ['secretary', 'siteA', 'siteB', 'observer'] as const) {
    pages[name] = await openPage(browser, server.link(name), { isPhone: name === 'siteB' })
    await goIn(pages[name])
    if (name === 'observer') await admit(pages.secretary, names.observer)
    await isInside(pages[name])
  }
  const { secretary, siteA, siteB, observer } = pages
  const signs = (page: Page) => page.getByRole('complementary', { name: 'Phiên dịch ngôn ngữ ký hiệu' })

  await test.step('a sign language interpreter is pinned and large on every screen, also beside a wall of pictures', async () => {
    await openPanel(secretary, 'Ngôn ngữ ký hiệu')
    await secretary
      .getByRole('combobox', { name: 'Chọn người phiên dịch ngôn ngữ ký hiệu' })
      .selectOption(names.observer)
    await expect(observer.getByText('camera đang tắt')).toBeVisible()
    await hasNoFault(secretary, 'the choice of a sign language interpreter')
    await observer.getByRole('button', { name: 'Bật camera' }).click()
    await expect(observer.getByText('Mọi người luôn thấy hình của ông/bà.')).toBeVisible()
    for (const page of [siteA, siteB, observer]) {
      const video = signs(page).locator('video')
      await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.videoWidth)).toBeGreaterThan(0)
      const box = await signs(page).boundingBox()
      expect(Math.min(box?.width ?? 0, ((box?.height ?? 0) * 4) / 3)).toBeGreaterThan(page === siteB ? 200 : 270)
    }
    await hasNoFault(observer, 'the screen of a sign language interpreter')
    await hasNoFault(siteB, 'the signs on a phone')
  })

  await test.step('a second one takes over; without any, nothing is pinned', async () => {
    await secretary.getByRole('combobox', { name: 'Chọn người phiên dịch ngôn ngữ ký hiệu' }).selectOption(names.siteA)
    await siteA.getByRole('button', { name: 'Tôi phiên dịch thay' }).click()
    await expect(
      signs(siteB).getByRole('figure', { name: new RegExp(`${names.siteA}, Phiên dịch ngôn ngữ ký hiệu`) }),
    ).toBeVisible()
    await expect(observer.getByText(`${names.siteA} đang phiên dịch ngôn ngữ ký hiệu.`)).toBeVisible()
    for (const name of [names.siteA, names.observer])
      await secretary.getByRole('button', { name: `Thôi phân công ${name}` }).click()
    await expect(signs(siteB)).toBeHidden()
  })

  await test.step('the minutes list who interpreted in sign language', async () => {
    const text = (await pdfText(await paper(request, server, 'minutes.pdf'))).replaceAll(/\s+/g, ' ')
    expect(text).toMatch(/Người phiên dịch/)
    expect(text).toMatch(new RegExp(`${names.siteA}, .*ngôn ngữ ký hiệu`))
  })
})
