// On a closed network: a petition of the level Mật is visible to who received it, who handles it, and accounts named by
// an administrator.
import { expect, test } from '@playwright/test'
import type { ReceivedCase } from '../../shared/wire/casework/cases.ts'
import { hasNoFault } from '../harness/accessibility.ts'
import { everybodyLeaves, newPerson } from '../harness/browser.ts'
import { aPetition } from '../harness/cases.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { becomesAdministrator, signsIn } from '../harness/office.ts'

let server: Awaited<ReturnType<typeof DemoServer.startEmpty>>
test.beforeAll(async () => {
  // Nothing of this machine answers there: a closed network.
  server = await DemoServer.startEmpty({ INSTALLATION_PROFILE: 'closedLan', INTERNET_CHECK: '127.0.0.1:9' })
})
test.afterEach(({ browser }) => everybodyLeaves(browser))
test.afterAll(() => server.close())

const words = { subject: 'Kho nhiên liệu dự trữ Bãi Cháy', content: 'Đường ống phía tây bị rò.' }

test('an administrator gives an officer access to a case of Mật with a reason, and revokes it', async ({ browser }) => {
  const office = await (await newPerson(browser)).newPage()
  await becomesAdministrator(office, server.setUpUrl)
  const { origin } = new URL(server.setUpUrl)
  const clerk = await signsIn(browser, office, { username: 'hoa.le', displayName: 'Lê Thị Hoa' })
  const officer = await signsIn(browser, office, { username: 'mai.bui', displayName: 'Bùi Thanh Mai' })
  const petition = JSON.stringify(aPetition({ ...words, secrecy: 'confidential' }))
  const { caseId } = (await (
    await clerk.request.post(`${origin}/api/cases`, { multipart: { petition } })
  ).json()) as ReceivedCase
  const page = `${origin}/staff/cases/${caseId}`

  await clerk.goto(page)
  await expect(clerk.getByText(words.content)).toBeVisible()
  await expect(clerk.getByRole('region', { name: 'Người được xem' })).toContainText('Chưa chỉ định thêm ai.')

  await officer.goto(page)
  await expect(officer.getByText('Quản trị viên chỉ định thêm người')).toBeVisible()
  await expect(officer.getByText(words.subject)).toHaveCount(0)
  await expect(officer.getByText(words.content)).toHaveCount(0)
  await expect(officer.getByRole('region', { name: 'Người gửi đơn' })).toHaveCount(0)
  await hasNoFault(officer, 'a secret case of others')

  await office.goto(page)
  const readers = office.getByRole('region', { name: 'Người được xem' })
  await readers.getByRole('button', { name: 'Chỉ định người được xem' }).click()
  const naming = office.getByRole('dialog', { name: 'Chỉ định người được xem' })
  await naming.getByRole('button', { name: 'Ghi lại' }).click()
  await expect(naming.getByText('Hãy điền mục này.')).toHaveCount(2)
  await naming.getByRole('combobox').click()
  await office.getByRole('option', { name: 'Bùi Thanh Mai' }).click()
  await naming.getByLabel('Lý do').fill('Văn bản phân công\nsố 12/QĐ-UBND')
  await hasNoFault(office, 'naming who may see a secret case')
  await naming.getByRole('button', { name: 'Ghi lại' }).click()
  await expect(readers.getByText('Bùi Thanh Mai')).toBeVisible()

  await officer.reload()
  await expect(officer.getByText(words.content)).toBeVisible()
  const step = officer.getByRole('listitem').filter({ hasText: 'Chỉ định người được xem' })
  await expect(step).toContainText('Bùi Thanh Mai')
  await expect(step).toContainText('Văn bản phân công số 12/QĐ-UBND')

  await readers.getByRole('button', { name: 'Thu lại quyền của Bùi Thanh Mai' }).click()
  const taking = office.getByRole('dialog')
  await taking.getByLabel('Lý do').fill('Đã bàn giao việc.')
  await taking.getByRole('button', { name: 'Thu lại quyền' }).click()
  await expect(readers.getByText('Bùi Thanh Mai')).toHaveCount(0)
  await officer.reload()
  await expect(officer.getByText('Quản trị viên chỉ định thêm người')).toBeVisible()
  await expect(officer.getByText(words.content)).toHaveCount(0)
})
