// `npm run bench -- NAME`: measures one thing, in a fresh clone, too. Prepares as the other launchers do, so the media worker is found.
import { launch } from './launch.mjs'
import { main } from './progress.mjs'
import { setup } from './setup.mjs'

await main(async () => {
  const { worker } = await setup({ forTests: true })
  return launch('tests/bench/bench.ts', process.argv.slice(2), { MEDIASOUP_WORKER_BIN: worker })
})
