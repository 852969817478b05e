// Remembers which kinds of paper have been issued with the present appearance: the first one must be viewed before it
// takes a number, later ones need no extra step (ADR 0088). Losing this data is harmless: one more paper must be
// viewed. Called by HTTP.
import { createHash } from 'node:crypto'
import type { Redis } from 'ioredis'
import type { TemplateKind } from '../../../shared/wire/papers/paper-templates.ts'
import { reachingRedis } from '../../platform/errors.ts'
import type { Templates } from '../templates/templates.ts'
import type { InstalledAgency } from './agency.ts'

/** Each method throws Unavailable when Redis cannot be reached. */
export interface FirstPapers {
  /** None of the kind was issued since the agency, or its own layout of them, is as it is. */
  isFirst(kind: TemplateKind): Promise<boolean>
  issued(kind: TemplateKind): Promise<void>
}

/** Of each kind, how the last one looked. */
const key = 'agency:firstPapers'

export function createFirstPapers(
  redis: Redis,
  agency: Pick<InstalledAgency, 'inForce'>,
  templates: Pick<Templates, 'own'>,
): FirstPapers {
  async function look(kind: TemplateKind): Promise<string> {
    const [{ now }, own] = await Promise.all([agency.inForce(), templates.own(kind)])
    const { organisation, parentOrganisation, abbreviation, placeName, letterhead } = now
    const said = [organisation, parentOrganisation, abbreviation, placeName, letterhead ?? null, own?.sha256 ?? null]
    return createHash('sha256').update(JSON.stringify(said)).digest('hex')
  }
  return {
    isFirst: async (kind) => (await reachingRedis(() => redis.hget(key, kind))) !== (await look(kind)),
    issued: async (kind) => {
      const seen = await look(kind)
      await reachingRedis(() => redis.hset(key, kind, seen))
    },
  }
}
