// The desks of a reception day: an officer’s account opens a desk, chooses the queues it serves, and closes it. A desk
// whose page has been gone too long is marked as lost until the page is back.
import { z } from 'zod'
import { accountOnly, systemOnly } from '../../kernel/actor.ts'
import { AccountId, DeskId, line, Ms } from '../../kernel/ids.ts'
import { command, defineModule, event } from '../../kernel/module.ts'

export const TicketKind = z
  .enum(['reception', 'dialogue', 'denunciation'])
  .describe('tiếp công dân, đối thoại, tố cáo: a queue of its own each, with numbers of its own')
export type TicketKind = z.infer<typeof TicketKind>

const One = z.object({ deskId: DeskId })
const Opening = One.extend({
  label: line(60).describe('as it is called out: Bàn số 1'),
  kinds: z.array(TicketKind).min(1).max(TicketKind.options.length),
  // Nghị định 154/2026/NĐ-CP, Điều 26.1b
  noteTakerId: AccountId.describe('who takes the notes of every visit at this desk, somebody else than the officer'),
  unit: line(200).nullable().default(null).describe('the unit that receives here: what its visits owe is told to it'),
})

export const Desk = Opening.extend({
  accountId: AccountId.describe('the officer'),
  status: z.enum(['open', 'lost', 'closed']),
  since: Ms.describe('when the status began'),
})
export type Desk = z.infer<typeof Desk>

export const maximumDesks = 200

export const desks = defineModule('desks', {
  commands: {
    open: command('Opens a desk. An officer sits at one at a time.', accountOnly, Opening, [
      'desks.already-open',
      'desks.label-taken',
      'desks.own-note-taker',
      'desks.too-many',
      'desks.for-intake-group',
    ]),
    close: command('Closes one’s desk; who was called to it waits again, first in line.', accountOnly, One, [
      'desks.unknown',
      'desks.of-another',
    ]),
    lose: command('The desk’s page has been gone too long.', systemOnly, One, ['desks.unknown']),
    resume: command('The page of a lost desk is back.', systemOnly, One, ['desks.unknown']),
  },
  events: {
    opened: event('nobody', Opening),
    closed: event('nobody', One),
    lost: event('nobody', One),
    resumed: event('nobody', One),
  },
  state: z.object({ desks: z.record(DeskId, Desk) }),
  initial: { desks: {} },
})
