// A citizen photographs two pages with a phone; the officer gets them rectified as one PDF and puts it on the receipt.
import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { hasNoFault } from '../harness/accessibility.ts'
import { everybodyLeaves, newPerson } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { admit, goIn, isInside, openPage, openPanel } from '../harness/hearing.ts'
import { booksReception } from '../harness/office.ts'
import { aPhotograph, placeOfPhotograph } from '../harness/photographs.ts'

let server: Awaited<ReturnType<typeof DemoServer.startEmpty>>
test.beforeAll(async () => {
  server = await DemoServer.startEmpty()
})
test.afterEach(({ browser }) => everybodyLeaves(browser))
test.afterAll(() => server.close())

const citizenName = 'Ngô Văn Phúc'
const paperName = 'Quyết định thu hồi đất'

const photographs = async (page: Page, words: string) => ({
  name: 'IMG_0001.jpg',
  mimeType: 'image/jpeg',
  buffer: await aPhotograph(page, words),
})

test('papers are photographed on a phone and sent', async ({ browser }) => {
  const { link } = await booksReception(browser, server.setUpUrl, { title: 'Tiếp công dân', citizen: citizenName })
  const [secretary, citizen] = await Promise.all([
    openPage(browser, link('secretary')),
    openPage(browser, link('citizen'), { isPhone: true }),
  ])
  await Promise.all([goIn(secretary), goIn(citizen)])
  await isInside(secretary)
  await admit(secretary, citizenName)
  await isInside(citizen)

  await test.step('the corners of the first page are detected, and one is moved by keyboard', async () => {
    await openPanel(citizen, 'Nộp giấy tờ')
    await citizen.getByRole('button', { name: 'Chụp giấy tờ' }).click()
    await citizen.getByLabel('Chụp trang giấy').setInputFiles(await photographs(citizen, 'Trang một'))
    await expect(citizen.getByText('Khung xanh đã khớp với tờ giấy chưa?')).toBeVisible()
    const corner = citizen.getByRole('button', { name: 'Góc trên bên trái' })
    const before = await corner.boundingBox()
    await corner.press('Shift+ArrowLeft')
    await expect.poll(async () => ((await corner.boundingBox())?.x ?? 0) - (before?.x ?? 0)).toBeLessThan(-5)
    await corner.press('Shift+ArrowRight')
    await hasNoFault(citizen, 'the corners of a page on a phone')
    await citizen.getByRole('button', { name: 'Dùng trang này' }).click()
    await expect(citizen.getByRole('img', { name: 'Trang 1' })).toBeVisible()
  })

  await test.step('a second page is added, rotated and reordered', async () => {
    await citizen.getByLabel('Chụp thêm trang').setInputFiles(await photographs(citizen, 'Trang hai'))
    await citizen.getByRole('button', { name: 'Dùng trang này' }).click()
    const second = citizen.getByRole('img', { name: 'Trang 2' })
    const isUpright = () => second.evaluate((image: HTMLImageElement) => image.naturalHeight > image.naturalWidth)
    await expect.poll(isUpright).toBe(true)
    await citizen.getByRole('button', { name: 'Xoay trang 2 sang phải' }).click()
    await expect.poll(isUpright).toBe(false)
    await citizen.getByRole('button', { name: 'Đưa trang 2 lên trước' }).click()
    await citizen.getByRole('textbox', { name: 'Đây là giấy tờ gì?' }).fill(paperName)
    await hasNoFault(citizen, 'the pages of a paper on a phone')
    await citizen.getByRole('button', { name: 'Xong, gửi cho cán bộ (2 trang)' }).click()
    await expect(citizen.getByText(/^2 trang · gửi lúc/)).toBeVisible()
  })

  await test.step('the officer sees a two-page PDF at once, without location metadata', async () => {
    await openPanel(secretary, 'Nộp giấy tờ')
    await expect(secretary.getByText(/^2 trang · gửi lúc/)).toBeVisible()
    const [download] = await Promise.all([
      secretary.waitForEvent('download'),
      secretary.getByRole('button', { name: `Tải về: ${paperName}` }).click(),
    ])
    expect(download.suggestedFilename()).toBe(`${paperName}.pdf`)
    const pdf = await readFile(await download.path(), 'latin1')
    expect(pdf).toContain('DCTDecode')
    expect(pdf).not.toContain('Exif')
    expect(pdf).not.toContain(placeOfPhotograph)
    await secretary.getByRole('button', { name: `Xem: ${paperName}` }).click()
    await expect(secretary.getByRole('dialog').locator('canvas').first()).toBeVisible()
    await secretary.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click()
  })

  await test.step('after the officer has listed it, the citizen can no longer take it back', async () => {
    await expect(citizen.getByRole('button', { name: `Rút lại: ${paperName}` })).toBeVisible()
    await secretary.getByRole('button', { name: `Ghi vào danh sách: ${paperName}` }).click()
    await expect(secretary.getByRole('textbox', { name: 'Tên giấy tờ' })).toHaveValue(paperName)
    await secretary.getByRole('button', { name: 'Thêm vào danh sách' }).click()
    await expect(secretary.getByText('2 trang · Bản photo')).toBeVisible()
    await expect(secretary.getByRole('button', { name: 'Lập giấy biên nhận (1)' })).toBeVisible()
    await expect(citizen.getByText('Cán bộ đã nhận')).toBeVisible()
    await expect(citizen.getByRole('button', { name: `Rút lại: ${paperName}` })).toHaveCount(0)
  })
})

test('a paper is captured with the document camera of a desk, and attached to a petition', async ({ browser }) => {
  const desk = await (await newPerson(browser)).newPage()
  await desk.goto(new URL('/petition', server.setUpUrl).href)
  await desk.getByRole('button', { name: 'Chụp giấy tờ' }).click()
  await desk.getByRole('button', { name: 'Dùng máy chụp tài liệu ở bàn' }).click()
  const picture = desk.getByLabel('Hình từ máy chụp tài liệu')
  await expect.poll(() => picture.evaluate((video: HTMLVideoElement) => video.videoWidth)).toBeGreaterThan(0)
  await hasNoFault(desk, 'the document camera')
  await desk.getByRole('button', { name: 'Chụp trang này' }).click()
  await desk.getByRole('button', { name: 'Lấy cả ảnh' }).click()
  await desk.getByRole('button', { name: 'Dùng trang này' }).click()
  // The camera is still there for the next page.
  await expect(desk.getByRole('button', { name: 'Chụp trang này' })).toBeVisible()
  await desk.getByRole('button', { name: 'Quay lại' }).click()
  await desk.getByRole('button', { name: 'Xong, đính kèm (1 trang)' }).click()
  await expect(desk.getByText('Giấy tờ đã chụp.pdf')).toBeVisible()
})
