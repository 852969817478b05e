// Which letterhead papers bear, with the text it follows. One that nobody has compared with its text is said to be so.
import { Alert, Radio, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { LetterheadKind, letterheadKinds, letterheadOf } from '../../../shared/papers/letterheads.ts'

interface LetterheadChoiceProps {
  value: LetterheadKind
  onChange: (letterhead: LetterheadKind) => void
}

export function LetterheadChoice({ value, onChange }: LetterheadChoiceProps) {
  const { t } = useTranslation()
  const { source, mark } = letterheadOf(value)
  return (
    <Stack gap="xs">
      <Radio.Group
        label={t('agency.letterhead')}
        description={t('agency.letterhead.hint')}
        value={value}
        onChange={(chosen) => onChange(LetterheadKind.parse(chosen))}
      >
        <Stack gap="xs" mt="xs">
          {letterheadKinds.map((kind) => (
            <Radio
              key={kind}
              value={kind}
              label={t(`agency.letterhead.${kind}`)}
              description={letterheadOf(kind).source}
            />
          ))}
        </Stack>
      </Radio.Group>
      {mark === 'check' && (
        <Alert color="yellow" role="status" title={t('agency.letterhead.check')}>
          {t('agency.letterhead.check.why', { source })}
        </Alert>
      )}
    </Stack>
  )
}
