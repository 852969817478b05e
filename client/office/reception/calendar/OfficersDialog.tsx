// The roster: who receives citizens, what they have learned, when they are on duty.
import { Button, Fieldset, Group, Loader, Modal, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  NewOfficer,
  type NewOfficerBody,
  type Officer,
  type RotaRule,
} from '../../../../shared/wire/reception/appointments.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import { DateField } from '../../../base/ui/dates/DateField.tsx'
import { DraftNotice } from '../../../base/ui/forms/DraftNotice.tsx'
import { useKeptForm } from '../../../base/ui/forms/use-kept-form.ts'
import { formErrors } from '../../ui/form-errors.ts'
import classes from '../../ui/office.module.css'
import { Problem } from '../../ui/Problem.tsx'
import { useAddOfficer, useChangeOfficer, useOfficers, useRemoveOfficer, useRota } from './queries.ts'
import { daysOf } from './rota-words.ts'

export function OfficersDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const officers = useOfficers()
  const rota = useRota()
  const remove = useRemoveOfficer()
  const [editing, setEditing] = useState<string | null>(null)
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('staff.receptionPlan.officers')}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <Stack>
        <Text size="sm" c="dimmed">
          {t('staff.receptionPlan.officers.hint')}
        </Text>
        {officers.isPending && <Loader aria-label={t('staff.loading')} />}
        {officers.isError && <Problem error={officers.error} onRetry={() => void officers.refetch()} />}
        {officers.data?.length === 0 && <Text>{t('staff.receptionPlan.officers.none')}</Text>}
        <ul className={classes.rows}>
          {officers.data?.map((officer) => (
            <li key={officer.officerId}>
              {editing === officer.officerId ? (
                <div className={classes.who}>
                  <ChangeOfficerForm officer={officer} onDone={() => setEditing(null)} />
                </div>
              ) : (
                <>
                  <OfficerLine officer={officer} rules={rota.data?.rules ?? null} />
                  <Button
                    variant="default"
                    leftSection={<IconPencil size={18} aria-hidden />}
                    aria-label={t('staff.receptionPlan.officers.editOf', { name: officer.name })}
                    onClick={() => setEditing(officer.officerId)}
                  >
                    {t('staff.receptionPlan.officers.edit')}
                  </Button>
                  <Button
                    variant="default"
                    leftSection={<IconTrash size={18} aria-hidden />}
                    aria-label={t('staff.receptionPlan.officers.remove', { name: officer.name })}
                    loading={remove.isPending && remove.variables === officer.officerId}
                    onClick={() => remove.mutate(officer.officerId)}
                  >
                    {t('staff.receptionPlan.remove')}
                  </Button>
                </>
              )}
            </li>
          ))}
        </ul>
        {remove.isError && <Problem error={remove.error} />}
        {editing === null && <NewOfficerForm />}
      </Stack>
    </Modal>
  )
}

/** `rules`: of the rota; null: not known yet. */
function OfficerLine({ officer, rules }: { officer: Officer; rules: readonly RotaRule[] | null }) {
  const { t, i18n } = useTranslation()
  const { isoDate } = useFormat()
  const { officerId, name, title, position, courses, certificates } = officer
  const learned = [
    ...courses.map((one) => t('staff.receptionPlan.officers.dated', { name: one.name, date: isoDate(one.on) })),
    ...certificates.map((one) =>
      one.number === null
        ? t('staff.receptionPlan.officers.dated', { name: one.name, date: isoDate(one.on) })
        : t('staff.receptionPlan.officers.numbered', { name: one.name, number: one.number, date: isoDate(one.on) }),
    ),
  ]
  const duties = rules?.flatMap((rule) => {
    const { from, to } = rule
    const when = { days: daysOf(t, i18n.language, rule), from, to }
    if (rule.officerId === officerId) return t('staff.receptionPlan.officers.duty', when)
    return rule.substituteId === officerId ? t('staff.receptionPlan.officers.stepsIn', when) : []
  })
  return (
    <div className={classes.who}>
      <Text fw={600}>{name}</Text>
      <Text size="sm" c="dimmed">
        {[title, t(`staff.receptionPlan.officers.${position}`)].join(' · ')}
      </Text>
      {learned.length > 0 && <Text size="sm">{learned.join(' · ')}</Text>}
      {duties && (
        <Text size="sm">{duties.length > 0 ? duties.join(' · ') : t('staff.receptionPlan.officers.noDuty')}</Text>
      )}
    </div>
  )
}

interface Draft {
  name: string
  title: string
  position: Officer['position']
  courses: { name: string; on: string }[]
  certificates: { name: string; number: string; on: string }[]
}
const empty: Draft = { name: '', title: '', position: 'officer', courses: [], certificates: [] }

const bodyOf = ({ certificates, ...draft }: Draft): NewOfficerBody => ({
  ...draft,
  certificates: certificates.map((one) => ({ ...one, number: one.number.trim() === '' ? null : one.number })),
})

/** `name`: under which it is kept. */
function useOfficerForm(name: string, blank: Draft) {
  const { t } = useTranslation()
  return useKeptForm<Draft>(name, {
    blank,
    validate: (draft) => formErrors(t, NewOfficer, { ...bodyOf(draft) }),
  })
}

function NewOfficerForm() {
  const { t } = useTranslation()
  const add = useAddOfficer()
  const [form, kept] = useOfficerForm('officer', empty)
  return (
    <form noValidate onSubmit={form.onSubmit((draft) => kept.emptiedBy(add.mutateAsync(bodyOf(draft))))}>
      <Stack>
        <DraftNotice kept={kept} />
        <OfficerFields form={form} />
        {add.isError && <Problem error={add.error} />}
        <Group justify="flex-end">
          <Button type="submit" loading={add.isPending}>
            {t('staff.receptionPlan.officers.add')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function ChangeOfficerForm({ officer, onDone }: { officer: Officer; onDone: () => void }) {
  const { t } = useTranslation()
  const { officerId, ...details } = officer
  const change = useChangeOfficer(officerId)
  const [form, kept] = useOfficerForm(`officer.${officerId}`, {
    ...details,
    certificates: details.certificates.map((one) => ({ ...one, number: one.number ?? '' })),
  })
  return (
    <form noValidate onSubmit={form.onSubmit((draft) => kept.sentBy(change.mutateAsync(bodyOf(draft)), onDone))}>
      <Stack>
        <DraftNotice kept={kept} />
        <OfficerFields form={form} />
        {change.isError && <Problem error={change.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t('dialog.cancel')}
          </Button>
          <Button type="submit" loading={change.isPending}>
            {t('staff.receptionPlan.officers.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function OfficerFields({ form }: { form: ReturnType<typeof useOfficerForm>[0] }) {
  const { t } = useTranslation()
  const { courses, certificates } = form.values
  return (
    <>
      <TextInput label={t('staff.receptionPlan.officers.name')} required {...form.getInputProps('name')} />
      <TextInput label={t('staff.receptionPlan.officers.jobTitle')} required {...form.getInputProps('title')} />
      <Select
        label={t('staff.receptionPlan.officers.position')}
        allowDeselect={false}
        data={(['head', 'deputy', 'officer'] as const).map((position) => ({
          value: position,
          label: t(`staff.receptionPlan.officers.${position}`),
        }))}
        {...form.getInputProps('position')}
      />
      <Fieldset legend={t('staff.receptionPlan.officers.courses')}>
        <Stack gap="sm">
          {courses.map((_course, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a form have no other name
            <SimpleGrid key={index} cols={{ base: 1, sm: 2 }} spacing="sm">
              <TextInput
                label={t('staff.receptionPlan.officers.course.name')}
                {...form.getInputProps(`courses.${index}.name`)}
              />
              <Group align="flex-end" wrap="nowrap">
                <DateField
                  label={t('staff.receptionPlan.officers.course.on')}
                  {...form.getInputProps(`courses.${index}.on`)}
                />
                <RemoveButton
                  label={t('staff.receptionPlan.officers.course.remove', { number: index + 1 })}
                  onClick={() => form.removeListItem('courses', index)}
                />
              </Group>
            </SimpleGrid>
          ))}
          <AddButton
            label={t('staff.receptionPlan.officers.course.add')}
            onClick={() => form.insertListItem('courses', { name: '', on: '' })}
          />
        </Stack>
      </Fieldset>
      <Fieldset legend={t('staff.receptionPlan.officers.certificates')}>
        <Stack gap="sm">
          {certificates.map((_certificate, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a form have no other name
            <SimpleGrid key={index} cols={{ base: 1, sm: 2 }} spacing="sm">
              <TextInput
                label={t('staff.receptionPlan.officers.certificate.name')}
                {...form.getInputProps(`certificates.${index}.name`)}
              />
              <TextInput
                label={t('staff.receptionPlan.officers.certificate.number')}
                {...form.getInputProps(`certificates.${index}.number`)}
              />
              <Group align="flex-end" wrap="nowrap">
                <DateField
                  label={t('staff.receptionPlan.officers.certificate.on')}
                  {...form.getInputProps(`certificates.${index}.on`)}
                />
                <RemoveButton
                  label={t('staff.receptionPlan.officers.certificate.remove', { number: index + 1 })}
                  onClick={() => form.removeListItem('certificates', index)}
                />
              </Group>
            </SimpleGrid>
          ))}
          <AddButton
            label={t('staff.receptionPlan.officers.certificate.add')}
            onClick={() => form.insertListItem('certificates', { name: '', number: '', on: '' })}
          />
        </Stack>
      </Fieldset>
    </>
  )
}

const RemoveButton = ({ label, onClick }: { label: string; onClick: () => void }) => (
  <Button variant="default" px="xs" aria-label={label} onClick={onClick}>
    <IconTrash size={18} aria-hidden />
  </Button>
)

const AddButton = ({ label, onClick }: { label: string; onClick: () => void }) => (
  <Group>
    <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={onClick}>
      {label}
    </Button>
  </Group>
)
