// One's own screen: staff share at once, the others ask. Once it may be shared the banner above the stage has the buttons.
import { Button, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import { useOwnScreen } from './use-own-screen.ts'

export function OwnScreen({ isStaff }: { isStaff: boolean }) {
  const { t } = useTranslation()
  const screen = useOwnScreen()
  if (screen.mayShare) return null
  if (!screen.isPossible) return <Text size="sm">{t('panels.sharing.impossible')}</Text>
  return (
    <Stack gap={4}>
      {isStaff ? <AtOnce screen={screen} /> : <Ask />}
      <Text size="sm" c="dimmed">
        {t('panels.sharing.ownHint')}
      </Text>
    </Stack>
  )
}

function AtOnce({ screen }: { screen: ReturnType<typeof useOwnScreen> }) {
  const { t } = useTranslation()
  const me = useSession((session) => session.me?.participantId)
  // While somebody else shares, it takes the screen from them.
  const isTaken = useSession(({ state }) => state?.sharing.holder != null)
  const grant = useCommand('sharing.grant')

  async function share() {
    if (!me || !(await grant({ participantId: me })).ok) return
    // Who chose nothing keeps nobody waiting for it.
    if (!(await screen.begin())) await screen.end()
  }

  return (
    <Button
      {...(isTaken && { variant: 'default' })}
      loading={grant.isPending || screen.isPending}
      onClick={() => void share()}
    >
      {t('panels.sharing.own')}
    </Button>
  )
}

function Ask() {
  const { t } = useTranslation()
  const hasAsked = useSession(({ state, me }) =>
    (state?.sharing.requests ?? []).some(({ participantId }) => participantId === me?.participantId),
  )
  const request = useCommand('sharing.request')
  const withdraw = useCommand('sharing.withdraw')
  if (!hasAsked)
    return (
      <Button loading={request.isPending} onClick={() => void request({})}>
        {t('panels.sharing.ask')}
      </Button>
    )
  return (
    <>
      <Text role="status">{t('panels.sharing.asked')}</Text>
      <Button variant="default" loading={withdraw.isPending} onClick={() => void withdraw({})}>
        {t('panels.sharing.withdraw')}
      </Button>
    </>
  )
}
