// The signing certificate of the agency: upload, rejection with the reason, display, also on a phone.
import { expect, test } from '@playwright/test'
import { hasNoFault } from '../harness/accessibility.ts'
import { everybodyLeaves } from '../harness/browser.ts'
import { filePassword, inDays, TestAuthority } from '../harness/certificates.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { becomesAdministrator } from '../harness/office.ts'

let server: Awaited<ReturnType<typeof DemoServer.startEmpty>>
let authority: TestAuthority
test.beforeAll(async () => {
  server = await DemoServer.startEmpty()
  authority = await TestAuthority.start()
})
test.afterEach(({ browser }) => everybodyLeaves(browser))
test.afterAll(async () => {
  await server.close()
  await authority.close()
})

test('an administrator uploads the signing certificate of the agency, and is warned before it expires', async ({
  browser,
}) => {
  const office = await (await browser.newContext({ locale: 'vi-VN' })).newPage()
  await becomesAdministrator(office, server.setUpUrl)
  const { origin } = new URL(server.setUpUrl)
  await office.goto(`${origin}/staff/numbering`)
  const certificate = office.getByRole('region', { name: 'Chứng thư chữ ký số của cơ quan' })
  await expect(certificate.getByText('Chưa có chứng thư')).toBeVisible()
  const choose = async (buffer: Buffer, password: string) => {
    const [chooser] = await Promise.all([
      office.waitForEvent('filechooser'),
      certificate.getByRole('button', { name: 'Tệp chứng thư' }).click(),
    ])
    await chooser.setFiles({ name: 'coquan.p12', mimeType: 'application/x-pkcs12', buffer })
    await certificate.getByLabel('Mật khẩu của tệp').fill(password)
    await certificate.getByRole('button', { name: 'Dùng chứng thư này' }).click()
  }
  const file = await authority.certificateFile({ until: inDays(20) })
  await choose(file, 'sai mat khau')
  await expect(certificate.getByText('Mật khẩu không mở được tệp này')).toBeVisible()
  await expect(certificate.getByText('Chưa có chứng thư')).toBeVisible()
  await choose(file, filePassword)
  await expect(certificate.getByText('Chứng thư đã được lưu')).toBeVisible()
  await expect(certificate.getByText('Cấp cho: Ủy ban nhân dân xã Tân Lập')).toBeVisible()
  await hasNoFault(office, 'the certificate of the agency')
  await office.goto(`${origin}/staff/health`)
  await expect(office.getByRole('alert').getByText('Sắp hết hạn')).toBeVisible()
  await hasNoFault(office, 'the warning of its end')
  await office.goto(`${origin}/staff/numbering`)
  await certificate.getByRole('button', { name: 'Gỡ chứng thư' }).click()
  await office.getByRole('dialog').getByRole('button', { name: 'Gỡ chứng thư' }).click()
  await expect(certificate.getByText('Chưa có chứng thư')).toBeVisible()
})
