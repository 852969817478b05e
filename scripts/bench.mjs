// `npm run bench -- NAME`: runs one benchmark. Prepares like the other launchers, so it also works in a fresh clone.
import { launch } from './launch.mjs'
import { main } from './progress.mjs'
import { setup } from './setup.mjs'

await main(async () => {
  const { worker } = await setup({ forTests: true })
  return launch('tests/bench/bench.ts', process.argv.slice(2), { MEDIASOUP_WORKER_BIN: worker })
})
