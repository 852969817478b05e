// The device checklist of a session of Mật and above: it must be confirmed for each room before the opening (ADR 0066).
import { z } from 'zod'
import { presentRoles } from '../../kernel/actor.ts'
import { Ms, ParticipantId, SiteId } from '../../kernel/ids.ts'
import { command, defineModule, event } from '../../kernel/module.ts'
import { CheckedItem } from '../../secrecy/device-checklist.ts'

const Room = SiteId.nullable().describe('null: of a session without sites, the one room')

const Confirmed = z.object({
  siteId: Room,
  items: z
    .array(z.object({ item: CheckedItem, wording: z.string(), source: z.string() }))
    .describe('as they stood then'),
  participantId: ParticipantId.describe('who says so'),
})

export const devices = defineModule('devices', {
  commands: {
    confirm: command(
      'Says of a room that each item of the checklist is so: staff of any, the operator of a site of their own.',
      presentRoles('chair', 'secretary', 'siteOperator'),
      z.object({ siteId: Room, items: z.array(CheckedItem).max(CheckedItem.options.length) }),
      ['session.over', 'devices.not-secret', 'devices.unknown-site', 'devices.other-site', 'devices.incomplete'],
    ),
  },
  events: { confirmed: event('present', Confirmed) },
  state: z.object({ rooms: z.array(Confirmed.extend({ at: Ms })).describe('the last word of each') }),
  initial: { rooms: [] },
})

/** The rooms of which nobody has confirmed it yet. */
export function unconfirmedRooms(
  { rooms }: z.infer<typeof devices.state>,
  siteIds: readonly SiteId[],
): readonly (SiteId | null)[] {
  const all = siteIds.length > 0 ? siteIds : [null]
  return all.filter((siteId) => !rooms.some((room) => room.siteId === siteId))
}
