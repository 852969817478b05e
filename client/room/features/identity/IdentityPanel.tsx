// The identity desk: who of the citizens has shown their papers, and the form that one officer fills in while looking at them.
import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ParticipantId } from '../../../../shared/kernel/ids.ts'
import { checkOf } from '../../../../shared/modules/identity/contract.ts'
import { isOver } from '../../../../shared/modules/session/contract.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import { TextDialog } from '../../../base/ui/dialogs/TextDialog.tsx'
import { useCitizens } from '../../../live/session/citizens.ts'
import { useMe, useName } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import classes from '../../frame/panel.module.css'
import { EarlierOfReceived } from './EarlierOfReceived.tsx'
import { FindingsForm } from './FindingsForm.tsx'

const LONGEST_REASON = 300

export function IdentityPanel() {
  const { t } = useTranslation()
  const citizens = useCitizens()
  return (
    <div className={classes.panel}>
      <Text size="sm" c="dimmed">
        {t('panels.identity.what')}
      </Text>
      {citizens.length === 0 && <Text>{t('panels.identity.nobody')}</Text>}
      {citizens.map((participantId) => (
        <Desk key={participantId} participantId={participantId} />
      ))}
      <EarlierOfReceived />
    </div>
  )
}

function Desk({ participantId }: { participantId: ParticipantId }) {
  const { t } = useTranslation()
  const name = useName(participantId)
  const me = useMe()
  const check = useSession(({ state }) => state && checkOf(state.identity, participantId))
  const result = useSession(({ state }) => state?.identity.results[participantId])
  const isSessionOver = useSession(({ state }) => state !== null && isOver(state.session.status))
  const officer = useName(check?.officerId)
  const begin = useCommand('identity.begin')
  const isMine = check != null && check.officerId === me?.participantId
  const isConfirmed = result?.outcome === 'confirmed'
  return (
    <Stack component="section" gap="xs" aria-label={t('panels.identity.form', { name })}>
      <Title order={3} size="h5">
        {name}
      </Title>
      {!isMine && <Found participantId={participantId} />}
      {check && !isMine && <Badge size="lg">{t('panels.identity.by', { officer })}</Badge>}
      {isMine && <FindingsForm key={check.checkId} participantId={participantId} />}
      {!check && !isConfirmed && !isSessionOver && (
        <Button
          aria-label={t('panels.identity.beginOf', { name })}
          loading={begin.isPending}
          onClick={() => void begin({ participantId })}
        >
          {t('panels.identity.begin')}
        </Button>
      )}
      {isConfirmed && !isSessionOver && <Withdraw participantId={participantId} name={name} />}
    </Stack>
  )
}

function Found({ participantId }: { participantId: ParticipantId }) {
  const { t } = useTranslation()
  const format = useFormat()
  const result = useSession(({ state }) => state?.identity.results[participantId])
  if (!result) return <Text>{t('panels.identity.none')}</Text>
  const time = format.time(result.at)
  if (result.outcome !== 'confirmed')
    return <Text>{t(`panels.identity.${result.outcome}`, { time, reason: result.reason })}</Text>
  return (
    <Text c="teal.9" fw={600}>
      {t('panels.identity.confirmed', {
        time,
        kind: t(`personKind.${result.personKind}`),
        paper: t(`paperKind.${result.paper.kind}`),
        digits: result.paper.lastDigits,
      })}
    </Text>
  )
}

function Withdraw({ participantId, name }: { participantId: ParticipantId; name: string }) {
  const { t } = useTranslation()
  const withdraw = useCommand('identity.withdraw')
  const [isAsking, setAsking] = useState(false)
  return (
    <Group>
      <Button
        variant="subtle"
        color="red"
        aria-label={t('panels.identity.withdrawOf', { name })}
        onClick={() => setAsking(true)}
      >
        {t('panels.identity.withdraw')}
      </Button>
      {isAsking && (
        <TextDialog
          keptAs={`identity-withdraw.${participantId}`}
          title={t('panels.identity.withdrawOf', { name })}
          label={t('dialog.reason')}
          description={t('panels.identity.reasonHint')}
          submitLabel={t('panels.identity.withdraw')}
          submitColor="red"
          maximumLength={LONGEST_REASON}
          onClose={() => setAsking(false)}
          onSubmit={async (reason) => (await withdraw({ participantId, reason })).ok}
        />
      )}
    </Group>
  )
}
