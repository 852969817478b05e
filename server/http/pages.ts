// Serves the built pages, and index.html for every address of theirs. index.html contains the appearance of the agency,
// so that the colours do not change after the first paint (ADR 0088).
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import type { Appearance } from '../papers/agency/agency.ts'
import { notFound } from '../platform/http/errors.ts'

const index = 'index.html'
/** Addresses whose absence is an error, never a page. */
const notPages = /^\/(api|health|metrics|socket\.io|assets)(\/|$|\?)/

type Page = () => Promise<string>

interface PagesOptions {
  readonly directory: string | null
  readonly appearance: () => Promise<Appearance>
}

export const pages = fastifyPlugin(async (app: FastifyInstance, { directory, appearance }: PagesOptions) => {
  const page = directory !== null && existsSync(join(directory, index)) ? await pageOf(directory, appearance) : null
  app.addHook('onRequest', async ({ url }) => {
    if (!couldBeFile(url)) throw notFound('address')
  })
  if (page && directory) {
    await app.register(fastifyStatic, {
      root: directory,
      preCompressed: true,
      index: false,
      cacheControl: false,
      setHeaders(reply, path) {
        // Names of assets hold a hash of their content: another content has another name.
        const isAsset = path.includes('/assets/')
        reply.header('cache-control', isAsset ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
    app.get('/', { schema: { hide: true } }, async (_request, reply) => sendPage(reply, page))
  } else app.log.warn({ directory }, 'no pages are served: npm run build makes them')

  app.setNotFoundHandler(async (request, reply) => {
    if (!page || !isPage(request)) throw notFound('address')
    return sendPage(reply, page)
  })
})

const sendPage = async (reply: FastifyReply, page: Page) =>
  reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-cache')
    .send(await page())

/** Longer no page waits to be told how it looks: it opens as the one before, and says itself that the server has trouble. */
const patienceMs = 500

async function pageOf(directory: string, appearance: () => Promise<Appearance>): Promise<Page> {
  const html = await readFile(join(directory, index), 'utf8')
  let last: Appearance | null = null
  return async () => {
    const asked = appearance().catch(() => null)
    last = (await Promise.race([asked, delay(patienceMs, null, { ref: false })])) ?? last
    if (last === null) return html
    return html.replace('<html ', `<html data-palette="${last.palette}" data-letterhead="${last.letterhead}" `)
  }
}

/** What no file system takes as a name, NUL and what is too long (Linux: 255 bytes), is at no address either. */
function couldBeFile(url: string): boolean {
  const [path = ''] = url.split('?', 1)
  return (
    decoded(path)
      ?.split('/')
      .every((name) => !name.includes('\0') && Buffer.byteLength(name) <= 255) ?? false
  )
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

function isPage({ method, url, headers }: FastifyRequest): boolean {
  return (method === 'GET' || method === 'HEAD') && (headers.accept ?? '').includes('text/html') && !notPages.test(url)
}
