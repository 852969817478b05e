// A request of a person about the data kept of them: a copy or the erasure. One small journal per request; it stores
// only ids of their entries, so that it reveals nothing after these are erased (ADR 0061).
import { z } from 'zod'
import { accountOnly } from '../kernel/actor.ts'
import { AccountId, CitizenId, Ms, text } from '../kernel/ids.ts'
import { command, defineModule, event } from '../kernel/module.ts'

export const RequestKind = z.enum(['export', 'erasure']).describe('cung cấp bản sao, xóa')
export const RequestStatus = z
  .enum(['received', 'identityChecked', 'answered', 'refused'])
  .describe('đã nhận, đã kiểm tra nhân thân, đã giải quyết, đã từ chối')
export const IdentityMeans = z
  .enum(['identityPaper', 'inPerson', 'representative'])
  .describe('giấy tờ tùy thân, người tiếp nhận biết mặt, người đại diện có giấy ủy quyền')
export const RefusalGround = z
  .enum(['hold', 'open', 'kept', 'identity', 'other'])
  .describe('đang có lệnh giữ lại, vụ việc chưa xong, chưa hết thời hạn lưu, không đúng người, căn cứ khác')
export type RefusalGround = z.infer<typeof RefusalGround>

const Received = z.object({
  kind: RequestKind,
  citizenIds: z.array(CitizenId).min(1).max(200).describe('every entry that is of this person'),
  receivedOn: z.iso.date(),
})
const Checked = z.object({ means: IdentityMeans })
const Refused = z.object({ ground: RefusalGround, reason: text(1000) })
const Answered = z.object({
  listId: z.string().nullable().describe('the list by which it is erased; null: a copy was given'),
})

const by = { at: Ms, by: AccountId }

export const personalRequest = defineModule('personalRequest', {
  commands: {
    receive: command('Takes in the request of a person.', accountOnly, Received.extend({ today: z.iso.date() }), [
      'personalRequest.received',
      'personalRequest.in-future',
    ]),
    checkIdentity: command('Says how it was made sure who asks.', accountOnly, Checked, [
      'personalRequest.unknown',
      'personalRequest.ended',
    ]),
    answer: command('Gives the copy, or has it erased.', accountOnly, Answered, [
      'personalRequest.unknown',
      'personalRequest.ended',
      'personalRequest.not-checked',
    ]),
    refuse: command('Refuses, with the ground.', accountOnly, Refused, [
      'personalRequest.unknown',
      'personalRequest.ended',
    ]),
  },
  events: {
    received: event('nobody', Received),
    identityChecked: event('nobody', Checked),
    answered: event('nobody', Answered),
    refused: event('nobody', Refused),
  },
  state: z.object({
    request: Received.extend(by).nullable(),
    status: RequestStatus,
    checked: Checked.extend(by).nullable(),
    answered: Answered.extend(by).nullable(),
    refused: Refused.extend(by).nullable(),
  }),
  initial: { request: null, status: 'received', checked: null, answered: null, refused: null },
})
