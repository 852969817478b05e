// What a participant in the room says of a document that asks for it.
import { useMemo } from 'react'
import type { SessionDocument } from '../../../../shared/modules/documents/contract.ts'
import { countsAsPresent } from '../../../../shared/modules/rollcall/contract.ts'
import { isOver } from '../../../../shared/modules/session/contract.ts'
import { siteOf } from '../../../../shared/modules/sites/contract.ts'
import { useMe } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import { Acknowledgement } from '../../reading/Acknowledgement.tsx'
import { useDocuments } from './use-documents.ts'

export function OwnStudy({ document: { documentId, title } }: { document: SessionDocument }) {
  const me = useMe()
  const reading = useDocuments().readings[documentId]
  const isSessionOver = useSession(({ state }) => isOver(state?.session.status ?? 'unscheduled'))
  const site = useSession(({ state }) =>
    me?.role === 'siteOperator' ? siteOf(state?.sites.sites ?? [], me.siteId) : undefined,
  )
  const marks = useSession(({ state }) => state?.rollcall.marks)
  const people = useSession((session) => session.people)
  const delegates = useMemo(
    () =>
      (site?.delegates ?? []).map(({ delegateId, personId }) => {
        const mark = marks?.[delegateId]?.mark
        return {
          delegateId,
          person: people[personId] ?? null,
          hasStudied: reading?.delegates[delegateId] !== undefined,
          isPresent: mark !== undefined && countsAsPresent(mark),
        }
      }),
    [site, marks, people, reading],
  )
  const acknowledge = useCommand('documents.acknowledge')
  return (
    <Acknowledgement
      title={title}
      at={(me && reading?.acknowledgedAt[me.participantId]) ?? null}
      delegates={delegates}
      isSessionOver={isSessionOver}
      isPending={acknowledge.isPending}
      onAcknowledge={async (delegateIds) => (await acknowledge({ documentId, delegateIds })).ok}
    />
  )
}
