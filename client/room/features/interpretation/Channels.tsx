// For staff: the languages of this session, and who interprets into each.

import { Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Language, type ParticipantId } from '../../../../shared/kernel/ids.ts'
import { type Channel, maximumChannels } from '../../../../shared/modules/interpretation/contract.ts'
import { capitalised } from '../../../base/i18n/format.ts'
import { ConfirmDialog } from '../../../base/ui/dialogs/ConfirmDialog.tsx'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import { AppointedRow } from '../../frame/AppointedRow.tsx'
import { AppointSelect } from '../../frame/AppointSelect.tsx'
import classes from '../../frame/panel.module.css'

const none: readonly Channel[] = []

export function Channels() {
  const { t } = useTranslation()
  const channels = useSession(({ state }) => state?.interpretation.channels ?? none)
  return (
    <Stack component="section" gap="lg">
      <div>
        <Title order={3} size="h5">
          {t('panels.interpretation.setUp')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('panels.interpretation.setUpHint')}
        </Text>
      </div>
      {channels.map((channel) => (
        <ChannelCard key={channel.language} channel={channel} />
      ))}
      {channels.length < maximumChannels && <AddLanguage taken={channels.map(({ language }) => language)} />}
    </Stack>
  )
}

function AddLanguage({ taken }: { taken: readonly Language[] }) {
  const { t } = useTranslation()
  const offer = useCommand('interpretation.offer')
  const free = Language.options.filter((language) => !taken.includes(language))
  return (
    <NativeSelect
      aria-label={t('panels.interpretation.add')}
      size="md"
      value=""
      disabled={offer.isPending}
      data={[
        { value: '', label: t('panels.interpretation.add') },
        ...free.map((language) => ({ value: language, label: capitalised(t(`language.${language}`)) })),
      ]}
      onChange={({ currentTarget: { value } }) => {
        if (value) void offer({ language: Language.parse(value) })
      }}
    />
  )
}

function ChannelCard({ channel: { language, interpreters, live } }: { channel: Channel }) {
  const { t } = useTranslation()
  const withdraw = useCommand('interpretation.withdraw')
  const [isAsking, setAsking] = useState(false)
  const name = t(`language.${language}`)
  const remove = () => void withdraw({ language })
  return (
    <Stack component="section" gap="xs" aria-label={capitalised(name)}>
      <Group justify="space-between" wrap="nowrap">
        <Title order={4} size="h5">
          {capitalised(name)}
        </Title>
        <Button
          variant="subtle"
          color="red"
          aria-label={t('panels.interpretation.withdrawName', { language: name })}
          loading={withdraw.isPending}
          onClick={() => (live ? setAsking(true) : remove())}
        >
          {t('panels.interpretation.withdraw')}
        </Button>
      </Group>
      {interpreters.length === 0 && <Text size="sm">{t('panels.interpretation.nobody')}</Text>}
      <ul className={classes.list}>
        {interpreters.map((participantId) => (
          <li key={participantId}>
            <InterpreterRow
              language={language}
              participantId={participantId}
              isLive={live?.participantId === participantId}
            />
          </li>
        ))}
      </ul>
      <Appoint language={language} appointed={interpreters} />
      <ConfirmDialog
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t('panels.interpretation.withdrawName', { language: name })}
        confirmLabel={t('panels.interpretation.withdraw')}
        onConfirm={() => {
          setAsking(false)
          remove()
        }}
      >
        {t('panels.interpretation.withdrawWarning')}
      </ConfirmDialog>
    </Stack>
  )
}

interface InterpreterRowProps {
  language: Language
  participantId: ParticipantId
  isLive: boolean
}

function InterpreterRow({ language, participantId, isLive }: InterpreterRowProps) {
  const { t } = useTranslation()
  const dismiss = useCommand('interpretation.dismiss')
  return (
    <AppointedRow
      participantId={participantId}
      doing={isLive ? t('panels.interpretation.live') : null}
      dismissLabel={(name) => t('panels.interpretation.dismissName', { name, language: t(`language.${language}`) })}
      isDismissing={dismiss.isPending}
      onDismiss={() => void dismiss({ language, participantId })}
    />
  )
}

function Appoint({ language, appointed }: { language: Language; appointed: readonly ParticipantId[] }) {
  const { t } = useTranslation()
  const appoint = useCommand('interpretation.appoint')
  return (
    <AppointSelect
      label={t('panels.interpretation.appoint', { language: t(`language.${language}`) })}
      appointed={appointed}
      isPending={appoint.isPending}
      onAppoint={(participantId) => void appoint({ language, participantId })}
    />
  )
}
