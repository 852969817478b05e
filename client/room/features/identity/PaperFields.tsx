// The paper by which somebody is known: its kind, its number, when and by whom it was issued.
import { Group, NativeSelect, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { doubtAbout } from '../../../../shared/law/identity-papers.ts'
import { DateField } from '../../../base/ui/dates/DateField.tsx'
import type { KeptForm } from '../../../base/ui/forms/use-kept-form.ts'
import { type Findings, paperOf } from './findings.ts'

const LONGEST_NUMBER = 20
const paperKinds = ['citizenCard', 'oldIdentityCard', 'passport'] as const

interface PaperFieldsProps {
  form: KeptForm<Findings>
  today: string
}

export function PaperFields({ form, today }: PaperFieldsProps) {
  const { t } = useTranslation()
  const { kind, number } = form.values
  const paper = paperOf(form.values)
  // Of a wrong day its own field says what is wrong.
  const isNumberWrong = paper.error?.issues.some(({ path: [part] }) => part !== 'issuedOn') ?? false
  const isWrong = isNumberWrong && (form.errors.number !== undefined || number.replaceAll(/\D/g, '').length >= 12)
  const doubt = paper.success ? doubtAbout(paper.data.number, Number(today.slice(0, 4))) : null
  return (
    <>
      <NativeSelect
        label={t('panels.identity.paperKind')}
        data={paperKinds.map((value) => ({ value, label: t(`paperKind.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      <TextInput
        label={t('panels.identity.number')}
        description={t('panels.identity.private')}
        required
        inputMode={kind === 'passport' ? 'text' : 'numeric'}
        maxLength={LONGEST_NUMBER}
        autoComplete="off"
        {...form.getInputProps('number')}
        error={isWrong ? t(`panels.identity.wrongForm.${kind}`) : null}
      />
      {doubt && (
        <Text size="sm" c="orange.9" role="status">
          {t(`panels.identity.doubt.${doubt}`)}
        </Text>
      )}
      <Group grow align="flex-start">
        <DateField label={t('panels.identity.issuedOn')} max={today} {...form.getInputProps('issuedOn')} />
        <TextInput
          label={t('panels.identity.issuedBy')}
          maxLength={200}
          autoComplete="off"
          {...form.getInputProps('issuedBy')}
        />
      </Group>
    </>
  )
}
