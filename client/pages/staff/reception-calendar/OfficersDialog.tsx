// The roster: who receives citizens.
import { Button, Group, Loader, Modal, Select, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { NewOfficer, type Officer } from '../../../../shared/wire/appointments.ts'
import { formErrors } from '../form-errors.ts'
import { Problem } from '../Problem.tsx'
import classes from '../staff.module.css'
import { useAddOfficer, useOfficers, useRemoveOfficer } from './queries.ts'

export function OfficersDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const officers = useOfficers()
  const remove = useRemoveOfficer()
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
              <OfficerLine officer={officer} />
              <Button
                variant="default"
                leftSection={<IconTrash size={18} aria-hidden />}
                aria-label={t('staff.receptionPlan.officers.remove', { name: officer.name })}
                loading={remove.isPending && remove.variables === officer.officerId}
                onClick={() => remove.mutate(officer.officerId)}
              >
                {t('staff.receptionPlan.remove')}
              </Button>
            </li>
          ))}
        </ul>
        {remove.isError && <Problem error={remove.error} />}
        <NewOfficerForm />
      </Stack>
    </Modal>
  )
}

function OfficerLine({ officer: { name, title, position, training } }: { officer: Officer }) {
  const { t } = useTranslation()
  return (
    <div className={classes.who}>
      <Text fw={600}>{name}</Text>
      <Text size="sm" c="dimmed">
        {[title, t(`staff.receptionPlan.officers.${position}`), training].filter(Boolean).join(' · ')}
      </Text>
    </div>
  )
}

const empty = { name: '', title: '', position: 'officer' as Officer['position'], training: '' }

function NewOfficerForm() {
  const { t } = useTranslation()
  const add = useAddOfficer()
  const sent = ({ training, ...draft }: typeof empty) => ({
    ...draft,
    training: training.trim() === '' ? null : training,
  })
  const form = useForm({ initialValues: empty, validate: (draft) => formErrors(t, NewOfficer, sent(draft)) })
  return (
    <form noValidate onSubmit={form.onSubmit((draft) => add.mutate(sent(draft), { onSuccess: () => form.reset() }))}>
      <Stack>
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
        <TextInput label={t('staff.receptionPlan.officers.training')} {...form.getInputProps('training')} />
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
