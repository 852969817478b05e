import { rules } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { hasEnded, session } from '../session/contract.ts'
import { maximumEntries, minutes } from './contract.ts'

export const minutesRules = rules(minutes, {
  decide: {
    add({ entries }, { content }, { newId, read }) {
      if (hasEnded(read(session).status)) return reject('minutes.sealed')
      if (entries.length >= maximumEntries) return reject('minutes.too-many', { maximum: maximumEntries })
      return [{ type: 'added', data: { entryId: newId(), content } }]
    },
    revise({ entries }, data, { read }) {
      if (hasEnded(read(session).status)) return reject('minutes.sealed')
      const entry = entries.find(({ entryId }) => entryId === data.entryId)
      if (!entry) return reject('minutes.unknown')
      return entry.content.kind === data.content.kind ? [{ type: 'revised', data }] : reject('minutes.other-kind')
    },
    strike({ entries }, { entryId }, { read }) {
      if (hasEnded(read(session).status)) return reject('minutes.sealed')
      const entry = entries.find((candidate) => candidate.entryId === entryId)
      return entry ? [{ type: 'struck', data: { entryId, kind: entry.content.kind } }] : reject('minutes.unknown')
    },
  },
  evolve: {
    added: ({ entries }, entry, { at, actor }) => ({
      entries: [
        ...entries,
        { ...entry, at, byParticipantId: actor.kind === 'participant' ? actor.participantId : null, revisedAt: null },
      ],
    }),
    revised: ({ entries }, { entryId, content }, { at }) => ({
      entries: entries.map((entry) => (entry.entryId === entryId ? { ...entry, content, revisedAt: at } : entry)),
    }),
    struck: ({ entries }, { entryId }) => ({ entries: entries.filter((entry) => entry.entryId !== entryId) }),
  },
})
