// Measures who speaks, with real packets that have the audio level of RFC 6464.
import { expect, test } from 'vitest'
import { Cascade } from '../../server/media/sfu/cascade.ts'
import type { MediaRouter } from '../../server/media/sfu/media-worker.ts'
import type { Voice } from '../../server/media/sfu/speech.ts'
import { Speech } from '../../server/media/sfu/speech.ts'
import { ParticipantId } from '../../shared/kernel/ids.ts'
import type { LiveNotice } from '../../shared/wire/engine/socket-events.ts'
import { openRouter, silent } from '../harness/media-server.ts'
import { voiceOn } from '../harness/rtp.ts'
import { until } from '../harness/wait.ts'

async function speakerOn(router: MediaRouter, name: string) {
  const participantId = ParticipantId.parse(name)
  const { producer, speak } = await voiceOn(router.router, { participantId })
  const source = { participantId, producer, router, isRunning: true } satisfies Voice
  return { participantId, speak, source, muted: { ...source, isRunning: false } }
}

function listening() {
  const told: LiveNotice[] = []
  const speech = new Speech(new Cascade(), (notice) => void told.push(notice), silent)
  const last = <Type extends LiveNotice['type']>(type: Type) =>
    told.findLast((notice) => notice.type === type) as Extract<LiveNotice, { type: Type }> | undefined
  const untilNamed = (participantId: ParticipantId | null, meanwhile: () => void = () => undefined) =>
    until(() => {
      meanwhile()
      const named = last('activeSpeaker')
      return named?.participantId === participantId ? null : `named: ${named?.participantId}`
    })
  return { speech, told, last, untilNamed }
}

test('reports the active speaker and the levels, each only when it changes', async () => {
  const router = await openRouter()
  const { speech, told, last, untilNamed } = listening()
  const [chair, citizen] = [await speakerOn(router, 'chair'), await speakerOn(router, 'citizen')]
  speech.follow([chair.source, citizen.source])
  await untilNamed(chair.participantId, () => chair.speak())
  await untilNamed(citizen.participantId, () => citizen.speak())
  await until(() => {
    citizen.speak()
    const { levels } = last('levels') ?? { levels: {} }
    return Object.keys(levels).join() === 'citizen' ? null : `levels: ${JSON.stringify(levels)}`
  })
  const level = last('levels')?.levels[citizen.participantId]
  expect(level).toBeGreaterThan(-60)
  expect(level).toBeLessThan(0)
  const names = told.flatMap((notice) => (notice.type === 'activeSpeaker' ? [notice.participantId] : []))
  expect(names.filter((name, index) => name === names[index - 1])).toEqual([])
})

test('a muted speaker is no longer the active speaker, and is reported again when they return', async () => {
  const router = await openRouter()
  const { speech, last, untilNamed } = listening()
  const chair = await speakerOn(router, 'chair')
  speech.follow([chair.source])
  await untilNamed(chair.participantId, () => chair.speak())
  speech.follow([chair.muted])
  expect(last('activeSpeaker')?.participantId).toBeNull()
  speech.follow([chair.source])
  await untilNamed(chair.participantId, () => chair.speak())
  speech.follow([])
  await untilNamed(null)
})

test('measures a voice on the router of another worker, also after the loss of the first worker', async () => {
  const [home, away] = [await openRouter(), await openRouter()]
  const { speech, untilNamed } = listening()
  const [chair, site] = [await speakerOn(home, 'chair'), await speakerOn(away, 'site')]
  speech.follow([chair.source, site.source])
  await untilNamed(site.participantId, () => site.speak())
  home.close()
  speech.follow([site.source])
  await untilNamed(site.participantId, () => site.speak())
  speech.follow([site.muted])
  speech.follow([site.source])
  await untilNamed(site.participantId, () => site.speak())
})
