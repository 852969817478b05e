// `npm run demo`: starts a sample hearing and prints one link for each participant. `-- --json` prints the links as one
// JSON object.
import { launch } from './launch.mjs'
import { main } from './progress.mjs'
import { setup } from './setup.mjs'

await main(async () => {
  const { worker } = await setup()
  return launch('server/demo.ts', process.argv.slice(2), { MEDIASOUP_WORKER_BIN: worker })
})
