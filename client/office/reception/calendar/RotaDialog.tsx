// The rota: what comes into the calendar by itself, week after week or month after month.
import { Alert, Button, Chip, Group, Loader, Modal, NumberInput, Select, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { type Officer, type ReceptionSettings, RotaRule } from '../../../../shared/wire/reception/appointments.ts'
import { dayInWords } from '../../../base/appointments/days.ts'
import { rejectionText } from '../../../base/i18n/index.ts'
import { DateField } from '../../../base/ui/dates/DateField.tsx'
import { DialogButtons } from '../../../base/ui/dialogs/DialogButtons.tsx'
import { DraftNotice } from '../../../base/ui/forms/DraftNotice.tsx'
import { useKeptForm } from '../../../base/ui/forms/use-kept-form.ts'
import classes from '../../ui/office.module.css'
import { Problem } from '../../ui/Problem.tsx'
import { useKeepRota, useRota } from './queries.ts'
import { daysOf, weekdayName, weekdays } from './rota-words.ts'
import { SittingFields } from './SittingFields.tsx'
import { draftErrors, emptySitting, planOf, type SittingDraft } from './sitting-draft.ts'

interface DialogProps {
  readonly officers: readonly Officer[]
  /** 2026-12-01 */
  readonly today: string
  readonly place: string
  readonly onClose: () => void
}

export function RotaDialog(props: DialogProps) {
  const { t } = useTranslation()
  const rota = useRota()
  return (
    <Modal
      opened
      onClose={props.onClose}
      size="xl"
      title={t('staff.receptionPlan.rota')}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <Stack>
        <Text size="sm" c="dimmed">
          {t('staff.receptionPlan.rota.hint')}
        </Text>
        {rota.isPending && <Loader aria-label={t('staff.loading')} />}
        {rota.isError && <Problem error={rota.error} onRetry={() => void rota.refetch()} />}
        {rota.data && <Rules settings={rota.data} {...props} />}
      </Stack>
    </Modal>
  )
}

function Rules({ settings, officers, today, place }: DialogProps & { settings: ReceptionSettings }) {
  const { t, i18n } = useTranslation()
  const keep = useKeepRota()
  const [isAdding, setAdding] = useState(false)
  const { rules } = settings
  const nameOf = (officerId: string) =>
    officers.find((officer) => officer.officerId === officerId)?.name ?? t('staff.receptionPlan.nobody')
  return (
    <>
      {rules.length === 0 && <Text>{t('staff.receptionPlan.rota.none')}</Text>}
      <ul className={classes.rows}>
        {rules.map((rule, index) => (
          <li key={rule.ruleId}>
            <div className={classes.who}>
              <Text fw={600}>
                {t('staff.receptionPlan.rota.summary', {
                  ...rule,
                  days: daysOf(t, i18n.language, rule),
                  name: nameOf(rule.officerId),
                })}
              </Text>
              <Text size="sm" c="dimmed">
                {t(`sittingKind.${rule.kind}`)} · {rule.place}
              </Text>
            </div>
            <Button
              variant="default"
              leftSection={<IconTrash size={18} aria-hidden />}
              aria-label={t('staff.receptionPlan.rota.remove', { number: index + 1 })}
              loading={keep.isPending}
              onClick={() => keep.mutate({ ...settings, rules: rules.filter((one) => one !== rule) })}
            >
              {t('staff.receptionPlan.remove')}
            </Button>
          </li>
        ))}
      </ul>
      {keep.isError && <Problem error={keep.error} />}
      {keep.data && (
        <Alert color={keep.data.refused.length > 0 ? 'yellow' : 'teal'} role="status">
          <Text>{t('staff.receptionPlan.rota.planned', { count: keep.data.planned })}</Text>
          {keep.data.refused.map(({ date, ruleId, code }) => (
            <Text key={`${date} ${ruleId}`}>
              {t('staff.receptionPlan.rota.refused', {
                date: dayInWords(date, i18n.language),
                reason: rejectionText(t, { code, params: {} }),
              })}
            </Text>
          ))}
        </Alert>
      )}
      {isAdding ? (
        <NewRule
          officers={officers}
          today={today}
          place={place}
          isPending={keep.isPending}
          onClose={() => setAdding(false)}
          onAdd={(rule) => keep.mutateAsync({ ...settings, rules: [...rules, rule] })}
        />
      ) : (
        <Button onClick={() => setAdding(true)}>{t('staff.receptionPlan.rota.add')}</Button>
      )}
    </>
  )
}

interface RuleDraft extends SittingDraft {
  cadence: RotaRule['cadence']['kind']
  weekdays: string[]
  day: number | string
  validFrom: string
  validUntil: string
}

const ruleOf = ({ cadence, weekdays: chosen, day, validFrom, validUntil, ...draft }: RuleDraft, ruleId: string) => ({
  ...planOf(draft),
  ruleId,
  cadence: cadence === 'weekly' ? { kind: cadence, weekdays: chosen.map(Number).sort() } : { kind: cadence, day },
  validFrom,
  validUntil: validUntil === '' ? null : validUntil,
})

interface NewRuleProps {
  readonly officers: readonly Officer[]
  readonly today: string
  readonly place: string
  readonly isPending: boolean
  readonly onClose: () => void
  readonly onAdd: (rule: RotaRule) => Promise<unknown>
}

function NewRule({ officers, today, place, isPending, onClose, onAdd }: NewRuleProps) {
  const { t, i18n } = useTranslation()
  const [form, kept] = useKeptForm<RuleDraft>('rota-rule', {
    blank: {
      ...emptySitting(place),
      cadence: 'weekly',
      weekdays: [],
      day: 15,
      validFrom: today,
      validUntil: '',
    },
    validate: (draft) => draftErrors(t, RotaRule, ruleOf(draft, 'new')),
  })
  const { cadence } = form.values
  const { error: noDays, ...days } = form.getInputProps('weekdays')
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((draft) => kept.sentBy(onAdd(RotaRule.parse(ruleOf(draft, newId()))), onClose))}
    >
      <Stack>
        <DraftNotice kept={kept} />
        <Select
          label={t('staff.receptionPlan.rota.cadence')}
          allowDeselect={false}
          data={(['weekly', 'monthly'] as const).map((kind) => ({
            value: kind,
            label: t(`staff.receptionPlan.rota.${kind}`),
          }))}
          {...form.getInputProps('cadence')}
        />
        {cadence === 'weekly' ? (
          <div>
            <Text size="sm" fw={500} id="weekdays">
              {t('staff.receptionPlan.rota.weekdays')}
            </Text>
            <Chip.Group multiple {...days}>
              <Group gap="xs" mt={4} role="group" aria-labelledby="weekdays">
                {weekdays.map((weekday) => (
                  <Chip key={weekday} value={String(weekday)}>
                    {weekdayName(weekday, i18n.language)}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
            {noDays && (
              <Text size="sm" role="alert" style={{ color: 'var(--mantine-color-error)' }}>
                {noDays}
              </Text>
            )}
          </div>
        ) : (
          <NumberInput
            label={t('staff.receptionPlan.rota.day')}
            description={t('staff.receptionPlan.rota.day.hint')}
            allowDecimal={false}
            allowNegative={false}
            required
            {...form.getInputProps('day')}
          />
        )}
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <DateField label={t('staff.receptionPlan.rota.validFrom')} required {...form.getInputProps('validFrom')} />
          <DateField label={t('staff.receptionPlan.rota.validUntil')} {...form.getInputProps('validUntil')} />
        </SimpleGrid>
        <SittingFields form={form} officers={officers} />
        <DialogButtons onCancel={onClose} submitLabel={t('staff.receptionPlan.save')} isPending={isPending} />
      </Stack>
    </form>
  )
}
