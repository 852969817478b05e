// A site on a very weak line is told so, can switch off received pictures, and on again.
import { expect, type Page, test } from '@playwright/test'
import { hasNoFault } from '../harness/accessibility.ts'
import { everybodyLeaves } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { goIn, isInside, openPage, participantOf, seesMoving } from '../harness/hearing.ts'

let server: DemoServer
test.beforeAll(async () => {
  server = await DemoServer.start()
})
test.afterEach(({ browser }) => everybodyLeaves(browser))
test.afterAll(() => server.close())

/** From now on the browser measures a round trip of a second and a half. */
const weaken = (page: Page) =>
  page.evaluate(() => {
    const measure = RTCPeerConnection.prototype.getStats
    RTCPeerConnection.prototype.getStats = async function (this: RTCPeerConnection, ...selector: []) {
      const slow = (row: object) => ('currentRoundTripTime' in row ? { ...row, currentRoundTripTime: 1.5 } : row)
      return new Map([...(await measure.apply(this, selector))].map(([id, row]) => [id, slow(row)]))
    } as typeof measure
  })

test('a site with a very weak line is offered to switch off received pictures', async ({ browser }) => {
  const chair = await openPage(browser, server.link('chair'))
  const site = await openPage(browser, server.link('siteB'), { isPhone: true })
  for (const page of [chair, site]) {
    await goIn(page)
    await isInside(page)
  }
  await seesMoving(site, [participantOf(server, 'chair')])
  const sign = site.getByTitle('Đường truyền')
  await expect(sign).toHaveAccessibleName('Đường truyền tốt')

  await weaken(site)
  const offer = site.getByRole('status', { name: 'Đường truyền của ông/bà' })
  await expect(offer).toContainText('rất yếu')
  await expect(sign).toHaveAccessibleName('Đường truyền rất yếu')
  await hasNoFault(site, 'the offer')
  await offer.getByRole('button', { name: 'Chỉ nghe' }).click()
  const picture = site.locator(`[data-participant="${participantOf(server, 'chair')}"] video`)
  await expect(picture).toHaveCount(0)
  await expect(offer).toContainText('đang chỉ nghe')

  await offer.getByRole('button', { name: 'Nhận lại hình' }).click()
  await seesMoving(site, [participantOf(server, 'chair')])
})
