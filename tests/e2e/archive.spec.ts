// Downloads the archive of a sealed session and verifies it with the published fingerprint and the certificate of the
// time-stamp authority.
import { expect, test } from '@playwright/test'
import { verifyArchive } from '../../server/custody/archive/verify-archive.ts'
import { readAuthorities } from '../../server/platform/time-stamps/authorities.ts'
import { hasNoFault } from '../harness/accessibility.ts'
import { everybodyLeaves } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { openPage } from '../harness/hearing.ts'
import { aSession } from '../harness/http.ts'
import { becomesAdministrator } from '../harness/office.ts'
import { TestTimeStampAuthority } from '../harness/time-stamp-authority.ts'

let authority: TestTimeStampAuthority
let server: Awaited<ReturnType<typeof DemoServer.startEmpty>>
test.beforeAll(async () => {
  authority = await TestTimeStampAuthority.start()
  server = await DemoServer.startEmpty({ TIME_STAMP_URL: authority.url, TIME_STAMP_CA_FILE: authority.root })
})
test.afterEach(({ browser }) => everybodyLeaves(browser))
test.afterAll(async () => {
  await server.close()
  await authority.close()
})

test('the archive of a sealed session is downloaded, complete and signed with the published key', async ({
  browser,
}) => {
  const office = await (await browser.newContext({ locale: 'vi-VN' })).newPage()
  await becomesAdministrator(office, server.setUpUrl)
  const { origin } = new URL(server.setUpUrl)
  const scheduled = await office.request.post(`${origin}/api/sessions`, { data: aSession() })
  const { sessionId } = await scheduled.json()
  const page = `${origin}/staff/sessions/${sessionId}`
  for (const step of ['open', 'close'])
    await office.request.post(`${origin}/api/sessions/${sessionId}/${step}`, { data: {} })
  await office.goto(page)
  const archive = office.getByRole('region', { name: 'Hồ sơ lưu trữ' })
  await expect(office.getByRole('region', { name: 'Tài liệu của phiên' })).toBeVisible()
  await expect(archive).toBeHidden()
  await office.request.post(`${origin}/api/sessions/${sessionId}/minutes-waiver`, {
    data: { reason: 'Chỉ để trao đổi thông tin' },
  })
  await office.request.post(`${origin}/api/sessions/${sessionId}/seal`, { data: {} })
  await office.reload()
  await expect(
    archive.getByText(/^Dấu thời gian của Dau thoi gian thu nghiem: bản niêm phong này đã có vào lúc/),
  ).toBeVisible()
  const [download] = await Promise.all([
    office.waitForEvent('download'),
    archive.getByRole('link', { name: 'Tải hồ sơ lưu trữ (ZIP)' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^Hồ sơ lưu trữ - .*\.zip$/)
  const citizen = await openPage(browser, `${origin}/verify`, { isPhone: true })
  const published = await citizen.getByText(/^Dấu vân tay của khóa ký hồ sơ lưu trữ/).textContent()
  const fingerprint = /[\w-]{43}$/.exec(published ?? '')?.[0] ?? ''
  await expect(archive.getByText(`--key ${fingerprint}`)).toBeVisible()
  const verdict = await verifyArchive(await download.path(), fingerprint, await readAuthorities(authority.root))
  expect(verdict).toMatchObject({ faults: [], remarks: [], signer: fingerprint })
  await expect(archive.getByText(/^Đã niêm phong 3 tệp lúc/)).toBeVisible()
  await expect(archive.getByText(verdict.seal?.sha256 ?? 'no seal')).toBeVisible()
  await hasNoFault(office, 'a sealed session')
  await hasNoFault(citizen, 'the page that checks papers')
})
