// Quán triệt: each says once that they have studied a document; the operator of a site says it for its delegates too.
import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DelegateId, PersonId } from '../../../shared/kernel/ids.ts'
import type { SessionDocument } from '../../../shared/modules/documents/contract.ts'
import { countsAsPresent } from '../../../shared/modules/rollcall/contract.ts'
import { isOver } from '../../../shared/modules/session/contract.ts'
import { siteOf } from '../../../shared/modules/sites/contract.ts'
import { DialogButtons } from '../../dialogs/DialogButtons.tsx'
import { useFormat } from '../../i18n/format.ts'
import { unknownName, useMe, usePerson } from '../../session/selectors.ts'
import { useSession } from '../../session/store.ts'
import { useCommand } from '../../session/use-command.ts'
import { useDocuments } from './use-documents.ts'

const nobody: readonly { delegateId: DelegateId; personId: PersonId }[] = []

export function Acknowledgement({ document: { documentId, title } }: { document: SessionDocument }) {
  const { t } = useTranslation()
  const format = useFormat()
  const me = useMe()
  const reading = useDocuments().readings[documentId]
  const isSessionOver = useSession(({ state }) => isOver(state?.session.status ?? 'unscheduled'))
  const delegates = useSession(({ state }) =>
    me?.role === 'siteOperator' ? (siteOf(state?.sites.sites ?? [], me.siteId)?.delegates ?? nobody) : nobody,
  )
  const acknowledge = useCommand('documents.acknowledge')
  const [isAsking, setAsking] = useState(false)
  const at = me && reading?.acknowledgedAt[me.participantId]
  const remaining = delegates.filter(({ delegateId }) => reading?.delegates[delegateId] === undefined)
  const start = () => (remaining.length > 0 ? setAsking(true) : void acknowledge({ documentId, delegateIds: [] }))
  return (
    <Group mt="xs" gap="sm">
      {at && (
        <Group gap="xs" role="status">
          <IconCircleCheck size={20} aria-hidden color="var(--mantine-color-teal-6)" />
          <Text size="sm">
            {t('panels.documents.acknowledgedAt', { time: format.time(at) })}
            {delegates.length > 0 &&
              ` ${t('panels.documents.acknowledgedFor', { count: delegates.length - remaining.length, of: delegates.length })}`}
          </Text>
        </Group>
      )}
      {!isSessionOver && (!at || remaining.length > 0) && (
        <Button
          color="teal.9"
          aria-label={t('panels.documents.acknowledgeName', { title })}
          loading={acknowledge.isPending}
          onClick={start}
        >
          {t(at ? 'panels.documents.acknowledgeMore' : 'panels.documents.acknowledge')}
        </Button>
      )}
      {isAsking && (
        <DelegatesDialog documentId={documentId} title={title} delegates={remaining} onClose={() => setAsking(false)} />
      )}
    </Group>
  )
}

interface DelegatesDialogProps {
  documentId: SessionDocument['documentId']
  title: string
  delegates: typeof nobody
  onClose: () => void
}

/** Those whom the roll call found present are ticked already. */
function DelegatesDialog({ documentId, title, delegates, onClose }: DelegatesDialogProps) {
  const { t } = useTranslation()
  const marks = useSession(({ state }) => state?.rollcall.marks)
  const acknowledge = useCommand('documents.acknowledge')
  const [chosen, setChosen] = useState<readonly DelegateId[]>(() =>
    delegates
      .map(({ delegateId }) => delegateId)
      .filter((delegateId) => {
        const mark = marks?.[delegateId]?.mark
        return mark !== undefined && countsAsPresent(mark)
      }),
  )
  const choose = (delegateId: DelegateId, isChosen: boolean) =>
    setChosen((ids) => (isChosen ? [...ids, delegateId] : ids.filter((id) => id !== delegateId)))

  async function submit(event: FormEvent) {
    event.preventDefault()
    const { ok } = await acknowledge({ documentId, delegateIds: [...chosen] })
    if (ok) onClose()
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('panels.documents.acknowledge')}
      centered
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          <Text>{t('panels.documents.acknowledgeWho', { title })}</Text>
          {delegates.map(({ delegateId, personId }) => (
            <DelegateBox
              key={delegateId}
              personId={personId}
              isChosen={chosen.includes(delegateId)}
              onChoose={(isChosen) => choose(delegateId, isChosen)}
            />
          ))}
          <DialogButtons
            onCancel={onClose}
            submitLabel={t('panels.documents.acknowledgeSave', { count: chosen.length })}
            isPending={acknowledge.isPending}
          />
        </Stack>
      </form>
    </Modal>
  )
}

interface DelegateBoxProps {
  personId: PersonId
  isChosen: boolean
  onChoose: (isChosen: boolean) => void
}

function DelegateBox({ personId, isChosen, onChoose }: DelegateBoxProps) {
  const person = usePerson(personId)
  return (
    <Checkbox
      label={person?.name ?? unknownName}
      description={person?.title}
      checked={isChosen}
      onChange={({ currentTarget: { checked } }) => onChoose(checked)}
    />
  )
}
