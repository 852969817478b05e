import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify from 'fastify'
import { expect, it } from 'vitest'
import type { Appearance } from '../papers/agency/agency.ts'
import { pages } from './pages.ts'

it('a page keeps the last known appearance while the settings of the agency are unreachable; if none was ever read, it is sent as built', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'diemcau-page-'))
  await writeFile(join(directory, 'index.html'), '<html lang="vi">')
  const answers: (() => Promise<Appearance>)[] = [
    () => Promise.reject(new Error('Redis is away')),
    async () => ({ palette: 'indigo', letterhead: 'party' }),
    () => Promise.reject(new Error('Redis is away')),
    () => Promise.withResolvers<Appearance>().promise,
  ]
  const app = fastify().register(pages, { directory, appearance: () => answers.shift()?.() ?? Promise.reject() })
  const opened = async () => (await app.inject({ url: '/join', headers: { accept: 'text/html' } })).body
  expect(await opened()).toBe('<html lang="vi">')
  const looks = '<html data-palette="indigo" data-letterhead="party" lang="vi">'
  for (const _when of ['answers', 'refuses', 'does not answer']) expect(await opened()).toBe(looks)
  await app.close()
  await rm(directory, { recursive: true })
})
