// /api/operations/health: the technician's board over all sessions in which somebody is connected now.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { ReaderId } from '../../../shared/kernel/ids.ts'
import { isLeftToEquipment } from '../../../shared/modules/recording/contract.ts'
import { type BoardRow, boardRows } from '../../../shared/projections/health-board.ts'
import { mayLeave, titleOutside } from '../../../shared/projections/leaving.ts'
import { mayOpen } from '../../../shared/projections/session-access.ts'
import { runningHealthApi } from '../../../shared/wire/hearing/running-health-api.ts'
import type { RunningSession, Sessions } from '../../engine/session/sessions.ts'
import { readerOf } from '../../identity/accounts/reader.ts'
import { accountOf } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly now: () => number
}

export const runningHealthRoute =
  ({ sessions, now }: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    serve(api, runningHealthApi.read, async (request) => {
      const reader = readerOf(accountOf(request))
      return { now: now(), sessions: sessions.health().map((running) => viewFor(reader, running)) }
    })
  }

/** Of what stays inside others learn that it is there and how many alarms are open, not who takes part and from where. */
function viewFor(reader: ReaderId | null, running: RunningSession) {
  const view = sessionView(running)
  const { state } = running
  if (mayLeave(state) || mayOpen(state, reader)) return view
  // That it is not recorded here is told, not by whom and why.
  const equipment = view.equipment && notSaid
  return { ...view, title: titleOutside(state), rows: [], equipment, isForOthers: true }
}

function sessionView(running: RunningSession) {
  const { state, health } = running
  const { sessionId, title, kind, status, secrecy } = state.session
  const equipment = equipmentOf(running)
  const open = health.alarms.filter(({ handledAt }) => handledAt === null)
  return {
    ...{ sessionId, title, kind, status, secrecy },
    isForOthers: false,
    rows: boardRows(state, health).map((row) => rowView(running, row)),
    openAlarms: open.length + (equipment ? 1 : 0),
    equipment,
  }
}

const notSaid = { device: null, reason: null, recorder: null, since: null }

/** null: this server records what must be recorded. */
function equipmentOf({ state: { recording, session }, people }: RunningSession) {
  if (!isLeftToEquipment(recording, session)) return null
  if (!recording.equipment) return notSaid
  const { device, reason, recorderId, since } = recording.equipment
  return { device, reason, since, recorder: people[recorderId]?.name ?? null }
}

function rowView({ state, people }: RunningSession, { siteId, ...row }: BoardRow) {
  const participant = row.participantId === null ? undefined : state.admission.participants[row.participantId]
  return {
    ...row,
    siteName: state.sites.sites.find((site) => site.siteId === siteId)?.name ?? null,
    person: (participant && people[participant.personId]) ?? null,
    role: participant?.role ?? null,
    alarms: [...row.alarms],
    weaknesses: [...row.weaknesses],
  }
}
