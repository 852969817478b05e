import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { CLIENT, SERVER, SHARED } from './folders.cjs'
import { foldersAmiss } from './folders-amiss.mjs'

let root: string
afterEach(() => rm(root, { recursive: true, force: true }))

/** A project with a folder for each row of the table. */
async function everyFolder() {
  root = await mkdtemp(join(tmpdir(), 'folders-'))
  const within = Object.entries({ server: SERVER, client: CLIENT }).flatMap(([area, floors]) =>
    Object.entries(floors).flatMap(([floor, { folders }]) => [
      join(area, floor),
      ...Object.keys(folders).map((folder) => join(area, floor, folder)),
    ]),
  )
  const all = [...Object.keys(SHARED).map((folder) => join('shared', folder)), ...within]
  for (const folder of all) await mkdir(join(root, folder), { recursive: true })
}

it('reports nothing when every folder has a row and every row a folder', async () => {
  await everyFolder()
  expect(foldersAmiss(root)).toEqual([])
})

it.each(['shared/new', 'server/new', 'server/mail/new', 'client/office/new'])(
  'reports a new folder %s without a row',
  async (folder) => {
    await everyFolder()
    await mkdir(join(root, folder))
    expect(foldersAmiss(root)).toEqual([expect.stringContaining(`${folder} has no row`)])
  },
)

it('reports a row without a folder', async () => {
  await everyFolder()
  await rm(join(root, 'server/casework/cases'), { recursive: true })
  expect(foldersAmiss(root)).toEqual([expect.stringContaining('server/casework/cases, which is not there')])
})
