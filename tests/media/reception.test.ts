// A reception from its rules to the packets: the sound of a citizen reaches the officer and the recorder without any
// command of an officer.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createRecordings } from '../../server/media/recording/recorder.ts'
import { openStore } from '../../server/platform/store/open-store.ts'
import { ConnectionId } from '../../shared/kernel/ids.ts'
import { mediaPlan } from '../../shared/projections/media-plan.ts'
import { admits, atReception, by, connect, type Step, silences } from '../harness/given.ts'
import { type MediaPage, MediaSession } from '../harness/media-page.ts'
import { silent, startMediaServer } from '../harness/media-server.ts'
import { toneFor } from '../harness/rtp-source.ts'
import { until } from '../harness/wait.ts'

const names = ['chair', 'secretary', 'citizen1'] as const
type Name = (typeof names)[number]
const one = { participantId: 'citizen1' }
const arrived: Step[] = [connect(...names), admits('citizen1')]
const recorded: Step[] = [...arrived, by('system', 'recording.request', {})]

async function openReception() {
  const dataDir = await mkdtemp(join(tmpdir(), 'diemcau-reception-'))
  const { store } = await openStore({ dataDir })
  const recordings = createRecordings({ dataDir, program: 'ffmpeg', segmentSeconds: 2, store, log: silent })
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  const server = await startMediaServer({ recordings })
  onTestFinished(() => recordings.close())
  const session = new MediaSession(server)
  const open = (name: Name): MediaPage => {
    const page = session.page(name)
    page.connectionId = ConnectionId.parse(`${name}-device`)
    return page
  }
  const pages = { chair: open('chair'), secretary: open('secretary'), citizen1: open('citizen1') }
  /** As the server does after each commit. */
  const become = (steps: readonly Step[]) =>
    server.plane.reconcile(session.sessionId, mediaPlan(atReception(...steps).state))
  /** How many packets of sound each officer was sent so far. */
  const packets: Record<Name, number> = { chair: 0, secretary: 0, citizen1: 0 }

  await become(arrived)
  for (const name of names) {
    const page = pages[name]
    const { send, receive } = await page.join()
    const [router] = server.census.routers
    if (!router || !send) throw new Error('there is no router')
    if (name === 'citizen1') await toneFor(server.census.transport(send.id), router)
    // Nobody has a line without a browser: what would be sent is handed to the test.
    const ear = await router.createDirectTransport()
    const transport = server.census.transport(receive.id)
    transport.consume = async (options) => {
      const consumer = await ear.consume(options)
      consumer.on('rtp', () => {
        packets[name] += 1
      })
      return consumer
    }
  }
  /** As the page of an officer does with what it is told of. */
  async function ready(): Promise<void> {
    for (const name of ['chair', 'secretary'] as const)
      for (const { added } of server.told(pages[name].connectionId, 'consumers'))
        await pages[name].request({ type: 'resume', consumerIds: added.map(({ id }) => id) })
  }
  async function hears(name: Name): Promise<void> {
    const before = packets[name]
    await until(async () => {
      await ready()
      return packets[name] > before + 5 ? null : `${packets[name] - before} packets came to ${name}`
    })
  }
  return { server, session, pages, become, hears, packets }
}

test('the officer hears the citizen from the beginning, and again after the check of papers; so does the recorder', async () => {
  const { server, pages, become, hears, packets } = await openReception()
  await pages.citizen1.produce('microphone')
  await hears('chair')

  await become(recorded)
  await until(() =>
    server.recording.some(({ type, participantId }) => type === 'written' && participantId === 'citizen1')
      ? null
      : `the recorder told ${JSON.stringify(server.recording)}`,
  )

  const looks = [...recorded, by('secretary', 'identity.begin', one)]
  await become(looks)
  await hears('secretary')
  const whenAside = packets.chair
  await hears('secretary')
  expect(packets.chair).toBe(whenAside)
  await become([...looks, by('secretary', 'identity.defer', { ...one, reason: 'Để quên giấy tờ' })])
  await hears('chair')
})

test('a participant silenced by staff is paused on the server', async () => {
  const { server, pages, become, hears } = await openReception()
  const producerId = await pages.citizen1.produce('microphone')
  await hears('chair')
  await become([...arrived, silences('citizen1')])
  expect((await server.census.producer(producerId).dump()).paused).toBe(true)
  await become(arrived)
  await hears('chair')
})
