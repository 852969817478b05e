// To everybody in the room: who chairs from now on, until they have read it.
import { Button } from '@mantine/core'
import { IconGavel } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { NoticeBanner } from '../../../frame/NoticeBanner.tsx'
import { useChairChange } from './use-chair-change.ts'

export function ChairChangedBanner() {
  const { t } = useTranslation()
  const change = useChairChange()
  if (!change) return null
  return (
    <NoticeBanner icon={IconGavel} label={t('hearing.chairChanged')} words={change.words}>
      <Button variant="white" color="dark" onClick={change.putAway}>
        {t('hearing.chairChanged.known')}
      </Button>
    </NoticeBanner>
  )
}
