// Who has spoken how long: per site, and per person within it. Pure; the longest first.
import type { Ms, ParticipantId, PersonId, SiteId } from '../../../../shared/kernel/ids.ts'
import { spokenMs, type Turn } from '../../../../shared/modules/floor/speaking-time.ts'
import type { SessionState } from '../../../../shared/modules/index.ts'

export interface Spoken {
  readonly key: string
  /** null: somebody at no site, who stands for themselves. */
  readonly siteId: SiteId | null
  readonly participantId: ParticipantId
  readonly ms: Ms
  /** Those named at the site. */
  readonly people: readonly { readonly personId: PersonId; readonly ms: Ms }[]
}

export function timeSpoken({ floor, admission }: SessionState, now: Ms): Spoken[] {
  const siteIdOf = ({ participantId }: Turn) => admission.participants[participantId]?.siteId ?? null
  const groups = Map.groupBy(floor.turns, (turn) => siteIdOf(turn) ?? turn.participantId)
  return [...groups]
    .flatMap(([key, turns]) => {
      const [first] = turns
      return first
        ? {
            key,
            siteId: siteIdOf(first),
            participantId: first.participantId,
            ms: spokenMs(turns, now),
            people: peopleOf(turns, now),
          }
        : []
    })
    .sort((a, b) => b.ms - a.ms)
}

function peopleOf(turns: readonly Turn[], now: Ms): Spoken['people'] {
  return [...Map.groupBy(turns, ({ speakerId }) => speakerId)]
    .flatMap(([personId, own]) => (personId === null ? [] : { personId, ms: spokenMs(own, now) }))
    .sort((a, b) => b.ms - a.ms)
}
