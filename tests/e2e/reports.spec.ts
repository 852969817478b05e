// A monthly report: a figure opens its rows, missing data is completed there, and the exported file has the same
// figures.
import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import readXlsxFile from 'read-excel-file/node'
import { hasNoFault } from '../harness/accessibility.ts'
import { everybodyLeaves, fillDate, newPerson } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { becomesAdministrator } from '../harness/office.ts'

test.afterEach(({ browser }) => everybodyLeaves(browser))

const received = (office: Page, day: string, columns: object): Promise<void> =>
  office.evaluate(
    async ([on, written]) => {
      const answer = await fetch('/api/register', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ rowId: crypto.randomUUID(), day: on, columns: written }),
      })
      if (!answer.ok) throw new Error(await answer.text())
    },
    [day, columns] as const,
  )

const complete = { content: 'Bồi thường khi thu hồi đất', kind: 'complaint', people: 1, isOwn: true, isRepeat: false }

test('a monthly report is checked, corrected, exported and closed', async ({ browser }) => {
  const server = await DemoServer.startEmpty()
  try {
    const office = await (await newPerson(browser)).newPage()
    await becomesAdministrator(office, server.setUpUrl)
    await received(office, '2026-02-10', complete)
    await received(office, '2026-03-05', { ...complete, receivedBy: 'head', isGroup: true, people: 7 })
    await received(office, '2026-03-06', { ...complete, content: 'Đường liên thôn ngập nước', isRepeat: null })

    await office.getByRole('link', { name: 'Tiếp công dân', exact: true }).click()
    await office.getByRole('link', { name: 'Báo cáo', exact: true }).click()
    await fillDate(office.getByLabel('Từ ngày'), '2026-03-01')
    await fillDate(office.getByLabel('Đến ngày'), '2026-03-31')
    await office.keyboard.press('Enter')
    await expect(office.locator('caption')).toContainText(
      'Kỳ này: 01/03/2026 – 31/03/2026. Kỳ trước: 01/02/2026 – 28/02/2026.',
    )
    const figure = (name: string) => office.getByRole('row', { name, exact: false })

    await test.step('a failed check is shown at its figure', async () => {
      await expect(figure('Tổng số vụ việc')).toContainText('Chưa khớp: 2, phải bằng 6 + 7 + 15 + 16 + 24 + 25 = 1.')
      await expect(office.getByText('Cần đối chiếu', { exact: true })).toBeVisible()
      await hasNoFault(office, 'a report that does not agree')
    })

    await test.step('the remark opens the row, which can be completed there', async () => {
      await office.getByRole('button', { name: 'Chưa ghi tiếp lần đầu hay nhiều lần: 1. Xem các dòng' }).click()
      const rows = office.getByRole('dialog', { name: /^Các dòng/ })
      await expect(rows.getByText('Đường liên thôn ngập nước')).toBeVisible()
      await hasNoFault(office, 'the rows of a figure')
      await rows.getByRole('button', { name: /^Ghi tiếp/ }).click()
      const writing = office.getByRole('dialog').filter({ has: office.getByLabel('5. Nội dung đơn') })
      await writing.getByRole('combobox', { name: 'Lần tiếp về vụ việc này' }).click()
      await office.getByRole('option', { name: 'Lần đầu', exact: true }).click()
      await writing.getByRole('button', { name: 'Lưu', exact: true }).click()
      await expect(rows.getByText('Không có dòng nào phù hợp.')).toBeVisible()
      await office.keyboard.press('Escape')
      await expect(figure('Tổng số vụ việc')).not.toContainText('Chưa khớp')
    })

    await test.step('a figure opens its rows', async () => {
      await office.getByRole('button', { name: 'Cột 18, Số người được tiếp: 7. Xem các dòng' }).click()
      const rows = office.getByRole('dialog', { name: 'Các dòng: Số người được tiếp' })
      await expect(rows.getByText('Bồi thường khi thu hồi đất')).toHaveCount(1)
      await office.keyboard.press('Escape')
    })

    await test.step('the workbook has the same figures, with those of the previous month', async () => {
      const downloading = office.waitForEvent('download')
      await office.getByRole('link', { name: 'Xuất Excel' }).click()
      const download = await downloading
      const [sheet] = await readXlsxFile(await readFile(await download.path()))
      expect(sheet?.data.filter((cells) => ['1', '2', '3', '18'].includes(String(cells[0])))).toEqual([
        ['1', 'Tổng số – Tổng số lượt tiếp', 2, 1, 1],
        ['2', 'Tổng số – Tổng số người được tiếp', 8, 1, 7],
        ['3', 'Tổng số – Tổng số vụ việc', 2, 1, 1],
        ['18', 'Thủ trưởng tiếp – Đoàn đông người – Số người được tiếp', 7, 0, 7],
      ])
    })

    await test.step('after the period is closed, later changes are shown as differences', async () => {
      await office.getByRole('button', { name: 'Chốt số liệu kỳ này' }).click()
      await office.getByRole('dialog').getByRole('button', { name: 'Chốt số liệu kỳ này' }).click()
      await expect(office.getByText('Từ đó đến nay số liệu không đổi.')).toBeVisible()
      await received(office, '2026-03-09', complete)
      await office.reload()
      await expect(figure('Tổng số lượt tiếp')).toContainText('Khi chốt là 2.')
      await hasNoFault(office, 'a closed report')
    })

    await test.step('the page fits a phone', async () => {
      await office.setViewportSize({ width: 390, height: 844 })
      expect(await office.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    })
  } finally {
    await server.close()
  }
})
