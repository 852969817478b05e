// The process of the server: reads the settings, starts the app, prints what the operator must know, and stops in
// order.
import type { App } from './app/app.ts'
import { type Config, describeConfig, loadConfig } from './platform/config/config.ts'
import { runProcess } from './process.ts'

if (process.argv.includes('--help')) {
  console.log(`Usage: npm start\n\nSettings, read from the environment:\n${describeConfig()}`)
} else {
  await runProcess(() => loadConfig(process.env), announce)
}

async function announce({ url, setUpUrl }: App, { publicUrl }: Config): Promise<void> {
  console.log(`Điểm Cầu is running: ${url}`)
  if (setUpUrl) console.log(`There is no account yet. Make the first administrator here (once): ${setUpUrl}`)
  if (!publicUrl)
    console.log(
      'Other machines need https for camera and microphone: set PUBLIC_URL and put a TLS proxy in front (docs/operate/network.md).',
    )
}
