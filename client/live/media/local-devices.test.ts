import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeDevices } from './devices.fixture.ts'
import { LocalDevices } from './local-devices.ts'

afterEach(() => {
  vi.useRealTimers()
})

describe('asking for camera and microphone', () => {
  it('asks once for both', async () => {
    const { browser, devices } = fakeDevices()
    await devices.startBoth()
    expect(browser.asked).toHaveLength(1)
    expect(devices.store.getState()).toMatchObject({ microphone: { status: 'on' }, camera: { status: 'on' } })
  })

  it('starts the microphone although there is no camera', async () => {
    const { browser, devices } = fakeDevices()
    browser.camera = 'NotFoundError'
    await devices.startBoth()
    expect(devices.store.getState()).toMatchObject({
      microphone: { status: 'on', problem: null },
      camera: { status: 'failed', problem: 'not-found', track: null },
    })
  })

  it.each([
    ['NotAllowedError', 'denied'],
    ['NotReadableError', 'in-use'],
  ] as const)('explains the browser’s %s as "%s"', async (answer, problem) => {
    const { browser, devices } = fakeDevices()
    browser.microphone = answer
    await devices.start('microphone')
    expect(devices.store.getState().microphone).toMatchObject({ status: 'failed', problem })
  })

  it('reports an insecure page without access to devices', async () => {
    const devices = new LocalDevices({ mediaDevices: undefined, patienceMs: null })
    await devices.start('camera')
    expect(devices.store.getState().camera.problem).toBe('insecure')
  })

  it('times out inside another app', async () => {
    vi.useFakeTimers()
    const { browser, devices } = fakeDevices(4000)
    browser.camera = 'silence'
    const asked = devices.start('camera')
    await vi.advanceTimersByTimeAsync(4000)
    await asked
    expect(devices.store.getState().camera.problem).toBe('no-answer')
  })

  it('stops a track that arrives after the request was cancelled', async () => {
    const { browser, devices } = fakeDevices()
    const asked = devices.start('camera')
    devices.stop('camera')
    await asked
    expect(browser.last('video').readyState).toBe('ended')
    expect(devices.store.getState().camera).toMatchObject({ status: 'off', track: null })
  })
})

describe('a started device', () => {
  it('is muted at its track, also when it starts muted', async () => {
    const { browser, devices } = fakeDevices()
    devices.setMuted(true)
    await devices.start('microphone')
    expect(browser.last('audio').enabled).toBe(false)
    devices.setMuted(false)
    expect(browser.last('audio').enabled).toBe(true)
  })

  it('that is unplugged is replaced by another one', async () => {
    const { browser, devices } = fakeDevices()
    await devices.start('camera')
    browser.last('video').end()
    await vi.waitFor(() => expect(devices.store.getState().camera.status).toBe('on'), { timeout: 10_000 })
    expect(browser.given).toHaveLength(2)
  })

  it('that is unplugged without a replacement reports “unplugged”', async () => {
    const { browser, devices } = fakeDevices()
    await devices.start('camera')
    browser.camera = 'NotFoundError'
    browser.last('video').end()
    await vi.waitFor(() => expect(devices.store.getState().camera.problem).toBe('unplugged'), { timeout: 10_000 })
  })

  it('interrupted by a phone call reports that until the call is over', async () => {
    const { browser, devices } = fakeDevices()
    await devices.start('microphone')
    browser.last('audio').hold(true)
    expect(devices.store.getState().microphone).toMatchObject({ status: 'on', isInterrupted: true })
    browser.last('audio').hold(false)
    expect(devices.store.getState().microphone.isInterrupted).toBe(false)
  })

  it('ends its track when stopped', async () => {
    const { browser, devices } = fakeDevices()
    await devices.startBoth()
    devices.stopAll()
    expect(browser.given.map(({ readyState }) => readyState)).toEqual(['ended', 'ended'])
  })
})
