// The conditions of the agency, ticked one by one.
import { Checkbox, Loader, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CaseDetail, ConditionList } from '../../../../shared/wire/casework/cases.ts'
import { Problem } from '../../ui/Problem.tsx'
import { useConditions } from '../queries.ts'
import { StepFrame } from './ActDialog.tsx'
import { useKeptStep } from './use-kept-step.ts'

interface CheckDialogProps {
  detail: CaseDetail
  onClose: () => void
}

export function CheckDialog({ detail, onClose }: CheckDialogProps) {
  const { t } = useTranslation()
  const list = useConditions()
  if (!list.data)
    return (
      <Modal
        opened
        onClose={onClose}
        title={t('cases.act.check')}
        closeButtonProps={{ 'aria-label': t('dialog.close') }}
      >
        {list.isError ? <Problem error={list.error} /> : <Loader aria-label={t('staff.loading')} />}
      </Modal>
    )
  const { kind } = detail.row
  const asked = list.data.conditions.filter(
    ({ kinds }) => kinds.length === 0 || (kind !== 'mixed' && kinds.includes(kind)),
  )
  return <Checks detail={detail} conditions={asked} onClose={onClose} />
}

function Checks({ detail, conditions, onClose }: CheckDialogProps & ConditionList) {
  const { t } = useTranslation()
  const before = new Set(detail.check?.checks.filter(({ isMet }) => isMet).map(({ condition }) => condition))
  const [form, kept] = useKeptStep(detail, 'check', {
    met: [...before],
    note: detail.check?.note ?? '',
  })
  const isEligible = conditions.every(({ condition }) => form.values.met.includes(condition))
  return (
    <StepFrame
      form={form}
      kept={kept}
      detail={detail}
      act="check"
      name="check"
      size="lg"
      isReady={conditions.length > 0}
      body={({ met, note }) => ({
        checks: conditions.map(({ condition, wording }) => ({ condition, wording, isMet: met.includes(condition) })),
        note: note.trim() === '' ? null : note,
      })}
      onClose={onClose}
    >
      <Checkbox.Group label={t('cases.check.hint')} {...form.getInputProps('met')}>
        <Stack gap="sm" mt="sm">
          {conditions.map(({ condition, wording }, index) => (
            <Checkbox
              key={condition}
              value={condition}
              label={wording}
              {...(index === 0 && { 'data-autofocus': true })}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <Text fw={600} role="status">
        {t(isEligible ? 'cases.conditions.met' : 'cases.conditions.notMet')}
      </Text>
      <Textarea label={t('cases.field.note')} maxLength={2000} autosize minRows={2} {...form.getInputProps('note')} />
    </StepFrame>
  )
}
