// The chair picks who chairs from now on, and stays or goes. The secretary is proposed; nobody outside the room can be picked.
import { Alert, Button, Modal, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/react/shallow'
import type { ParticipantId } from '../../../../../shared/kernel/ids.ts'
import { mayChair, type Participant } from '../../../../../shared/modules/admission/contract.ts'
import { meIn, useName, useParticipant, useSiteName } from '../../../../live/session/selectors.ts'
import { type SessionSnapshot, useSession } from '../../../../live/session/store.ts'
import { useCommand } from '../../../../live/session/use-command.ts'

interface HandOverDialogProps {
  opened: boolean
  onClose: () => void
  /** After the chair was handed over by whoever wants to go. */
  onLeave: () => void
}

export function HandOverDialog({ opened, onClose, onLeave }: HandOverDialogProps) {
  const { t } = useTranslation()
  const candidates = useSession(useShallow(candidatesIn))
  const [chosen, setChosen] = useState<string | null>(null)
  const next = candidates.find((id) => id === chosen) ?? candidates[0]
  const handOver = useCommand('admission.handOverChair')

  async function confirm(thenLeaves: boolean) {
    if (!next) return
    const reply = await handOver({ participantId: next })
    // What stands in the way is said, and somebody else can be picked.
    if (!reply.ok) return
    onClose()
    if (thenLeaves) onLeave()
  }

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('hearing.handOver')}
      centered
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <Stack>
        {next ? (
          <>
            <Radio.Group label={t('hearing.handOver.to')} value={next} onChange={setChosen}>
              <Stack gap="xs" mt="xs">
                {candidates.map((id) => (
                  <Candidate key={id} participantId={id} />
                ))}
              </Stack>
            </Radio.Group>
            <Text size="sm">{t('hearing.handOver.what')}</Text>
          </>
        ) : (
          <Alert color="yellow">{t('hearing.handOver.nobody')}</Alert>
        )}
        {next && (
          <>
            <Button loading={handOver.isPending} onClick={() => void confirm(false)}>
              {t('hearing.handOver.stay')}
            </Button>
            <Button variant="default" loading={handOver.isPending} onClick={() => void confirm(true)}>
              {t('hearing.handOver.leave')}
            </Button>
          </>
        )}
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('dialog.cancel')}
        </Button>
      </Stack>
    </Modal>
  )
}

function Candidate({ participantId }: { participantId: ParticipantId }) {
  const { t } = useTranslation()
  const name = useName(participantId)
  const participant = useParticipant(participantId)
  const site = useSiteName(participant?.siteId)
  if (!participant) return null
  const office = t(`role.${participant.role}`)
  return <Radio value={participantId} label={name} description={site ? `${office}, ${site}` : office} />
}

/** Those in the room who may chair, the secretary first. */
function candidatesIn(session: SessionSnapshot): ParticipantId[] {
  const { state } = session
  const me = meIn(session)
  const may = (one: Participant) =>
    one.status === 'present' && mayChair(one) && (one.role === 'secretary' || !state?.session.isProtected)
  return Object.values(state?.admission.participants ?? {})
    .filter((one) => one.participantId !== me?.participantId && may(one))
    .toSorted((one, other) => Number(other.role === 'secretary') - Number(one.role === 'secretary'))
    .map(({ participantId }) => participantId)
}
