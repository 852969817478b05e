// What participants notice when a media worker, the server or Redis is killed: a short interruption without loss of
// data.
import { type Browser, expect, type Page, test } from '@playwright/test'
import { everybodyLeaves } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { goIn, isInside, names, openPage, openPanel, paper, participantOf, seesMoving } from '../harness/hearing.ts'
import { pdfText } from '../harness/papers.ts'
import { signalChild } from '../harness/processes.ts'

let server: DemoServer
let secretary: Page
let siteA: Page
const id = (name: 'secretary' | 'siteA') => participantOf(server, name)

test.beforeEach(async ({ browser }) => {
  server = await DemoServer.start()
  secretary = await inside(browser, server.link('secretary'))
  siteA = await inside(browser, server.link('siteA'))
  await seesMoving(secretary, [id('siteA')])
  await seesMoving(siteA, [id('secretary')])
})
test.afterEach(async ({ browser }) => {
  await everybodyLeaves(browser)
  await server.close()
})

async function inside(browser: Browser, link: string): Promise<Page> {
  const page = await openPage(browser, link)
  await goIn(page)
  await isInside(page)
  return page
}

const textOfEntry = () => secretary.getByRole('textbox', { name: 'Nội dung' }).first()

async function writeDecision(text: string): Promise<void> {
  await openPanel(secretary, 'Biên bản')
  await secretary.getByText('Kết luận', { exact: true }).first().click()
  await textOfEntry().fill(text)
  await secretary.getByRole('button', { name: 'Ghi vào biên bản' }).click()
}

test('after a media worker is killed, pictures return without user action', async () => {
  // A new consumer gets a new element, so the first moving one without the mark is the picture that has come back.
  const pictures = '[data-participant] video:not([data-mirrored])'
  await secretary.evaluate((selector) => {
    for (const video of document.querySelectorAll(selector)) video.setAttribute('data-before', '')
  }, pictures)
  signalChild(server.pid, 'mediasoup-worker', 'SIGKILL')
  await secretary.waitForFunction(
    (selector) => [...document.querySelectorAll<HTMLVideoElement>(selector)].some(({ currentTime }) => currentTime > 0),
    `${pictures}:not([data-before])`,
    { polling: 50 },
  )
  await seesMoving(siteA, [id('secretary')])
  await expect(secretary.getByText('Trang đang tự kết nối lại')).toBeHidden()
})

test('after the server is killed and restarted, the session continues, browsers reconnect, and the journal is complete', async ({
  request,
}) => {
  await writeDecision('Kết luận trước khi máy chủ dừng.')
  await expect(siteA.getByRole('toolbar')).toBeVisible()
  await expect(textOfEntry()).toHaveValue('')
  await server.kill()
  await expect(secretary.getByText('Trang đang tự kết nối lại').first()).toBeVisible()
  await server.startAgain()
  await expect(secretary.getByText('Trang đang tự kết nối lại')).toBeHidden()
  await seesMoving(secretary, [id('siteA')])
  await seesMoving(siteA, [id('secretary')])
  await writeDecision('Kết luận sau khi máy chủ trở lại.')
  await expect(secretary.getByText('Kết luận sau khi máy chủ trở lại.').first()).toBeVisible()
  const text = (await pdfText(await paper(request, server, 'minutes.pdf'))).replaceAll(/\s+/g, ' ')
  expect(text).toContain('Kết luận trước khi máy chủ dừng.')
  expect(text).toContain('Kết luận sau khi máy chủ trở lại.')
  const attendance = (await paper(request, server, 'attendance.csv')).toString()
  expect(attendance.split('\n').filter((line) => line.includes(names.siteA))).toHaveLength(2)
})

test('while Redis hangs, media continues and a command is rejected with a message; after a restart it works again', async () => {
  const text = 'Kết luận viết lúc cơ sở dữ liệu dừng.'
  signalChild(server.pid, 'redis-server', 'SIGSTOP')
  await writeDecision(text)
  await expect(secretary.getByText('Máy chủ tạm thời ').first()).toBeVisible()
  // What was typed is still there.
  await expect(textOfEntry()).toHaveValue(text)
  await seesMoving(secretary, [id('siteA')])
  await seesMoving(siteA, [id('secretary')])
  signalChild(server.pid, 'redis-server', 'SIGKILL')
  await expect(async () => {
    if ((await textOfEntry().inputValue()) !== '')
      await secretary.getByRole('button', { name: 'Ghi vào biên bản' }).click({ timeout: 1000 })
    await expect(textOfEntry()).toHaveValue('', { timeout: 2000 })
  }).toPass()
  await openPanel(siteA, 'Biên bản')
  await expect(siteA.getByText(text)).toHaveCount(1)
})
