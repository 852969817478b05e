// The shared screen from the click to what is sent of it.
import { Device, FakeHandler, testFakeParameters } from 'mediasoup-client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type FakeMediaDevices, fakeDevices } from './devices.fixture.ts'
import type { LocalDevices } from './local-devices.ts'
import { FakeServer, welcome } from './media-server.fixture.ts'
import { MediaSession } from './media-session.ts'
import { ScreenCapture } from './screen-capture.ts'

let server: FakeServer
let browser: FakeMediaDevices
let devices: LocalDevices
let screen: ScreenCapture
let media: MediaSession

beforeEach(async () => {
  vi.stubGlobal('window', new EventTarget())
  server = new FakeServer()
  ;({ browser, devices } = fakeDevices())
  screen = new ScreenCapture(browser.asMediaDevices())
  media = new MediaSession({
    request: server.request,
    devices,
    screen,
    language: { current: () => null, watch: () => () => undefined },
    visible: { onChange: () => undefined, current: () => [], setAudioOnly: () => undefined },
    routerCapabilities: async () => null,
    createDevice: () => Device.factory({ handlerFactory: FakeHandler.createFactory(testFakeParameters) }),
  })
  await media.prepare(testFakeParameters.generateRouterRtpCapabilities())
})
afterEach(() => {
  media.close()
  vi.unstubAllGlobals()
})

const until = (reason: string, isSo: () => boolean) =>
  vi.waitFor(
    () => {
      if (!isSo()) throw new Error(`not yet: ${reason}; asked so far: ${server.types().join(', ')}`)
    },
    { timeout: 10_000 },
  )
const produced = () =>
  server.asked.flatMap((request) => (request.type === 'produce' ? [request.source] : [])).toSorted()

it('sends screen and sound in two sizes, in addition to the camera', async () => {
  await devices.start('camera')
  media.welcomed(welcome())
  expect(await screen.start()).toBe(true)
  await until('all are produced', () => produced().length === 3)
  expect(produced()).toEqual(['camera', 'screen', 'screenSound'])
  const sent = server.asked.find((request) => request.type === 'produce' && request.source === 'screen')
  expect(sent).toMatchObject({
    rtpParameters: {
      encodings: [
        { scaleResolutionDownBy: 2, maxBitrate: 500_000, scalabilityMode: 'L1T3' },
        { scaleResolutionDownBy: 1, maxBitrate: 2_000_000, scalabilityMode: 'L1T3' },
      ],
    },
  })
})

it('ends with the browser’s own stop button, and calls onEnded', async () => {
  media.welcomed(welcome())
  screen.onEnded = vi.fn()
  await screen.start()
  await until('both are produced', () => produced().length === 2)
  browser.last('video').end()
  await until('both are closed', () => server.types().filter((type) => type === 'closeProducer').length === 2)
  expect(screen.onEnded).toHaveBeenCalledOnce()
  expect(browser.last('audio').readyState).toBe('ended')
})

it('stays off when the person cancels the choice', async () => {
  media.welcomed(welcome())
  browser.screen = 'NotAllowedError'
  expect(await screen.start()).toBe(false)
  expect(screen.store.getState().status).toBe('off')
  expect(produced()).toEqual([])
})

it('continues over new transports', async () => {
  media.welcomed(welcome())
  await screen.start()
  await until('both are produced', () => produced().length === 2)
  media.noticed({ type: 'restarted', welcome: welcome() })
  await until('both are produced again', () => produced().length === 4)
})

it('is unavailable in a browser without the function', () => {
  expect(new ScreenCapture(undefined).isPossible).toBe(false)
  expect(screen.isPossible).toBe(true)
})
