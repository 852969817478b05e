// The built pages, and index.html for every address that a page of theirs has.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { notFound } from './errors.ts'

const index = 'index.html'
/** Addresses whose absence is an error, never a page. */
const notPages = /^\/(api|health|metrics|socket\.io|assets)(\/|$|\?)/

export const pages = fastifyPlugin(async (app: FastifyInstance, { directory }: { directory: string | null }) => {
  const hasPages = directory !== null && existsSync(join(directory, index))
  app.addHook('onRequest', async ({ url }) => {
    if (!couldBeFile(url)) throw notFound('address')
  })
  if (hasPages)
    await app.register(fastifyStatic, {
      root: directory,
      preCompressed: true,
      cacheControl: false,
      setHeaders(reply, path) {
        // Names of assets hold a hash of their content: another content has another name.
        const isAsset = path.includes('/assets/')
        reply.header('cache-control', isAsset ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  else app.log.warn({ directory }, 'no pages are served: npm run build makes them')

  app.setNotFoundHandler(async (request, reply) => {
    if (!hasPages || !isPage(request)) throw notFound('address')
    return reply.sendFile(index)
  })
})

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
