// `npm run demo`: a running sample hearing, one link for each who takes part. `-- --json` prints the links as one JSON object.
import { launch } from './launch.mjs'
import { main } from './progress.mjs'
import { setup } from './setup.mjs'

await main(async () => {
  const { worker } = await setup()
  return launch('server/demo.ts', process.argv.slice(2), { MEDIASOUP_WORKER_BIN: worker })
})
