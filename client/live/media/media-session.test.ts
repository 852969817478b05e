import { Device, FakeHandler, testFakeParameters, type types } from 'mediasoup-client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Language, ParticipantId } from '../../../shared/kernel/ids.ts'
import { reject } from '../../../shared/kernel/rejection.ts'
import type { VisibleTile } from '../../../shared/wire/engine/media-requests.ts'
import { type FakeMediaDevices, fakeDevices } from './devices.fixture.ts'
import type { LocalDevices } from './local-devices.ts'
import { FakeServer, offered, welcome } from './media-server.fixture.ts'
import { MediaSession } from './media-session.ts'
import { mediaStore } from './media-store.ts'
import { ScreenCapture } from './screen-capture.ts'

const chair = ParticipantId.parse('chair')
const site = ParticipantId.parse('site')

let server: FakeServer
let browser: FakeMediaDevices
let devices: LocalDevices
let screen: ScreenCapture
let media: MediaSession
let transports: types.Transport[]
const visible = {
  onChange: (_tiles: readonly VisibleTile[]): void => undefined,
  current: (): VisibleTile[] => [],
  setAudioOnly: () => undefined,
}

/** What the person chooses to listen to. */
let chosen: Language | null
let tellChosen: () => void
const language = {
  current: () => chosen,
  watch(changed: () => void) {
    tellChosen = changed
    return () => undefined
  },
}
function chooses(next: Language | null) {
  chosen = next
  tellChosen()
}

const until = (reason: string, isSo: () => boolean) =>
  vi.waitFor(
    () => {
      if (!isSo()) throw new Error(`not yet: ${reason}; asked so far: ${server.types().join(', ')}`)
    },
    { timeout: 10_000 },
  )
const shown = (participantId: ParticipantId) => mediaStore.getState().remote[participantId] ?? {}

async function createDevice(): Promise<Device> {
  const device = await Device.factory({ handlerFactory: FakeHandler.createFactory(testFakeParameters) })
  device.observer.on('newtransport', (transport) => transports.push(transport))
  return device
}

/** The path of a transport changes, as the browser would tell. */
function becomes(direction: 'send' | 'recv', state: types.ConnectionState) {
  const transport = transports.findLast((one) => one.direction === direction)
  if (transport?.handler instanceof FakeHandler) transport.handler.setConnectionState(state)
}

beforeEach(async () => {
  vi.stubGlobal('window', new EventTarget())
  server = new FakeServer()
  transports = []
  chosen = null
  ;({ browser, devices } = fakeDevices())
  screen = new ScreenCapture(browser.asMediaDevices())
  media = new MediaSession({
    request: server.request,
    devices,
    screen,
    visible,
    language,
    routerCapabilities: async () => testFakeParameters.generateRouterRtpCapabilities(),
    createDevice,
  })
  await media.prepare(testFakeParameters.generateRouterRtpCapabilities())
  media.setWanted(true)
})
afterEach(() => {
  media.close()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('before joining', () => {
  it('knows the RTP capabilities of this browser for `hello`', () => {
    expect(media.introduction().rtpCapabilities).toHaveProperty('codecs')
  })

  it('reports a browser that cannot take part', async () => {
    const other = new MediaSession({
      request: server.request,
      devices,
      screen,
      visible,
      language,
      routerCapabilities: async () => null,
      createDevice: () => Promise.reject(new Error('device not supported')),
    })
    await other.prepare({})
    expect(other.introduction().rtpCapabilities).toBeNull()
    expect(mediaStore.getState().path).toBe('unsupported')
    other.close()
  })
})

describe('receiving', () => {
  it('shows the first consumers, and resumes them in one message when they are on the page', async () => {
    const list = [offered(chair, 'audio'), offered(chair, 'video'), offered(site, 'video')]
    media.welcomed(welcome(...list))
    await until('all three tracks are there', () =>
      Boolean(shown(chair).microphone && shown(chair).camera && shown(site).camera),
    )
    expect(server.types()).not.toContain('resume')
    for (const { id } of list) media.attached(id)
    await until('resume is asked', () => server.types().includes('resume'))
    expect(server.last('resume')?.consumerIds).toEqual(list.map(({ id }) => id))
    expect(server.types().filter((type) => type === 'resume')).toHaveLength(1)
  })

  it('does not resume again a consumer that is shown in a second place', async () => {
    const one = offered(chair, 'video')
    media.welcomed(welcome(one))
    await until('the track is there', () => shown(chair).camera !== undefined)
    media.attached(one.id)
    await until('resume is asked', () => server.types().includes('resume'))
    media.attached(one.id)
    await Promise.resolve()
    expect(server.types().filter((type) => type === 'resume')).toHaveLength(1)
  })

  it('adds and closes consumers as the server says', async () => {
    const [first, second] = [offered(chair, 'video'), offered(site, 'video')]
    media.welcomed(welcome(first))
    await until('the first is there', () => shown(chair).camera !== undefined)
    media.noticed({ type: 'consumers', added: [second], closed: [first.id] })
    await until('the second is there', () => shown(site).camera !== undefined)
    expect(shown(chair).camera).toBeUndefined()
  })

  it('does not show a consumer that was closed while it was being created', async () => {
    const [gone, kept] = [offered(chair, 'video'), offered(site, 'video')]
    media.welcomed(welcome(gone, kept))
    media.noticed({ type: 'consumers', added: [], closed: [gone.id] })
    await until('the other is there', () => shown(site).camera !== undefined)
    expect(shown(chair).camera).toBeUndefined()
  })

  it('sends the visible tiles once media is connected', async () => {
    visible.onChange([{ participantId: chair, source: 'camera', width: 640 }])
    expect(server.asked).toEqual([])
    media.welcomed(welcome())
    visible.onChange([{ participantId: chair, source: 'camera', width: 640 }])
    expect(server.last('show')?.visible).toEqual([{ participantId: chair, source: 'camera', width: 640 }])
  })
})

describe('listening to an interpreter', () => {
  const told = () => server.asked.filter(({ type }) => type === 'listen')

  it('sends the language with `hello`, and no further message', () => {
    chooses('en')
    expect(media.introduction().listensTo).toBe('en')
    media.welcomed(welcome())
    expect(told()).toEqual([])
  })

  it('sends a changed choice: another language, and the floor', () => {
    media.introduction()
    media.welcomed(welcome())
    chooses('en')
    chooses(null)
    expect(told()).toEqual([
      { type: 'listen', language: 'en' },
      { type: 'listen', language: null },
    ])
  })

  it('sends the choice again after the server has rejected it', async () => {
    media.introduction()
    media.welcomed(welcome())
    chooses('en')
    server.answers.listen = { ok: false, ...reject('media.unavailable') }
    chooses(null)
    await Promise.resolve()
    server.answers = {}
    media.noticed({ type: 'restarted', welcome: welcome() })
    expect(told().at(-1)).toEqual({ type: 'listen', language: null })
    expect(told()).toHaveLength(3)
  })

  it('sends the choice again after a welcome that may be based on an older one', () => {
    media.introduction()
    chooses('hmn')
    media.welcomed(welcome())
    expect(told()).toEqual([{ type: 'listen', language: 'hmn' }])
  })
})

describe('sending', () => {
  it('produces what is switched on: Opus, and VP8 in three layers', async () => {
    await devices.startBoth()
    media.welcomed(welcome())
    await until('both are produced', () => server.types().filter((type) => type === 'produce').length === 2)
    const [audio, video] = server.asked.filter((request) => request.type === 'produce')
    expect(audio).toMatchObject({ source: 'microphone', isMuted: false })
    expect(video).toMatchObject({
      source: 'camera',
      rtpParameters: {
        encodings: [
          { scaleResolutionDownBy: 4, maxBitrate: 100_000, scalabilityMode: 'L1T3' },
          { scaleResolutionDownBy: 2, maxBitrate: 350_000, scalabilityMode: 'L1T3' },
          { scaleResolutionDownBy: 1, maxBitrate: 1_100_000, scalabilityMode: 'L1T3' },
        ],
      },
    })
  })

  it('sends the mute state at the start and when it changes', async () => {
    devices.setMuted(true)
    await devices.start('microphone')
    media.welcomed(welcome())
    await until('it is produced', () => server.types().includes('produce'))
    expect(server.last('produce')).toMatchObject({ isMuted: true })
    await until('the producer is held', () => mediaStore.getState().hasSendProblem === false)
    devices.setMuted(false)
    await until('the switch is told', () => server.types().includes('mute'))
    expect(server.last('mute')).toEqual({ type: 'mute', isMuted: false })
  })

  it('closes the producer with the camera, and creates a new one with the next', async () => {
    await devices.start('camera')
    media.welcomed(welcome())
    await until('it is produced', () => server.types().includes('produce'))
    devices.stop('camera')
    await until('it is closed', () => server.types().includes('closeProducer'))
    await devices.start('camera')
    await until('it is produced again', () => server.types().filter((type) => type === 'produce').length === 2)
  })

  it('replaces the track of an unplugged camera without a new producer', async () => {
    await devices.start('camera')
    media.welcomed(welcome())
    await until('it is produced', () => server.types().includes('produce'))
    browser.last('video').end()
    await until('another track is there', () => browser.given.length === 2)
    await until('it is held', () => devices.store.getState().camera.status === 'on')
    devices.stop('camera')
    await until('it is closed', () => server.types().includes('closeProducer'))
    expect(server.types().filter((type) => type === 'produce')).toHaveLength(1)
  })

  it('reports that sending fails when the server rejects it', async () => {
    server.answers.produce = { ok: false, ...reject('media.invalid') }
    await devices.start('microphone')
    media.welcomed(welcome())
    await until('the problem shows', () => mediaStore.getState().hasSendProblem)
  })
})

describe('a broken media path', () => {
  const ice = { ok: true as const, iceParameters: { usernameFragment: 'new', password: 'new' } }

  beforeEach(async () => {
    vi.useFakeTimers()
    server.answers.restartIce = ice
    await devices.start('microphone')
    media.welcomed(welcome(offered(chair, 'video')))
    await vi.advanceTimersByTimeAsync(0)
    becomes('send', 'connected')
    becomes('recv', 'connected')
    server.asked = []
  })

  it('for less than two seconds is left alone', async () => {
    becomes('recv', 'disconnected')
    expect(mediaStore.getState().path).toBe('interrupted')
    await vi.advanceTimersByTimeAsync(1900)
    becomes('recv', 'connected')
    await vi.advanceTimersByTimeAsync(5000)
    expect(server.asked).toEqual([])
    expect(mediaStore.getState().path).toBe('ready')
  })

  it('for longer gets an ICE restart', async () => {
    becomes('recv', 'disconnected')
    await vi.advanceTimersByTimeAsync(2000)
    expect(server.types()).toEqual(['restartIce'])
  })

  it('gets an ICE restart for both transports at once when the device is online again', async () => {
    window.dispatchEvent(new Event('online'))
    await vi.advanceTimersByTimeAsync(0)
    expect(server.types()).toEqual(['restartIce', 'restartIce'])
  })

  it('that has failed is replaced: the browser joins and produces again', async () => {
    server.answers.join = { ok: true, welcome: welcome(offered(site, 'video')) }
    becomes('send', 'failed')
    await vi.advanceTimersByTimeAsync(0)
    expect(server.types()).toContain('join')
    expect(server.types()).toContain('produce')
    expect(shown(site).camera).toBeDefined()
    expect(shown(chair).camera).toBeUndefined()
  })

  it('keeps the last picture until a new one arrives', async () => {
    server.answers.join = { ok: false, ...reject('media.unavailable') }
    becomes('recv', 'failed')
    await vi.advanceTimersByTimeAsync(100)
    expect(shown(chair).camera).toBeDefined()
  })

  it('is retried until it succeeds', async () => {
    server.answers.join = { ok: false, ...reject('media.unavailable') }
    becomes('recv', 'failed')
    await vi.advanceTimersByTimeAsync(12_000)
    expect(server.types().filter((type) => type === 'join').length).toBeGreaterThanOrEqual(3)
    server.answers.join = { ok: true, welcome: welcome() }
    await vi.advanceTimersByTimeAsync(5000)
    const joins = server.types().filter((type) => type === 'join').length
    await vi.advanceTimersByTimeAsync(20_000)
    expect(server.types().filter((type) => type === 'join')).toHaveLength(joins)
  })
})

describe('the media server', () => {
  it('that has replaced its worker gets new transports and producers', async () => {
    await devices.start('microphone')
    media.welcomed(welcome(offered(chair, 'video')))
    await until('it is produced', () => server.types().includes('produce'))
    server.asked = []
    media.noticed({ type: 'restarted', welcome: welcome(offered(chair, 'video')) })
    await until('it is produced again', () => server.types().includes('produce'))
    expect(transports.map(({ closed }) => closed)).toEqual([true, true, false, false])
    expect(browser.last('audio').readyState).toBe('live')
  })

  it('that ends media when the session closes is not asked again', async () => {
    vi.useFakeTimers()
    media.welcomed(welcome(offered(chair, 'video')))
    await vi.advanceTimersByTimeAsync(0)
    media.setWanted(false)
    media.noticed({ type: 'ended' })
    expect(mediaStore.getState()).toMatchObject({ remote: {}, path: 'none' })
    await vi.advanceTimersByTimeAsync(20_000)
    expect(server.types()).not.toContain('join')
  })

  it('that had no media at joining is asked again', async () => {
    vi.useFakeTimers()
    server.answers.join = { ok: true, welcome: welcome(offered(chair, 'video')) }
    media.welcomed(null)
    await vi.advanceTimersByTimeAsync(2000)
    expect(server.types()).toContain('join')
    expect(shown(chair).camera).toBeDefined()
  })
})
