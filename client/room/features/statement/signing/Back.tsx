import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'

export interface StepProps {
  at: { statementId: string; version: number }
  onBack: () => void
}

export function Back({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation()
  return (
    <Button size="xl" variant="default" onClick={onBack}>
      {t('statement.back')}
    </Button>
  )
}
