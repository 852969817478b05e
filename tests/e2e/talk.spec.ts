// Announcement, reaction, recording notice, consultation and screen sharing in real browsers. The sound of a
// consultation reaches only its participants and is not in the recording.
import { expect, type Page, test } from '@playwright/test'
import { everybodyLeaves } from '../harness/browser.ts'
import { DemoServer, type LinkName } from '../harness/demo-server.ts'
import {
  audioPackets,
  framesDecoded,
  goIn,
  hearsMore,
  isInside,
  names,
  openPage,
  openPanel,
  participantOf,
  seesMoving,
} from '../harness/hearing.ts'
import { openFiles, pictureOf, recordedTracks, writtenBytes } from '../harness/recordings.ts'

let server: DemoServer
const pages = {} as Record<'chair' | 'secretary' | 'siteA' | 'siteB', Page>
const id = (name: LinkName) => participantOf(server, name)

test.beforeAll(async () => {
  server = await DemoServer.start()
})
test.afterEach(({ browser }) => everybodyLeaves(browser))
test.afterAll(() => server.close())

async function screenFrames(page: Page): Promise<number> {
  const { inbound } = await page.evaluate(() => window.diemcauStatistics?.() ?? { inbound: [], outbound: [] })
  return inbound.find(({ source }) => source === 'screen')?.framesDecoded ?? 0
}

const headOfFile = 4096

test('announcement, reaction, recording notice, consultation and screen sharing', async ({ browser }) => {
  for (const name of ['chair', 'secretary', 'siteA', 'siteB'] as const) {
    pages[name] = await openPage(browser, server.link(name), { isPhone: name === 'siteB', knowsOfRecording: false })
    await goIn(pages[name])
    await isInside(pages[name])
  }
  const { chair, secretary, siteA, siteB } = pages
  const aside = { from: 0, until: 0 }
  await openPanel(chair, 'Điều hành')

  await test.step('an announcement is shown to everybody until it is taken down', async () => {
    await openPanel(secretary, 'Điều hành')
    await secretary.getByRole('textbox', { name: 'Thông báo cho cả phòng' }).fill('Buổi chiều bắt đầu lúc 14 giờ.')
    await secretary.getByRole('button', { name: 'Đăng thông báo' }).click()
    for (const page of [chair, siteA, siteB])
      await expect(
        page.getByRole('region', { name: 'Thông báo', exact: true }).getByText('Buổi chiều bắt đầu'),
      ).toBeVisible()
    await secretary.getByRole('button', { name: 'Gỡ xuống' }).click()
    await expect(siteA.getByText('Buổi chiều bắt đầu')).toHaveCount(0)
  })

  await test.step('a reaction appears on its sender’s tile', async () => {
    await siteA.getByRole('button', { name: 'Biểu cảm' }).click()
    await siteA.getByRole('menuitem', { name: 'Không nghe rõ' }).click()
    const tile = chair.locator(`figure[data-participant="${id('siteA')}"]`).first()
    await expect(tile.getByText('Không nghe rõ')).toBeVisible()
    await expect(tile.getByText('Không nghe rõ')).toHaveCount(0)
  })

  await test.step('everybody acknowledges the recording; staff see who has not', async () => {
    await chair.getByRole('button', { name: 'Ghi trên máy chủ' }).click()
    await expect(chair.getByText('Chưa xác nhận:')).toBeVisible()
    for (const page of [secretary, siteA, siteB]) {
      await expect(page.getByRole('dialog').getByText('ghi âm, ghi hình phiên này')).toBeVisible()
      await page.getByRole('button', { name: 'Tôi đã biết' }).click()
      await expect(page.getByRole('banner').getByText('Đang ghi hình', { exact: true })).toBeVisible()
    }
    await expect(chair.getByText('4/4 người trong phòng đã xác nhận được báo')).toBeVisible()
  })

  await test.step('only its participants receive the sound and pictures of a consultation', async () => {
    await hearsMore(secretary, id('chair'))
    await openPanel(chair, 'Hội ý riêng')
    await chair.getByRole('checkbox', { name: names.chair }).check()
    await chair.getByRole('checkbox', { name: names.siteA }).check()
    await chair.getByRole('button', { name: 'Bắt đầu hội ý (2 người)' }).click()
    await expect(siteA.getByText('Chỉ những người này nghe và thấy ông/bà')).toBeVisible()
    aside.from = Date.now()
    await expect(siteB.getByText('Đang hội ý riêng:')).toBeVisible()
    await hearsMore(siteA, id('chair'))
    await hearsMore(chair, id('siteA'))
    await seesMoving(siteA, [id('chair')])
    for (const page of [secretary, siteB]) {
      expect((await audioPackets(page))[id('chair')]).toBeUndefined()
      expect((await audioPackets(page))[id('siteA')]).toBeUndefined()
      expect((await framesDecoded(page))[id('chair')]).toBeUndefined()
    }
    expect((await audioPackets(siteA))[id('secretary')]).toBeUndefined()
    aside.until = Date.now()
    await siteA.getByRole('button', { name: 'Trở lại phòng' }).click()
    await expect(siteB.getByText('Đang hội ý riêng:')).toHaveCount(0)
    await hearsMore(secretary, id('chair'))
    await seesMoving(siteB, [id('chair')])
  })

  await test.step('a permitted participant shares a screen, shown large to the others, until they stop', async () => {
    await openPanel(siteA, 'Trình chiếu')
    await siteA.getByRole('button', { name: 'Xin trình chiếu màn hình' }).click()
    await openPanel(chair, 'Trình chiếu')
    await chair.getByRole('button', { name: `Mời trình chiếu: ${names.siteA}`, exact: true }).click()
    await siteA.getByRole('button', { name: 'Chọn màn hình để chiếu' }).click()
    await expect(siteA.getByText('Mọi người đang xem màn hình của ông/bà')).toBeVisible()
    for (const page of [chair, siteB]) {
      await expect(page.locator(`figure[data-screen="${id('siteA')}"] video`)).toBeVisible()
      await expect.poll(async () => screenFrames(page)).toBeGreaterThan(2)
    }
    // More than the head of a file, which comes half a second before its first packets.
    await expect.poll(() => writtenBytes(server.directory, 'screen')).toBeGreaterThan(headOfFile)
    await siteA.getByRole('button', { name: 'Dừng trình chiếu' }).click()
    await expect(siteB.locator('figure[data-screen]')).toHaveCount(0)
  })

  await test.step('the recording contains the floor and the shared screen, and nothing of the consultation', async () => {
    await openPanel(chair, 'Điều hành')
    await chair.getByRole('button', { name: 'Kết thúc ghi' }).click()
    await expect(siteB.getByRole('banner').getByText('Đang ghi hình', { exact: true })).toHaveCount(0)
    await expect.poll(() => openFiles(server.directory), { timeout: 60_000 }).toEqual([])
    const tracks = await recordedTracks(server.directory)
    const packets = (name: LinkName, source: string) =>
      tracks
        .filter((track) => track.participantId === id(name) && track.source === source)
        .flatMap((track) => track.packets)
    for (const [name, source] of [
      ['chair', 'microphone'],
      ['chair', 'camera'],
      ['siteA', 'camera'],
    ] as const) {
      const times = packets(name, source)
      expect(times.filter((at) => at > aside.from && at < aside.until)).toEqual([])
      expect(times.some((at) => at < aside.from)).toBe(true)
      expect(times.some((at) => at > aside.until)).toBe(true)
    }
    expect(packets('siteB', 'camera').some((at) => at > aside.from && at < aside.until)).toBe(true)
    expect(packets('siteA', 'screen').length).toBeGreaterThan(0)
    const [file = ''] =
      tracks.find(({ participantId, source }) => participantId === id('siteB') && source === 'camera')?.files ?? []
    const { width, height, frames } = await pictureOf(file)
    expect(width / height).toBeGreaterThan(0.4)
    expect(frames).toBeGreaterThan(10)
  })
})
