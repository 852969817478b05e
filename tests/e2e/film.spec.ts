// The film of a short real session beside its minutes: playing from a line, search, omissions, viewing rights and the
// list of viewings.
import { expect, type Page, test } from '@playwright/test'
import type { Film } from '../../shared/wire/hearing/film.ts'
import type { MinutesText } from '../../shared/wire/hearing/minutes-text.ts'
import type { ScheduledSession } from '../../shared/wire/hearing/sessions.ts'
import { hasNoFault } from '../harness/accessibility.ts'
import { everybodyLeaves, newPerson } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { goIn, isInside, openPage, openPanel } from '../harness/hearing.ts'
import { aSession } from '../harness/http.ts'
import { becomesAdministrator, signsIn } from '../harness/office.ts'

// ffmpeg takes its turn behind everything else on the machine.
const makingMs = 200_000
const first = 'Buổi chiều bắt đầu lúc 14 giờ.'
const second = 'Đề nghị các điểm cầu tắt loa ngoài.'

let server: Awaited<ReturnType<typeof DemoServer.startEmpty>>
test.setTimeout(2 * makingMs)
test.beforeAll(async () => {
  server = await DemoServer.startEmpty()
})
test.afterEach(({ browser }) => everybodyLeaves(browser))
test.afterAll(() => server.close())

async function announces(chair: Page, words: string) {
  await chair.getByRole('textbox', { name: 'Thông báo cho cả phòng' }).fill(words)
  await chair.getByRole('button', { name: 'Đăng thông báo' }).click()
  await chair.getByRole('button', { name: 'Gỡ xuống' }).click()
}

/** So much of the meeting goes by. */
const passes = (page: Page, ms: number) => page.evaluate((time) => new Promise((done) => setTimeout(done, time)), ms)

const at = (page: Page) => page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime)
const isPaused = (page: Page) => page.locator('video').evaluate((video: HTMLVideoElement) => video.paused)

/** Where the film stands when it has gone where the press leads. */
async function landsAfter(page: Page, press: () => Promise<void>): Promise<number> {
  const landed = page
    .locator('video')
    .evaluate(
      (video: HTMLVideoElement) =>
        new Promise<number>((tell) => video.addEventListener('seeked', () => tell(video.currentTime), { once: true })),
    )
  await press()
  return landed
}

test('a session is recorded, made into a film, and viewed beside its minutes by permitted accounts', async ({
  browser,
}) => {
  const office = await (await newPerson(browser)).newPage()
  await becomesAdministrator(office, server.setUpUrl)
  const { origin } = new URL(server.setUpUrl)
  const post = (path: string, data: object = {}) => office.request.post(`${origin}/api/sessions${path}`, { data })
  const { sessionId, participants }: ScheduledSession = await (await post('', aSession())).json()
  const get = async <T>(path: string): Promise<T> =>
    (await office.request.get(`${origin}/api/sessions/${sessionId}/${path}`)).json()

  await test.step('a chair speaks, suspends and resumes the session', async () => {
    const link = participants.find(({ role }) => role === 'chair')?.link ?? ''
    const chair = await openPage(browser, link)
    await goIn(chair)
    await isInside(chair)
    await post(`/${sessionId}/open`)
    await openPanel(chair, 'Điều hành')
    await chair.getByRole('button', { name: 'Ghi trên máy chủ' }).click()
    await expect(chair.getByRole('banner').getByText('Đang ghi hình', { exact: true })).toBeVisible()
    await passes(chair, 4000)
    await announces(chair, first)
    await passes(chair, 3000)
    await chair.getByRole('button', { name: 'Tạm dừng', exact: true }).click()
    await chair.getByRole('textbox', { name: 'Lý do' }).fill('Nghỉ giữa giờ')
    await chair.getByRole('dialog').getByRole('button', { name: 'Tạm dừng', exact: true }).click()
    await passes(chair, 2000)
    await chair.getByRole('button', { name: 'Tiếp tục phiên' }).click()
    await passes(chair, 4000)
    await announces(chair, second)
    await passes(chair, 2000)
    // Asked for in the same moment as the session is closed: the last words are in it.
    await post(`/${sessionId}/close`)
    expect((await post(`/${sessionId}/film`)).status()).toBe(202)
    await chair.context().close()
  })

  await test.step('the page of the session shows the progress and then the film', async () => {
    await office.goto(`${origin}/staff/sessions/${sessionId}`)
    await office.getByRole('link', { name: 'Xem phim và biên bản' }).click()
    await expect(office.getByRole('slider', { name: 'Vị trí trong phim' })).toBeVisible({ timeout: makingMs })
  })
  const film = await get<Film & { state: 'done' }>('film')
  const minutes = await get<MinutesText>('minutes')
  const saidAt = (words: string) =>
    minutes.sections.flatMap(({ lines }) => lines).find(({ clause }) => clause.includes(words))?.at ?? 0
  const [before, behind] = film.spans
  if (!before || !behind) throw new Error(`the film has ${film.spans.length} stretches`)
  const list = office.getByRole('region', { name: 'Biên bản' })
  const line = (words: string) => list.getByRole('button', { name: words })

  await test.step('the film ends with the session and omits the suspension', async () => {
    expect(film.omissions.filter(({ why }) => why === 'suspended')).toHaveLength(1)
    expect(film.durationMs).toBeGreaterThan(saidAt(second) - behind.from + before.until - before.from + 1000)
    const shown = await office.locator('video').evaluate((video: HTMLVideoElement) => video.duration)
    expect(Math.abs(shown - film.durationMs / 1000)).toBeLessThan(0.2)
  })

  await test.step('clicking a line of the minutes plays that moment', async () => {
    const landed = await landsAfter(office, () => line(first).click())
    expect(Math.abs(landed - (saidAt(first) - before.from) / 1000)).toBeLessThan(0.5)
    await expect.poll(() => isPaused(office)).toBe(false)
    await expect(line(first)).toHaveAttribute('aria-current', 'true')
    const again = await landsAfter(office, () => line(second).click())
    const beyondThePause = (before.until - before.from + saidAt(second) - behind.from) / 1000
    expect(Math.abs(again - beyondThePause)).toBeLessThan(0.5)
  })

  await test.step('a line without film shows the reason and a link to where the film continues', async () => {
    await line('Nghỉ giữa giờ').click()
    await expect(list.getByText('không có trong phim: phiên tạm dừng')).toBeVisible()
    const goesOn = list.getByRole('button', { name: 'Xem từ chỗ phim tiếp tục' })
    const landed = await landsAfter(office, () => goesOn.click())
    expect(Math.abs(landed - behind.startMs / 1000)).toBeLessThan(0.5)
  })

  await test.step('the usual keys of video players work', async () => {
    const player = office.getByRole('region', { name: /^Phim của phiên/ })
    await expect.poll(() => isPaused(office)).toBe(false)
    await list.getByRole('heading', { name: 'Biên bản' }).click()
    await office.keyboard.press('Space')
    await expect.poll(() => isPaused(office)).toBe(true)
    const stood = await at(office)
    await office.keyboard.press('ArrowLeft')
    expect(await at(office)).toBeCloseTo(Math.max(0, stood - 10), 1)
    await office.keyboard.press('ArrowRight')
    expect(await at(office)).toBeCloseTo(Math.max(0, stood - 10) + 10, 1)
    await player.getByRole('slider').focus()
    await office.keyboard.press('>')
    await expect(player.getByRole('combobox', { name: 'Tốc độ phát' })).toHaveValue('1.25')
    await office.keyboard.press('m')
    await expect(player.getByRole('button', { name: 'Bật tiếng' })).toBeVisible()
    await player.getByRole('button', { name: 'Chỉ nghe tiếng' }).click()
    await expect(player.locator('video')).toHaveAttribute('src', /sound\.m4a/)
    await player.getByRole('button', { name: 'Chỉ nghe tiếng' }).click()
    await expect(player.getByText('Trần Thị Lan (lan.tran)')).toBeVisible()
  })

  await test.step('the minutes are searched with and without diacritics', async () => {
    const search = list.getByRole('textbox', { name: 'Tìm trong biên bản' })
    for (const typed of ['buoi chieu', 'Buổi chiều']) {
      await search.fill(typed)
      await expect(list.getByText('1 dòng', { exact: true })).toBeVisible()
      await expect(line(first)).toBeVisible()
      await expect(line(second)).toHaveCount(0)
    }
    await search.fill('')
  })

  await test.step('an account without permission sees whom to ask, and all film routes answer 403', async () => {
    const officer = await signsIn(browser, office, { username: 'binh.le', displayName: 'Lê Thanh Bình' })
    await officer.goto(`${origin}/staff/sessions/${sessionId}/film`)
    await expect(officer.getByText('Xin hỏi quản trị viên: Trần Thị Lan.')).toBeVisible()
    for (const path of ['film.mp4', 'sound.m4a', 'film/copy', 'film/peaks'])
      expect((await officer.request.get(`${origin}/api/sessions/${sessionId}/${path}`)).status(), path).toBe(403)
    await hasNoFault(officer, 'a film that one may not look at')

    await office.goto(`${origin}/staff/sessions/${sessionId}`)
    await office.getByRole('button', { name: 'Cho thêm người xem' }).click()
    const naming = office.getByRole('dialog', { name: 'Cho thêm người xem' })
    await naming.getByRole('button', { name: 'Cho phép xem' }).click()
    await expect(naming.getByText('Hãy điền mục này.')).toHaveCount(2)
    await office.getByRole('combobox', { name: 'Tài khoản' }).click()
    await office.getByRole('option', { name: 'Lê Thanh Bình (binh.le)' }).click()
    await office.getByRole('textbox', { name: 'Lý do' }).fill('Soạn thông báo kết luận')
    await office.getByRole('button', { name: 'Cho phép xem' }).click()
    await expect(office.getByText('Lý do: Soạn thông báo kết luận', { exact: true })).toBeVisible()
    await officer.reload()
    await expect(officer.getByRole('slider', { name: 'Vị trí trong phim' })).toBeVisible()
    await expect(officer.getByRole('link', { name: 'Tải bản sao' })).toHaveCount(0)
    await expect
      .poll(() => officer.locator('video').evaluate((video: HTMLVideoElement) => video.readyState))
      .toBeGreaterThan(0)
  })

  await test.step('the page of the session lists each viewing', async () => {
    const looks = office.getByRole('list', { name: 'Ai đã xem' })
    await office.reload()
    await expect(looks.getByRole('listitem')).toHaveText([
      /Lê Thanh Bình xem phim/,
      /Trần Thị Lan nghe tiếng/,
      /Trần Thị Lan xem phim/,
    ])
    await hasNoFault(office, 'the page of a session with a film')
  })

  await test.step('a downloaded copy carries the name of the account', async () => {
    const [download] = await Promise.all([
      office.waitForEvent('download'),
      office
        .goto(`${origin}/staff/sessions/${sessionId}/film`)
        .then(() => office.getByRole('link', { name: 'Tải bản sao' }).click()),
    ])
    expect(download.suggestedFilename()).toMatch(/^Phim ghi hình - .*\.mp4$/)
    expect(await download.failure()).toBeNull()
    await hasNoFault(office, 'the film and its minutes')
  })

  await test.step('on a phone the film stays visible above the minutes', async () => {
    await office.setViewportSize({ width: 390, height: 844 })
    await line(second).scrollIntoViewIfNeeded()
    await expect(office.getByRole('slider', { name: 'Vị trí trong phim' })).toBeInViewport()
    // A line that is half behind the film would be found too small to press: it scrolls.
    await office.evaluate(() => window.scrollTo(0, 0))
    await hasNoFault(office, 'the film on a phone')
  })
})
