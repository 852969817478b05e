// Takes docs/running-hearing.jpg: a conference of a centre and four branch sites on the real server, as its secretary
// sees it. Build the client first (`npm run build`). Every camera shows a drawn room.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, expect, type Page } from '@playwright/test'
import { inProject } from '../../scripts/project.mjs'
import { bookSession } from '../bench/booked-session.ts'
import { launchBrowser } from '../harness/browser.ts'
import { goIn, isInside, openPage, openPanel, participantBehind, seesMoving } from '../harness/hearing.ts'
import { drawnRoom } from './drawn-rooms.ts'
import { conference, rooms } from './staged-conference.ts'

/** JPEG quality, from 0 to 100: sharp letters at less than 150 kB. */
const QUALITY = 75

const directory = await mkdtemp(join(tmpdir(), 'diemcau-picture-'))
const browsers: Browser[] = []
const session = await bookSession(conference)
try {
  const [secretaryLink = '', ...siteLinks] = session.links
  const films = await drawFilms()
  const secretary = await secretaryIn(secretaryLink)
  const sites: Page[] = []
  for (const [index, link] of siteLinks.entries()) sites.push(await siteIn(link, films[index] ?? ''))
  await goesOn(secretary, sites)
  await seesMoving(secretary, siteLinks.map(participantBehind))
  await secretary.mouse.move(0, 0)
  await expect(secretary.getByRole('tooltip')).toHaveCount(0)
  await secretary.screenshot({ path: inProject('docs', 'running-hearing.jpg'), type: 'jpeg', quality: QUALITY })
} finally {
  await Promise.all(browsers.map((browser) => browser.close()))
  await session.close()
  await rm(directory, { recursive: true })
}

async function browserWith(film?: string): Promise<Browser> {
  const browser = await launchBrowser(film ? { film } : {})
  browsers.push(browser)
  return browser
}

/** A file of two equal pictures for the camera of each site. */
async function drawFilms(): Promise<string[]> {
  const page = await (await browserWith()).newPage({ viewport: { width: 1280, height: 720 } })
  const films: string[] = []
  for (const [index, room] of rooms.entries()) {
    await page.setContent(`<body style="margin:0">${drawnRoom(room)}`)
    const picture = await page.screenshot({ type: 'jpeg', quality: 95 })
    const film = join(directory, `${index}.mjpeg`)
    await writeFile(film, Buffer.concat([picture, picture]))
    films.push(film)
  }
  await page.close()
  return films
}

/** Without a camera and without a tile of one's own. */
async function secretaryIn(link: string): Promise<Page> {
  const page = await openPage(await browserWith(), link)
  await page.evaluate(() => window.localStorage.setItem('diemcau.showsSelf', 'false'))
  await page.reload()
  await page.getByRole('button', { name: 'Camera bật' }).click()
  await page.getByRole('button', { name: 'Micro bật' }).click()
  await goIn(page)
  await isInside(page)
  return page
}

async function siteIn(link: string, film: string): Promise<Page> {
  const page = await openPage(await browserWith(film), link)
  await goIn(page)
  await isInside(page)
  return page
}

/** The third item goes on, the first branch site has the floor, two more have asked for it. */
async function goesOn(secretary: Page, [, anBinh, tanPhu, hoaLoc]: Page[]): Promise<void> {
  await openPanel(secretary, 'Chương trình')
  for (const { title } of conference.agenda.slice(0, 3))
    await secretary.getByRole('button', { name: `Chuyển sang: ${title}` }).click()
  await openPanel(secretary, 'Phát biểu')
  for (const site of [anBinh, tanPhu, hoaLoc]) await site?.getByRole('button', { name: 'Giơ tay' }).click()
  await secretary.getByText('5 phút', { exact: true }).click()
  await secretary.getByRole('button', { name: /^Mời phát biểu: Phạm Thị Thu Hà/ }).click()
  await expect(secretary.getByText('Đang phát biểu').first()).toBeVisible()
}
