// Who receives whom: only members of the same group, as reported by the media workers themselves.
import { expect, test } from 'vitest'
import { type Flow, MediaFlows } from '../harness/media-flows.ts'
import { type MediaPage, MediaSession } from '../harness/media-page.ts'
import { type MediaServer, startMediaServer } from '../harness/media-server.ts'
import { fc } from '../harness/properties.ts'
import { until } from '../harness/wait.ts'

const names = ['chair', 'secretary', 'site', 'citizen', 'observer'] as const
type Name = (typeof names)[number]

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
      secretary: page('secretary'),
      site: page('site'),
      citizen: page('citizen'),
      observer: page('observer'),
    }
    this.#flows = new MediaFlows(server, this.pages)
  }

  /** Everybody sends both, shows everybody and is ready to receive. */
  static async start(options: Parameters<typeof startMediaServer>[0] = {}): Promise<Hearing> {
    const hearing = new Hearing(await startMediaServer(options))
    await hearing.aside()
    for (const name of names) await hearing.joins(name)
    for (const name of names) await hearing.resumes(name)
    return hearing
  }

  async joins(name: Name): Promise<void> {
    const page = this.pages[name]
    await page.join(names.map((other) => this.pages[other].tile()))
    if (name === 'observer') return
    await page.produce('microphone')
    await page.produce('camera')
  }

  /** Those named are taken aside; the others are on the floor, where chair and secretary are heard. */
  aside(...group: Name[]): Promise<void> {
    return this.session.plan(
      names.map((name) => {
        const isAside = group.includes(name)
        const isHeard = isAside || name === 'chair' || name === 'secretary'
        const right = name === 'observer' ? 'observer' : isHeard ? 'heard' : 'silent'
        return [this.pages[name], right, isAside ? 'consultation' : 'floor'] as const
      }),
    )
  }

  resumes(name: Name): Promise<void> {
    return this.#flows.resumes(name)
  }

  consumers(): Promise<Flow<Name>[]> {
    return this.#flows.consumers()
  }

  flows(): Promise<Flow<Name>[]> {
    return this.#flows.flows()
  }

  consumerIds(from: Name, to: Name): Promise<string[]> {
    return this.#flows.consumerIds(from, to)
  }
}

const between = (flows: readonly Flow<Name>[], group: readonly string[]) =>
  flows.filter((flow) => {
    const [from = '', rest = ''] = flow.split(' → ')
    const [to = ''] = rest.split(':')
    return group.includes(from) !== group.includes(to)
  })

test('without a consultation everybody receives all pictures, and the voices that may be heard', async () => {
  const hearing = await Hearing.start()
  await until(async () => ((await hearing.consumers()).includes('citizen → observer: video') ? null : 'not yet'))
  for (const name of names) await hearing.resumes(name)
  const flows = await hearing.flows()
  expect(flows).toContain('chair → citizen: audio')
  expect(flows).not.toContain('citizen → chair: audio')
})

test('once the plan is applied, nobody outside a consultation receives its members, and they receive nobody outside', async () => {
  const hearing = await Hearing.start()
  const group = ['chair', 'citizen'] as const
  await hearing.aside(...group)
  expect(between(await hearing.consumers(), group)).toEqual([])
  expect(between(await hearing.flows(), group)).toEqual([])
})

test('members of a consultation hear and see each other, whoever has the floor', async () => {
  const hearing = await Hearing.start()
  const { site, citizen } = hearing.pages
  await hearing.aside('site', 'citizen')
  const expected: Flow<Name>[] = [
    'citizen → site: audio',
    'citizen → site: video',
    'site → citizen: audio',
    'site → citizen: video',
  ]
  await until(async () => {
    await hearing.resumes('site')
    await hearing.resumes('citizen')
    const flows = await hearing.flows()
    return expected.every((flow) => flows.includes(flow)) ? null : flows.join(', ')
  })
  expect(hearing.server.told(site.connectionId, 'ended')).toEqual([])
  expect(hearing.server.told(citizen.connectionId, 'ended')).toEqual([])
})

test('a page outside is told that its consumers are closed, and cannot get them back by a request', async () => {
  const hearing = await Hearing.start()
  const { chair, observer } = hearing.pages
  const told = () => hearing.server.told(observer.connectionId, 'consumers')
  const ids = await hearing.consumerIds('chair', 'observer')
  expect(ids).toHaveLength(2)
  await hearing.aside('chair', 'site')
  await until(() =>
    told()
      .flatMap(({ closed }) => closed)
      .some((id) => ids.includes(id))
      ? null
      : 'nothing was told',
  )
  expect(await observer.refusal({ type: 'resume', consumerIds: ids })).toBe('media.unknown')
  await observer.ask({ type: 'show', visible: [chair.tile(1280)] })
  expect(await observer.request({ type: 'join', ...(await observer.wish([chair.tile(1280)])) })).toMatchObject({
    ok: true,
    welcome: { consumers: expect.not.arrayContaining([expect.objectContaining({ participantId: 'chair' })]) },
  })
})

test('whoever joins or sends during a consultation neither receives its members nor is received by them', async () => {
  const hearing = await Hearing.start()
  const group = ['chair', 'secretary'] as const
  await hearing.aside(...group)
  await hearing.joins('site')
  await hearing.joins('chair')
  await hearing.pages.secretary.produce('camera')
  await until(async () => ((await hearing.consumers()).includes('chair → secretary: video') ? null : 'not yet'))
  expect(between(await hearing.consumers(), group)).toEqual([])
})

test('a consumer being created when its sender joins a consultation is not left open', async () => {
  const hearing = await Hearing.start({ hiddenForMs: 0 })
  const { chair, observer } = hearing.pages
  const isSeen = async () => (await hearing.consumers()).includes('chair → observer: video')
  for (let attempt = 0; attempt < 20; attempt += 1) {
    await observer.ask({ type: 'show', visible: [] })
    await until(async () => ((await isSeen()) ? 'still there' : null))
    const opening = observer.ask({ type: 'show', visible: [chair.tile()] })
    // The worker has been asked and has not answered yet.
    await new Promise((resolve) => setImmediate(resolve))
    await hearing.aside('chair', 'site')
    await opening
    expect(between(await hearing.consumers(), ['chair', 'site'])).toEqual([])
    await hearing.aside()
  }
})

test('members who return from a consultation receive and are received as before', async () => {
  const hearing = await Hearing.start()
  await hearing.aside('chair', 'site')
  await hearing.aside()
  await until(async () => {
    const flows = await hearing.consumers()
    return flows.includes('chair → citizen: audio') && flows.includes('citizen → site: video') ? null : flows.join(', ')
  })
  const { server } = hearing
  expect(server.plane.statistics().consumers).toBe(server.census.counts.consumers)
})

test('the audio levels of a consultation are not measured', async () => {
  const hearing = await Hearing.start()
  const { census } = hearing.server
  const listenedTo = () => new Set([...census.listenedTo].map((id) => census.producer(id).appData.participantId))
  await until(() => (listenedTo().has('chair') ? null : 'nobody listens to the chair yet'))
  await hearing.aside('chair', 'citizen')
  await until(() => (listenedTo().has('chair') ? 'the chair is still listened to' : null))
  expect([...listenedTo()]).toEqual(['secretary'])
})

test('whatever the sequence and speed of group changes, nobody receives a member of another group', async () => {
  const hearing = await Hearing.start({ workers: 2, consumersPerRouter: 8 })
  const someGroup = fc.subarray([...names])
  await fc.assert(
    fc.asyncProperty(
      fc.array(someGroup, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...names),
      async (groups, name) => {
        const plans = groups.map((group) => hearing.aside(...group))
        const [joined] = await Promise.all([hearing.joins(name).catch(() => 'the plan changed under way'), ...plans])
        expect(joined).toBeOneOf([undefined, 'the plan changed under way'])
        for (const each of names) await hearing.resumes(each)
        const group = groups.at(-1) ?? []
        expect(between(await hearing.consumers(), group)).toEqual([])
      },
    ),
    { numRuns: 25 },
  )
})
