import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { PurgeCSS } from 'purgecss'
import type { Plugin } from 'vite'
import { defineConfig } from 'vite'

const SERVER = 'http://localhost:3000'

const COMPRESSIBLE = /\.(m?js|css|html|svg|json|wasm)$/
/** Below this the header of the compressed file eats what it saves. */
const SMALLEST_COMPRESSED = 400

/**
 * Leaves out the rules of Mantine's components that no page uses; all other rules stay. Its style sheet names them m_ and a hash,
 * and the scripts hold the names of those that are used.
 */
function purgeMantine(): Plugin {
  return {
    name: 'purge-mantine',
    apply: 'build',
    async generateBundle(_options, bundle) {
      const files = Object.values(bundle)
      const content = files.flatMap((file) => (file.type === 'chunk' ? [{ raw: file.code, extension: 'js' }] : []))
      for (const file of files) {
        if (file.type !== 'asset' || !file.fileName.endsWith('.css')) continue
        const [purged] = await new PurgeCSS().purge({
          content,
          css: [{ raw: String(file.source) }],
          defaultExtractor: (code) => code.match(/m_[0-9a-f]+/g) ?? [],
          safelist: { standard: [/^(?!m_[0-9a-f]+$)/], keyframes: [/./], variables: [/./] },
        })
        if (purged) file.source = purged.css
      }
    },
  }
}

/** Writes .br and .gz beside each asset, so that @fastify/static serves them without work at run time. */
function precompress(): Plugin {
  const brotli = promisify(brotliCompress)
  const zip = promisify(gzip)
  return {
    name: 'precompress',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const names = Object.keys(bundle).filter((name) => COMPRESSIBLE.test(name))
      await Promise.all(
        names.map(async (name) => {
          const file = join(dir, name)
          const content = await readFile(file)
          if (content.length < SMALLEST_COMPRESSED) return
          await writeFile(
            `${file}.br`,
            await brotli(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
          )
          await writeFile(`${file}.gz`, await zip(content, { level: 9 }))
        }),
      )
    },
  }
}

export default defineConfig({
  root: 'client',
  plugins: [react(), purgeMantine(), precompress()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    // The page's policy is `default-src 'self'`: no data: URI may stand in for a file.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Libraries change less often than our code: a browser that has them keeps them over an upgrade.
          groups: [
            { name: 'media', test: /node_modules\/(mediasoup-client|sdp)/, priority: 2 },
            { name: 'framework', test: /node_modules\/(react|react-dom|scheduler|react-router)\//, priority: 2 },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      '^/(api|health|metrics)': SERVER,
      '/socket.io': { target: SERVER, ws: true },
    },
  },
})
