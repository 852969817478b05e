// The voice of an interpreter is received by listeners of its language only, as reported by the media workers
// themselves.
import { expect, test } from 'vitest'
import type { Language } from '../../shared/kernel/ids.ts'
import { type Flow, MediaFlows } from '../harness/media-flows.ts'
import { type MediaPage, MediaSession, type Right } from '../harness/media-page.ts'
import { type MediaServer, startMediaServer } from '../harness/media-server.ts'
import { fc } from '../harness/properties.ts'
import { until } from '../harness/wait.ts'

const names = ['chair', 'site', 'citizen', 'interpreter', 'partner'] as const
type Name = (typeof names)[number]
const listeners = ['chair', 'site', 'citizen'] as const

class Hearing {
  readonly server: MediaServer
  readonly session: MediaSession
  readonly pages: Record<Name, MediaPage>
  readonly #flows: MediaFlows<Name>

  private constructor(server: MediaServer) {
    this.server = server
    this.session = new MediaSession(server)
    const page = (name: Name) => this.session.page(name)
    this.pages = {
      chair: page('chair'),
      site: page('site'),
      citizen: page('citizen'),
      interpreter: page('interpreter'),
      partner: page('partner'),
    }
    this.#flows = new MediaFlows(server, this.pages)
  }

  /** All are in, the citizen listens to English, and everybody sends their voice. */
  static async start(options: Parameters<typeof startMediaServer>[0] = {}): Promise<Hearing> {
    const hearing = new Hearing(await startMediaServer(options))
    hearing.pages.citizen.listensTo = 'en'
    await hearing.plan({})
    for (const name of names) {
      await hearing.pages[name].join()
      await hearing.pages[name].produce('microphone')
    }
    return hearing
  }

  /** The chair is heard, and whoever speaks into a channel; `partner` is an observer, heard in a channel alone. */
  plan(channels: Partial<Record<Name, Language>>, rights: Partial<Record<Name, Right>> = {}, aside: Name[] = []) {
    return this.session.plan(
      names.map((name) => {
        const isHeard = name === 'chair' || channels[name] !== undefined || aside.includes(name)
        const group = aside.includes(name) ? 'consultation' : 'floor'
        return [this.pages[name], rights[name] ?? (isHeard ? 'heard' : 'silent'), group] as const
      }),
      { channels: names.flatMap((name) => (channels[name] ? [[this.pages[name], channels[name]] as const] : [])) },
    )
  }

  listens(name: Name, language: Language | null) {
    return this.pages[name].ask({ type: 'listen', language })
  }

  /** Who would hear this one now, and who else is kept ready to. */
  async listenersOf(from: Name): Promise<Name[]> {
    const flows = await this.#flows.consumers()
    return names.filter((name) => flows.includes(`${from} → ${name}: audio`))
  }

  async untilHeardBy(from: Name, ...expected: Name[]): Promise<void> {
    const wanted = expected.map((name): Flow<Name> => `${from} → ${name}: audio`)
    await until(async () => {
      for (const name of names) await this.#flows.resumes(name)
      const flows = await this.#flows.flows()
      const heard = flows.filter((flow) => flow.startsWith(`${from} `))
      return heard.toSorted().join() === wanted.toSorted().join() ? null : heard.join(', ') || 'nobody hears it'
    })
  }
}

test('an interpreter is received by listeners of the language, who also receive the floor', async () => {
  const hearing = await Hearing.start()
  await hearing.plan({ interpreter: 'en' })
  await hearing.untilHeardBy('interpreter', 'citizen')
  await hearing.untilHeardBy('chair', 'site', 'citizen', 'interpreter', 'partner')
})

test('a participant heard on the floor is not received there any more once the plan makes them an interpreter', async () => {
  const hearing = await Hearing.start()
  await hearing.untilHeardBy('chair', 'site', 'citizen', 'interpreter', 'partner')
  await hearing.plan({ chair: 'en' })
  // The plan is made: what is wrong now would be heard.
  expect(await hearing.listenersOf('chair')).toEqual(['citizen'])
  await hearing.listens('citizen', null)
  expect(await hearing.listenersOf('chair')).toEqual([])
})

test('a participant who stops interpreting is muted until they switch their microphone on', async () => {
  const hearing = await Hearing.start()
  const { chair } = hearing.pages
  await hearing.plan({ chair: 'en' })
  await hearing.plan({})
  await until(async () =>
    (await hearing.listenersOf('chair')).includes('site') ? null : 'not ready to hear the chair',
  )
  await hearing.untilHeardBy('chair')
  await until(() => {
    const sources = hearing.server.heard(hearing.session.sessionId, 'sources')?.sources
    return sources?.[chair.participantId]?.audio === 'muted' ? null : 'not shown as muted'
  })
  await chair.ask({ type: 'mute', isMuted: false })
  await hearing.untilHeardBy('chair', 'site', 'citizen', 'interpreter', 'partner')
})

test('a listener who chooses another language, or none, no longer receives the earlier one', async () => {
  const hearing = await Hearing.start()
  await hearing.plan({ interpreter: 'en', partner: 'hmn' })
  await hearing.untilHeardBy('interpreter', 'citizen')
  await hearing.listens('citizen', 'hmn')
  expect(await hearing.listenersOf('interpreter')).toEqual([])
  await hearing.untilHeardBy('partner', 'citizen')
  await hearing.listens('citizen', null)
  expect(await hearing.listenersOf('partner')).toEqual([])
  await hearing.listens('site', 'hmn')
  await hearing.untilHeardBy('partner', 'site')
})

test('the language is chosen when joining, and applies from the first consumers', async () => {
  const hearing = await Hearing.start()
  await hearing.plan({ interpreter: 'en' })
  const { citizen } = hearing.pages
  const heard = async () => (await citizen.join()).consumers.map(({ participantId }) => participantId)
  expect((await heard()).toSorted()).toEqual(['chair', 'interpreter'])
  citizen.listensTo = null
  expect(await heard()).toEqual(['chair'])
})

test('a partner who takes over is received instead of the earlier interpreter', async () => {
  const hearing = await Hearing.start()
  await hearing.plan({ interpreter: 'en' })
  await hearing.untilHeardBy('interpreter', 'citizen')
  await hearing.plan({ partner: 'en' })
  await hearing.untilHeardBy('partner', 'citizen')
  await hearing.untilHeardBy('interpreter')
})

test('an interpreter who changes languages is never received in both channels', async () => {
  const hearing = await Hearing.start()
  await hearing.listens('site', 'hmn')
  await hearing.plan({ interpreter: 'en' })
  await hearing.untilHeardBy('interpreter', 'citizen')
  await hearing.plan({ interpreter: 'hmn' })
  expect(await hearing.listenersOf('interpreter')).not.toContain('citizen')
  await hearing.untilHeardBy('interpreter', 'site')
})

test('members of a consultation receive no channel', async () => {
  const hearing = await Hearing.start()
  await hearing.plan({ interpreter: 'en' })
  await hearing.untilHeardBy('interpreter', 'citizen')
  await hearing.plan({ interpreter: 'en' }, {}, ['citizen', 'site'])
  expect(await hearing.listenersOf('interpreter')).toEqual([])
  await hearing.plan({ interpreter: 'en' })
  await hearing.untilHeardBy('interpreter', 'citizen')
})

test('an observer who becomes an interpreter gets a send transport for a voice only, and loses it afterwards', async () => {
  const hearing = await Hearing.start()
  const { partner } = hearing.pages
  const restarts = () => hearing.server.told(partner.connectionId, 'restarted')
  const welcomed = async (count: number) => {
    await until(() => (restarts().length === count ? null : `${restarts().length} restarts`))
    const welcome = restarts()[count - 1]?.welcome
    if (welcome) await partner.take(welcome)
    return welcome
  }
  await hearing.plan({}, { partner: 'observer' })
  expect((await welcomed(1))?.send).toBeNull()
  expect(await partner.refusal({ type: 'mute', isMuted: false })).toBe('media.not-allowed')
  await hearing.plan({}, { partner: 'voiceOnly' })
  expect((await welcomed(2))?.send).not.toBeNull()
  await partner.produce('microphone')
  await expect(partner.produce('camera')).rejects.toThrow('media.not-allowed')
  await hearing.plan({ partner: 'en' })
  await hearing.untilHeardBy('partner', 'citizen')
  await hearing.plan({}, { partner: 'observer' })
  const senders = [...hearing.server.census.producers].map(({ appData }) => appData.participantId)
  expect(senders).not.toContain('partner')
  expect((await welcomed(3))?.send).toBeNull()
})

test('an interpreter is not measured as a speaker of the floor', async () => {
  const hearing = await Hearing.start()
  const { census } = hearing.server
  const listenedTo = () => new Set([...census.listenedTo].map((id) => census.producer(id).appData.participantId))
  await hearing.plan({ interpreter: 'en' })
  await hearing.untilHeardBy('interpreter', 'citizen')
  await until(() => (listenedTo().has('chair') ? null : 'nobody listens to the chair yet'))
  expect([...listenedTo()]).toEqual(['chair'])
})

test('whatever the sequence of channels and choices, nobody receives a channel they have not chosen', async () => {
  const hearing = await Hearing.start({ workers: 2, consumersPerRouter: 6 })
  const someLanguage = fc.constantFrom<(Language | null)[]>('en', 'hmn', null)
  const choice = fc.record({ name: fc.constantFrom(...listeners), language: someLanguage })
  const channels = fc.constantFrom<Partial<Record<Name, Language>>[]>(
    {},
    { interpreter: 'en' },
    { partner: 'en' },
    { interpreter: 'hmn', partner: 'en' },
    { chair: 'en', partner: 'hmn' },
  )
  const chosen: Partial<Record<Name, Language | null>> = { citizen: 'en' }
  await fc.assert(
    fc.asyncProperty(
      fc.array(channels, { minLength: 1, maxLength: 3 }),
      fc.array(choice, { maxLength: 3 }),
      async (plans, choices) => {
        await Promise.all([
          ...plans.map((plan) => hearing.plan(plan)),
          ...choices.map(({ name, language }) => {
            chosen[name] = language
            return hearing.listens(name, language)
          }),
        ])
        for (const [from, language] of Object.entries(plans.at(-1) ?? {}) as [Name, Language][]) {
          const entitled = names.filter((name) => chosen[name] === language)
          expect(entitled).toEqual(expect.arrayContaining(await hearing.listenersOf(from)))
        }
      },
    ),
    { numRuns: 40 },
  )
})
