// A complete hearing in five browsers with camera and microphone, against the real server, with its papers.
import { type Browser, expect, type Page, test } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import mammoth from 'mammoth'
import { verifyJournal } from '../../server/engine/journal/journal-file.ts'
import { everybodyLeaves } from '../harness/browser.ts'
import { DemoServer, type LinkName } from '../harness/demo-server.ts'
import {
  admit,
  audioPackets,
  framesDecoded,
  goIn,
  hearsNoMore,
  isInside,
  metric,
  names,
  openPage,
  openPanel,
  paper,
  participantOf,
  seesMoving,
} from '../harness/hearing.ts'
import { pdfText } from '../harness/papers.ts'
import { Relay } from '../harness/relay.ts'

const transportsPerPage = 2
const decision = 'Thống nhất triển khai kế hoạch tiếp công dân định kỳ từ tháng 12 năm 2026.'
const order = ['chair', 'secretary', 'siteA', 'siteB', 'citizen'] as const
type Name = (typeof order)[number]

let server: DemoServer
let cable: Relay
const pages = {} as Record<Name, Page>
/** When site B’s cable was cut, and when all saw each other again. */
const loss = { cut: 0, over: 0 }
const id = (name: LinkName) => participantOf(server, name)
const others = (me: Name, among: readonly Name[] = order) => among.filter((name) => name !== me).map(id)

test.beforeAll(async () => {
  server = await DemoServer.start()
  cable = await Relay.to(Number(new URL(server.url).port))
})
test.afterAll(async ({ browser }) => {
  await everybodyLeaves(browser)
  await cable.close()
  await server.close()
})

/** Site B reaches the server over a cable that can be pulled. */
function linkFor(name: Name): string {
  if (name !== 'siteB') return server.link(name)
  const link = new URL(server.link(name))
  link.port = String(cable.port)
  return link.href
}

async function comeIn(browser: Browser): Promise<void> {
  for (const name of order) {
    pages[name] = await openPage(browser, linkFor(name))
    await expect(pages[name].getByText(names[name]).first()).toBeVisible()
    await goIn(pages[name])
    if (name !== 'citizen') await isInside(pages[name])
  }
}

test('a hearing from the first arrival to the papers', async ({ browser, request }) => {
  test.setTimeout(240_000)

  await test.step('four enter; for the waiting citizen no media transport exists', async () => {
    await comeIn(browser)
    await expect(pages.citizen.getByText('ông/bà đang ở phòng chờ')).toBeVisible()
    expect(await metric(request, server, 'diemcau_media_transports')).toBe(4 * transportsPerPage)
  })

  await test.step('the secretary admits the citizen', async () => {
    await admit(pages.secretary, names.citizen)
    await isInside(pages.citizen)
    expect(await metric(request, server, 'diemcau_media_transports')).toBe(5 * transportsPerPage)
  })

  await test.step('everybody receives moving pictures of everybody', async () => {
    await Promise.all(order.map((name) => seesMoving(pages[name], others(name))))
  })

  await test.step('only chair and secretary are heard, although all microphones are on', async () => {
    const before = await audioPackets(pages.siteB)
    await expect
      .poll(async () => ((await audioPackets(pages.siteB))[id('chair')] ?? 0) - (before[id('chair')] ?? 0))
      .toBeGreaterThan(20)
    const heard = await audioPackets(pages.siteB)
    expect(heard[id('siteA')] ?? 0).toBe(0)
    expect(heard[id('citizen')] ?? 0).toBe(0)
  })

  await test.step('after a grant of the floor site A is heard, the citizen is not', async () => {
    await pages.siteA.getByRole('button', { name: 'Giơ tay' }).click()
    await openPanel(pages.chair, 'Phát biểu')
    await pages.chair.getByRole('button', { name: new RegExp(`^Mời phát biểu: ${names.siteA}`) }).click()
    await expect(pages.siteA.getByText('Mời ông/bà phát biểu. Mọi người đang nghe ông/bà.').first()).toBeVisible()
    await expect.poll(async () => (await audioPackets(pages.siteB))[id('siteA')] ?? 0).toBeGreaterThan(20)
    expect((await audioPackets(pages.siteB))[id('citizen')] ?? 0).toBe(0)
    await expect(pages.citizen.getByText(`Đang phát biểu: ${names.siteA}`).first()).toBeVisible()
  })

  await test.step('after releasing the floor site A is silenced by the server', async () => {
    await pages.siteA.getByRole('button', { name: 'Kết thúc phát biểu' }).first().click()
    await expect(pages.siteA.getByRole('button', { name: 'Giơ tay' })).toBeVisible()
    await hearsNoMore(pages.siteB, id('siteA'), id('chair'))
  })

  await test.step('site B loses its network and reconnects as the same participant', async () => {
    loss.cut = Date.now()
    cable.cut()
    await openPanel(pages.chair, 'Người tham gia')
    await expect(
      pages.chair.getByRole('figure', { name: new RegExp(`${names.siteB}.*Mất kết nối`) }).first(),
    ).toBeVisible()
    await expect(pages.siteB.getByText('Trang đang tự kết nối lại').first()).toBeVisible()
    cable.restore()
    await expect(pages.siteB.getByText('Trang đang tự kết nối lại')).toBeHidden()
    await seesMoving(pages.siteB, others('siteB'))
    await seesMoving(pages.chair, others('chair'))
    loss.over = Date.now()
  })

  await test.step('the secretary writes a decision, visible to everybody', async () => {
    await openPanel(pages.secretary, 'Biên bản')
    await pages.secretary.getByText('Kết luận', { exact: true }).first().click()
    await pages.secretary
      .getByRole('textbox', { name: /Nội dung|nội dung/ })
      .first()
      .fill(decision)
    await pages.secretary.getByRole('button', { name: 'Ghi vào biên bản' }).click()
    await openPanel(pages.citizen, 'Biên bản').catch(async () => {
      await pages.citizen.getByRole('button', { name: 'Thêm' }).click()
      await pages.citizen.getByRole('menuitem', { name: 'Biên bản' }).click()
    })
    await expect(pages.citizen.getByText(decision)).toBeVisible()
  })

  await test.step('the chair closes the session, and all media ends', async () => {
    await openPanel(pages.chair, 'Điều hành')
    await pages.chair.getByRole('button', { name: 'Bế mạc' }).click()
    await pages.chair.getByRole('dialog').getByRole('button', { name: 'Bế mạc' }).click()
    await expect(pages.citizen.getByText('Phiên đã kết thúc. Xin cảm ơn ông/bà.')).toBeVisible()
    await expect.poll(() => metric(request, server, 'diemcau_media_transports')).toBe(0)
    expect(await framesDecoded(pages.chair)).toEqual({})
  })

  await test.step('the attendance lists everybody, and a gap for site B', async () => {
    const rows: string[][] = parse(await paper(request, server, 'attendance.csv'), {
      bom: true,
      relax_column_count: true,
    })
    const rowsOf = (name: LinkName) => rows.filter((row) => row.includes(names[name]))
    for (const name of ['chair', 'secretary', 'siteA', 'citizen'] as const) expect(rowsOf(name), name).toHaveLength(1)
    expect(rowsOf('siteB')).toHaveLength(2)
    const gapMs = gapBetween(rowsOf('siteB'))
    expect(gapMs).toBeGreaterThan(0)
    expect(gapMs).toBeLessThanOrEqual(loss.over - loss.cut)
    expect(rowsOf('observer').every((row) => row.every((cell) => !/T\d\d:\d\d/.test(cell)))).toBe(true)
  })

  await test.step('DOCX and PDF minutes contain the same course of the session', async () => {
    const { value: docx } = await mammoth.extractRawText({ buffer: await paper(request, server, 'minutes.docx') })
    const pdf = await pdfText(await paper(request, server, 'minutes.pdf'))
    for (const text of [docx, pdf].map((one) => one.replaceAll(/\s+/g, ' '))) {
      expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
      expect(text).toContain(decision)
      for (const name of ['chair', 'secretary', 'siteA', 'siteB', 'citizen'] as const)
        expect(text).toContain(names[name])
    }
  })

  await test.step('the journal verifies, and one changed character is detected', async () => {
    const journal = (await paper(request, server, 'journal.jsonl')).toString()
    const lines = journal.trimEnd().split('\n')
    expect(await verifyJournal(lines)).toMatchObject({ ok: true })
    const line = lines.findIndex((one) => one.includes('minutes.added'))
    expect(
      await verifyJournal(lines.with(line, lines[line]?.replace('Thống nhất', 'Không thống nhất') ?? '')),
    ).toMatchObject({
      ok: false,
      line: line + 1,
    })
  })

  await test.step('the chair downloads the minutes from the page', async () => {
    const [download] = await Promise.all([
      pages.chair.waitForEvent('download'),
      pages.chair.getByRole('button', { name: 'Biên bản (PDF)' }).first().click(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.pdf$/)
  })
})

/** Between the end of the first interval and the begin of the second; times are the cells that look like one. */
function gapBetween([first = [], second = []]: string[][]): number {
  const times = (row: string[]) => row.filter((cell) => /^\d{4}-\d\d-\d\dT/.test(cell)).map((cell) => Date.parse(cell))
  return (times(second)[0] ?? 0) - (times(first)[1] ?? Number.POSITIVE_INFINITY)
}
