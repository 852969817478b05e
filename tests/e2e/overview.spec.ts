// The overview page: shown after signing in, figures that open their rows, printing on one page.
import { expect, test } from '@playwright/test'
import { hasNoFault } from '../harness/accessibility.ts'
import { everybodyLeaves, newPerson } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { becomesAdministrator } from '../harness/office.ts'

test.afterEach(({ browser }) => everybodyLeaves(browser))

test('the overview page of a head of agency', async ({ browser }) => {
  const server = await DemoServer.startEmpty()
  try {
    const office = await (await newPerson(browser)).newPage()
    await becomesAdministrator(office, server.setUpUrl)
    const origin = new URL(server.setUpUrl).origin
    const received = (day: string, columns: object = {}) =>
      office.request.post(`${origin}/api/register`, {
        data: {
          rowId: crypto.randomUUID(),
          day,
          columns: { content: 'Bồi thường khi thu hồi đất', kind: 'complaint', people: 1, isOwn: true, ...columns },
        },
      })
    await received('2026-02-10')
    for (const day of ['2026-03-02', '2026-03-03', '2026-03-12'])
      expect((await received(day, { kind: 'reflection', people: 4 })).ok()).toBe(true)

    await test.step('an administrator lands on it after signing in', async () => {
      await office.getByRole('button', { name: 'Trần Thị Lan' }).click()
      await office.getByRole('menuitem', { name: 'Đăng xuất' }).click()
      await office.goto(`${origin}/staff`)
      await office.getByLabel('Tên đăng nhập').fill('lan.tran')
      await office.getByLabel('Mật khẩu', { exact: false }).first().fill('một câu dài dễ nhớ')
      await office.getByRole('button', { name: 'Đăng nhập' }).click()
      await expect(office.getByRole('heading', { name: 'Tổng quan', level: 1 })).toBeVisible()
      await expect(office).toHaveURL(`${origin}/staff/overview`)
    })

    await test.step('missing data is stated, not shown as a number', async () => {
      const waits = office.getByRole('region', { name: 'Thời gian chờ' })
      await expect(waits.getByText('Chưa có số liệu.')).toBeVisible()
    })

    await office.goto(`${origin}/staff/overview?from=2026-03-01&to=2026-03-31`)
    const weeks = office.getByRole('table', { name: 'Số lượt tiếp theo thời gian' })
    await expect(weeks.getByRole('row')).toHaveCount(6)
    await expect(weeks.getByRole('row', { name: /^01–07\/03/ })).toContainText('2')
    await expect(office.getByText('Người được tiếp: 12 (kỳ trước: 1)')).toBeVisible()
    await hasNoFault(office, 'the overview')

    await test.step('a figure opens its rows, by keyboard', async () => {
      await office.getByRole('button', { name: '08–14/03: 1. Xem chi tiết' }).focus()
      await office.keyboard.press('Enter')
      const rows = office.getByRole('dialog', { name: 'Lượt tiếp, 08–14/03' })
      await expect(rows.getByText('Bồi thường khi thu hồi đất')).toHaveCount(1)
      await hasNoFault(office, 'what is behind a figure')
      await office.keyboard.press('Escape')
    })

    await test.step('it prints on one page, and fits a phone', async () => {
      const paper = await office.pdf({ preferCSSPageSize: true })
      expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
      await office.setViewportSize({ width: 390, height: 844 })
      expect(await office.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    })
  } finally {
    await server.close()
  }
})
