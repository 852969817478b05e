import { expect, it } from 'vitest'
import { ParticipantId } from '../../../../shared/kernel/ids.ts'
import { countUnread } from './unread.ts'

const me = ParticipantId.parse('me')
const message = (from: string, at: number) => ({
  messageId: '0190163d-8694-739b-aea5-966c26f8ad91',
  from: ParticipantId.parse(from),
  recipient: { to: 'all' as const },
  text: 'Xin chào',
  at,
})

it('counts messages of others since the chat was last read', () => {
  const messages = [message('chair', 10), message('secretary', 20), message('chair', 30)]
  expect(countUnread(messages, me, 0)).toBe(3)
  expect(countUnread(messages, me, 20)).toBe(1)
  expect(countUnread(messages, me, 30)).toBe(0)
})

it('never counts own messages', () => {
  expect(countUnread([message('me', 10)], me, 0)).toBe(0)
})
