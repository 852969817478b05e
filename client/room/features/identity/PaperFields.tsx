// The paper by which somebody is known: its kind, its number, when and by whom it was issued.
import { Group, NativeSelect, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { doubtAbout } from '../../../../shared/law/identity-papers.ts'
import type { IdentityPaper } from '../../../../shared/wire/identity/citizens.ts'
import { DateField } from '../../../base/ui/dates/DateField.tsx'
import { type Findings, paperOf } from './findings.ts'

const LONGEST_NUMBER = 20
const paperKinds = ['citizenCard', 'oldIdentityCard', 'passport'] as const

interface PaperFieldsProps {
  findings: Findings
  today: string
  /** Somebody tried to send it. */
  isTried: boolean
  onChange: (changes: Partial<Findings>) => void
}

export function PaperFields({ findings, today, isTried, onChange }: PaperFieldsProps) {
  const { t } = useTranslation()
  const { kind, number, issuedOn, issuedBy } = findings
  const paper = paperOf(findings)
  // Of a wrong day its own field says what is wrong.
  const isNumberWrong = paper.error?.issues.some(({ path: [part] }) => part !== 'issuedOn') ?? false
  const isWrong = isNumberWrong && (isTried || number.replaceAll(/\D/g, '').length >= 12)
  const doubt = paper.success ? doubtAbout(paper.data.number, Number(today.slice(0, 4))) : null
  return (
    <>
      <NativeSelect
        label={t('panels.identity.paperKind')}
        value={kind}
        data={paperKinds.map((value) => ({ value, label: t(`paperKind.${value}`) }))}
        onChange={({ currentTarget }) => onChange({ kind: currentTarget.value as IdentityPaper['kind'] })}
      />
      <TextInput
        label={t('panels.identity.number')}
        description={t('panels.identity.private')}
        error={isWrong ? t(`panels.identity.wrongForm.${kind}`) : null}
        required
        inputMode={kind === 'passport' ? 'text' : 'numeric'}
        maxLength={LONGEST_NUMBER}
        autoComplete="off"
        value={number}
        onChange={({ currentTarget }) => onChange({ number: currentTarget.value })}
      />
      {doubt && (
        <Text size="sm" c="orange.9" role="status">
          {t(`panels.identity.doubt.${doubt}`)}
        </Text>
      )}
      <Group grow align="flex-start">
        <DateField
          label={t('panels.identity.issuedOn')}
          max={today}
          value={issuedOn}
          onChange={(day) => onChange({ issuedOn: day })}
        />
        <TextInput
          label={t('panels.identity.issuedBy')}
          maxLength={200}
          autoComplete="off"
          value={issuedBy}
          onChange={({ currentTarget }) => onChange({ issuedBy: currentTarget.value })}
        />
      </Group>
    </>
  )
}
