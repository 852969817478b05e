// Chat changes nothing that papers tell, and its state grows with each message: papers of a long session are folded without it.
import type { Commit } from '../kernel/commit.ts'
import { chat } from '../modules/chat/contract.ts'

const isChat = ({ events }: Commit) => events.length > 0 && events.every(({ type }) => type.startsWith(`${chat.name}.`))

export const withoutChat = (journal: readonly Commit[]): readonly Commit[] =>
  journal.filter((commit) => !isChat(commit))
