// Removes commits with only chat events before a journal is folded for papers: papers do not use them, and their state
// grows with each message.
import type { Commit } from '../kernel/commit.ts'
import { chat } from '../modules/chat/contract.ts'

const isChat = ({ events }: Commit) => events.length > 0 && events.every(({ type }) => type.startsWith(`${chat.name}.`))

export const withoutChat = (journal: readonly Commit[]): readonly Commit[] =>
  journal.filter((commit) => !isChat(commit))
