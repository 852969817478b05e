// `npm start`: starts the server without sample data. `npm start -- --help` lists the settings.
import { launch } from './launch.mjs'
import { ensureNpmPackages } from './npm-packages.mjs'
import { main } from './progress.mjs'
import { setup } from './setup.mjs'

const args = process.argv.slice(2)

await main(async () => {
  if (args.includes('--help')) {
    await ensureNpmPackages()
    return launch('server/main.ts', args, {})
  }
  const { worker } = await setup()
  return launch('server/main.ts', args, { NODE_ENV: 'production', MEDIASOUP_WORKER_BIN: worker })
})
