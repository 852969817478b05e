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

function isPage({ method, url, headers }: FastifyRequest): boolean {
  return (method === 'GET' || method === 'HEAD') && (headers.accept ?? '').includes('text/html') && !notPages.test(url)
}
