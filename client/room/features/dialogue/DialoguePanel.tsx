// A dialogue about a complaint: its parties, what its minutes say, and what is still to be done before they are signed.
import { Alert, Button, Stack, Text } from '@mantine/core'
import { IconCheck, IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { dialogue, lackOf } from '../../../../shared/modules/dialogue/contract.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import classes from '../../frame/panel.module.css'
import { Parties } from './Parties.tsx'
import { WrittenForm } from './WrittenForm.tsx'

export function DialoguePanel() {
  const { t } = useTranslation()
  const isBegun = useSession(({ state }) => state?.dialogue.isBegun ?? false)
  const revision = useSession(({ state }) => state?.dialogue.revision ?? 0)
  const begin = useCommand('dialogue.begin')
  return (
    <div className={classes.panel}>
      {isBegun ? (
        <>
          <Standing />
          <Parties />
          <WrittenForm key={revision} />
          <ReadBack />
        </>
      ) : (
        <Stack gap="xs">
          <Text>{t('panels.dialogue.what')}</Text>
          <Button loading={begin.isPending} onClick={() => void begin({})}>
            {t('panels.dialogue.begin')}
          </Button>
        </Stack>
      )}
    </div>
  )
}

function Standing() {
  const { t } = useTranslation()
  const isSigned = useSession(({ state }) => (state?.approval.signatures.secretary ?? null) !== null)
  const lack = lackOf(useSession(({ state }) => state?.dialogue ?? dialogue.initial))
  if (isSigned)
    return (
      <Alert color="green" icon={<IconCheck aria-hidden />}>
        {t('panels.dialogue.signed')}
      </Alert>
    )
  return lack === null ? (
    <Alert color="green" icon={<IconCheck aria-hidden />}>
      {t('panels.dialogue.whole')}
    </Alert>
  ) : (
    <Alert color="blue" icon={<IconInfoCircle aria-hidden />}>
      {t(`panels.dialogue.next.${lack}`)}
    </Alert>
  )
}

function ReadBack() {
  const { t } = useTranslation()
  const format = useFormat()
  const readBackAt = useSession(({ state }) => state?.dialogue.readBackAt ?? null)
  const read = useCommand('dialogue.readBack')
  return (
    <Stack component="section" gap="xs">
      <Text>
        {readBackAt === null
          ? t('panels.dialogue.notReadBack')
          : t('panels.dialogue.readBackAt', { time: format.time(readBackAt) })}
      </Text>
      <Button variant="default" loading={read.isPending} onClick={() => void read({})}>
        {t('panels.dialogue.readBack')}
      </Button>
    </Stack>
  )
}
