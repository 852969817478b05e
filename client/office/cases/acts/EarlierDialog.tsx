// Earlier cases about the same: suggested, chosen by staff.
import { Checkbox, Loader, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../../../shared/wire/casework/cases.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import { Problem } from '../../ui/Problem.tsx'
import { EarlierReason } from '../EarlierReason.tsx'
import { useSuggestions } from '../queries.ts'
import { withheldText } from '../Subject.tsx'
import { StepFrame } from './ActDialog.tsx'
import { useKeptStep } from './use-kept-step.ts'

export function EarlierDialog({ detail, onClose }: { detail: CaseDetail; onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const suggestions = useSuggestions(detail.row.caseId)
  const [form, kept] = useKeptStep(detail, 'linkEarlier', {
    chosen: detail.earlier.map(({ caseId }) => caseId),
  })
  const linked = detail.earlier
  const suggested = suggestions.data?.cases ?? []
  const reasons = new Map(suggested.map((one) => [one.caseId, one]))
  const offered = [...linked, ...suggested.filter(({ caseId }) => !linked.some((one) => one.caseId === caseId))]
  return (
    <StepFrame
      form={form}
      kept={kept}
      detail={detail}
      act="linkEarlier"
      name="linkEarlier"
      size="lg"
      isReady={suggestions.isSuccess}
      body={({ chosen }) => ({ earlierIds: chosen })}
      onClose={onClose}
    >
      {suggestions.isPending && <Loader aria-label={t('staff.loading')} />}
      {suggestions.isError && <Problem error={suggestions.error} onRetry={() => void suggestions.refetch()} />}
      {suggestions.isSuccess && offered.length === 0 && <Text>{t('cases.earlier.none')}</Text>}
      {offered.length > 0 && (
        <Checkbox.Group label={t('cases.earlier.suggested')} {...form.getInputProps('chosen')}>
          <Stack gap="sm" mt="sm">
            {offered.map((row) => {
              const { caseId, number, subject, receivedOn } = row
              const reason = reasons.get(caseId)
              return (
                <Checkbox
                  key={caseId}
                  value={caseId}
                  label={`${number}: ${subject || withheldText(t, row)}`}
                  description={
                    <>
                      {t('cases.receivedOn', { date: format.isoDate(receivedOn) })}{' '}
                      {reason && <EarlierReason samePerson={reason.samePerson} likeness={reason.likeness} />}
                    </>
                  }
                />
              )
            })}
          </Stack>
        </Checkbox.Group>
      )}
    </StepFrame>
  )
}
