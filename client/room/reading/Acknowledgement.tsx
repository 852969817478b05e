// Quán triệt: each says once that they have studied a document; the operator of a site says it for its delegates too.
import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DelegateId, Ms } from '../../../shared/kernel/ids.ts'
import type { Person } from '../../../shared/wire/engine/socket-events.ts'
import { useFormat } from '../../base/i18n/format.ts'
import { DialogButtons } from '../../base/ui/dialogs/DialogButtons.tsx'
import { unknownName } from '../../live/session/selectors.ts'

export interface DelegateToSpeakFor {
  readonly delegateId: DelegateId
  readonly person: Person | null
  readonly hasStudied: boolean
  /** Found present by the roll call: ticked already. */
  readonly isPresent: boolean
}

interface AcknowledgementProps {
  title: string
  /** When one has said it oneself; null: not yet. */
  at: Ms | null
  delegates: readonly DelegateToSpeakFor[]
  isSessionOver: boolean
  isPending: boolean
  /** True: it is written down. */
  onAcknowledge: (delegateIds: DelegateId[]) => Promise<boolean>
}

export function Acknowledgement(props: AcknowledgementProps) {
  const { title, at, delegates, isSessionOver, isPending, onAcknowledge } = props
  const { t } = useTranslation()
  const format = useFormat()
  const [isAsking, setAsking] = useState(false)
  const remaining = delegates.filter(({ hasStudied }) => !hasStudied)
  return (
    <Group mt="xs" gap="sm">
      {at !== null && (
        <Group gap="xs" wrap="nowrap" role="status">
          <IconCircleCheck size={20} aria-hidden color="var(--mantine-color-teal-6)" style={{ flex: 'none' }} />
          <Text size="sm">
            {t('panels.documents.acknowledgedAt', { time: format.moment(at) })}
            {delegates.length > 0 &&
              ` ${t('panels.documents.acknowledgedFor', { count: delegates.length - remaining.length, of: delegates.length })}`}
          </Text>
        </Group>
      )}
      {!isSessionOver && (at === null || remaining.length > 0) && (
        <Button
          color="teal.9"
          aria-label={t(at === null ? 'panels.documents.acknowledgeName' : 'panels.documents.acknowledgeMoreName', {
            title,
          })}
          loading={isPending}
          onClick={() => (remaining.length > 0 ? setAsking(true) : void onAcknowledge([]))}
        >
          {t(at === null ? 'panels.documents.acknowledge' : 'panels.documents.acknowledgeMore')}
        </Button>
      )}
      {isAsking && <DelegatesDialog {...props} delegates={remaining} onClose={() => setAsking(false)} />}
    </Group>
  )
}

type DelegatesDialogProps = Pick<AcknowledgementProps, 'title' | 'delegates' | 'isPending' | 'onAcknowledge'> & {
  onClose: () => void
}

function DelegatesDialog({ title, delegates, isPending, onAcknowledge, onClose }: DelegatesDialogProps) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<readonly DelegateId[]>(() =>
    delegates.filter(({ isPresent }) => isPresent).map(({ delegateId }) => delegateId),
  )
  const choose = (delegateId: DelegateId, isChosen: boolean) =>
    setChosen((ids) => (isChosen ? [...ids, delegateId] : ids.filter((id) => id !== delegateId)))

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (await onAcknowledge([...chosen])) onClose()
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
          {delegates.map(({ delegateId, person }) => (
            <Checkbox
              key={delegateId}
              label={person?.name ?? unknownName}
              description={person?.title}
              checked={chosen.includes(delegateId)}
              onChange={({ currentTarget: { checked } }) => choose(delegateId, checked)}
            />
          ))}
          <DialogButtons
            onCancel={onClose}
            submitLabel={t('panels.documents.acknowledgeSave', { count: chosen.length })}
            isPending={isPending}
          />
        </Stack>
      </form>
    </Modal>
  )
}
