// Typed captions in real browsers: a captioner types, a participant reads on a phone, another captioner takes over, and
// the secretary copies a line to the minutes.
import { expect, type Page, test } from '@playwright/test'
import { hasNoFault } from '../harness/accessibility.ts'
import { everybodyLeaves } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { admit, goIn, isInside, names, openPage, openPanel, paper } from '../harness/hearing.ts'

let server: DemoServer
const pages = {} as Record<'secretary' | 'citizen' | 'observer', Page>

test.beforeAll(async () => {
  server = await DemoServer.start()
})
test.afterEach(({ browser }) => everybodyLeaves(browser))
test.afterAll(() => server.close())

test('typed captions from appointment to transcript', async ({ browser, request }) => {
  for (const name of ['secretary', 'observer', 'citizen'] as const) {
    pages[name] = await openPage(browser, server.link(name), { isPhone: name === 'citizen' })
    await goIn(pages[name])
    if (name !== 'secretary') await admit(pages.secretary, names[name])
    await isInside(pages[name])
  }
  const { secretary, citizen, observer } = pages
  const strip = citizen.getByRole('region', { name: 'Phụ đề' })
  const box = observer.getByRole('textbox', { name: 'Gõ lời đang nói' })

  await test.step('the secretary appoints a captioner, who gets the text box at once', async () => {
    await openPanel(secretary, 'Phụ đề')
    await secretary.getByRole('combobox', { name: 'Chọn người ghi phụ đề' }).selectOption(names.observer)
    await expect(box).toBeVisible()
    await hasNoFault(secretary, 'the panel of captions')
    await hasNoFault(observer, 'the box of a captioner')
  })

  await test.step('typing starts the captions; on the phone one button shows them', async () => {
    await box.pressSequentially('Kính thưa')
    await citizen.getByRole('button', { name: 'Bật phụ đề' }).click()
    await box.pressSequentially(' các đồng chí')
    await expect(strip).toContainText('Kính thưa các đồng chí')
    await expect(strip.locator('[aria-live]')).toHaveAttribute('aria-live', 'off')
    await hasNoFault(citizen, 'captions on a phone')
  })

  await test.step('a finished line shows the speaker that the captioner chose with an arrow key', async () => {
    await box.press('ArrowDown')
    const speaker = observer.getByRole('combobox', { name: 'Người nói' })
    const name = await speaker.evaluate((list: HTMLSelectElement) => list.selectedOptions[0]?.textContent)
    expect(Object.values(names)).toContain(name)
    await box.press('Enter')
    await expect(box).toHaveValue('')
    await expect(strip).toContainText(`${name}: Kính thưa các đồng chí`)
    await box.fill('Tôi xin trình bày về thửa đất số 12')
    await box.press('Enter')
    await expect(strip).toContainText('thửa đất số 12')
  })

  await test.step('size and position are changed with one touch each, and kept after a reload', async () => {
    await strip.getByRole('button', { name: 'Chữ phụ đề to hơn' }).click()
    await strip.getByRole('button', { name: 'Đưa phụ đề lên trên hình' }).click()
    await citizen.reload()
    await goIn(citizen)
    await isInside(citizen)
    await box.fill('Máy của tôi vừa tắt')
    await expect(strip).toContainText('Máy của tôi vừa tắt')
    await expect(strip).toHaveAttribute('data-size', 'larger')
    await expect(strip.getByRole('button', { name: 'Đưa phụ đề xuống dưới hình' })).toBeVisible()
    await box.press('Escape')
    await expect(strip).not.toContainText('Máy của tôi vừa tắt')
  })

  await test.step('on request the screen reader announces each finished line', async () => {
    await openPanel(citizen, 'Phụ đề')
    await citizen.getByRole('switch', { name: 'Trình đọc màn hình đọc từng dòng phụ đề' }).check()
    await hasNoFault(citizen, 'the choices of captions on a phone')
    await citizen.getByRole('button', { name: 'Đóng' }).click()
    await expect(strip.locator('[aria-live]')).toHaveAttribute('aria-live', 'polite')
  })

  await test.step('the secretary takes over from the captioner, and hands back', async () => {
    await secretary.getByRole('combobox', { name: 'Chọn người ghi phụ đề' }).selectOption(names.secretary)
    await expect(secretary.getByText(`${names.observer} đang ghi phụ đề.`)).toBeVisible()
    await secretary.getByRole('button', { name: 'Tôi ghi thay' }).click()
    await expect(observer.getByText(`${names.secretary} đang ghi phụ đề.`)).toBeVisible()
    await secretary.getByRole('textbox', { name: 'Gõ lời đang nói' }).fill('Đề nghị giữ trật tự')
    await secretary.getByRole('textbox', { name: 'Gõ lời đang nói' }).press('Enter')
    await expect(strip).toContainText('Đề nghị giữ trật tự')
    await observer.getByRole('button', { name: 'Tôi ghi thay' }).click()
    await expect(box).toBeEnabled()
  })

  await test.step('the transcript is a draft beside the minutes; one click copies a line to an entry', async () => {
    await openPanel(secretary, 'Biên bản')
    await secretary.getByText('Bản ghi lời', { exact: true }).click()
    await expect(secretary.getByText('Bản nháp, không phải biên bản')).toBeVisible()
    await expect(secretary.getByText('Đề nghị giữ trật tự', { exact: true })).toBeVisible()
    await secretary.getByRole('textbox', { name: 'Tìm trong bản ghi lời' }).fill('thua dat')
    await expect(secretary.getByText('Đề nghị giữ trật tự', { exact: true })).toBeHidden()
    await secretary.getByRole('button', { name: /^Đưa vào ghi chép: Tôi xin trình bày/ }).click()
    await hasNoFault(secretary, 'the transcript')
    await secretary.getByRole('button', { name: 'Xem mục đó' }).click()
    const text = secretary.getByRole('textbox', { name: 'Nội dung', exact: true })
    await expect(text).toHaveValue('Tôi xin trình bày về thửa đất số 12')
    await text.fill('Công dân trình bày về thửa đất số 12.')
    await secretary.getByRole('button', { name: 'Ghi vào biên bản' }).click()
    await expect(secretary.getByRole('list').getByText('Công dân trình bày về thửa đất số 12.')).toBeVisible()
  })

  await test.step('the transcript is downloaded, marked as a draft, and erased; the entry in the minutes stays', async () => {
    const saved = (await paper(request, server, 'transcript.txt')).toString()
    expect(saved).toContain('KHÔNG PHẢI BIÊN BẢN')
    expect(saved).toContain(`: Kính thưa các đồng chí`)
    expect((await paper(request, server, 'journal.jsonl')).toString()).not.toContain('Kính thưa các đồng chí')
    await secretary.getByText('Bản ghi lời', { exact: true }).click()
    await secretary.getByRole('button', { name: 'Tải về, xóa' }).click()
    await secretary.getByRole('menuitem', { name: 'Xóa bản ghi lời' }).click()
    await secretary.getByRole('dialog').getByRole('button', { name: 'Xóa bản ghi lời' }).click()
    await expect(secretary.getByText(/^Chưa có dòng nào/)).toBeVisible()
    await secretary.getByText('Ghi chép', { exact: true }).click()
    await expect(secretary.getByRole('list').getByText('Công dân trình bày về thửa đất số 12.')).toBeVisible()
  })
})
