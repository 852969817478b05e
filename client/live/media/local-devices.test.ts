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

  it('has the microphone although there is no camera', async () => {
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

  it('says so on a page that may have no devices', async () => {
    const devices = new LocalDevices({ mediaDevices: undefined, patienceMs: null })
    await devices.start('camera')
    expect(devices.store.getState().camera.problem).toBe('insecure')
  })

  it('does not wait for ever inside another app', async () => {
    vi.useFakeTimers()
    const { browser, devices } = fakeDevices(4000)
    browser.camera = 'silence'
    const asked = devices.start('camera')
    await vi.advanceTimersByTimeAsync(4000)
    await asked
    expect(devices.store.getState().camera.problem).toBe('no-answer')
  })

  it('lets go of an answer to a question that was taken back', async () => {
    const { browser, devices } = fakeDevices()
    const asked = devices.start('camera')
    devices.stop('camera')
    await asked
    expect(browser.last('video').readyState).toBe('ended')
    expect(devices.store.getState().camera).toMatchObject({ status: 'off', track: null })
  })
})

describe('a running device', () => {
  it('is muted at its track, also one that starts muted', async () => {
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

  it('that is unplugged with no other there is called unplugged', async () => {
    const { browser, devices } = fakeDevices()
    await devices.start('camera')
    browser.camera = 'NotFoundError'
    browser.last('video').end()
    await vi.waitFor(() => expect(devices.store.getState().camera.problem).toBe('unplugged'), { timeout: 10_000 })
  })

  it('held by a phone call says so until the call is over', async () => {
    const { browser, devices } = fakeDevices()
    await devices.start('microphone')
    browser.last('audio').hold(true)
    expect(devices.store.getState().microphone).toMatchObject({ status: 'on', isInterrupted: true })
    browser.last('audio').hold(false)
    expect(devices.store.getState().microphone.isInterrupted).toBe(false)
  })

  it('goes dark when it is stopped', async () => {
    const { browser, devices } = fakeDevices()
    await devices.startBoth()
    devices.stopAll()
    expect(browser.given.map(({ readyState }) => readyState)).toEqual(['ended', 'ended'])
  })
})
