// The order of business: items that are moved by buttons, so that no dragging is needed (WCAG 2.5.7).
import {
  ActionIcon,
  Button,
  Divider,
  Group,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { randomId } from '@mantine/hooks'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Section } from '../../ui/Section.tsx'
import type { DraftForm } from './draft-form.ts'
import { emptyItem } from './session-draft.ts'
import { requestOf } from './session-request.ts'

export function Agenda({ form }: DraftForm) {
  const { t } = useTranslation()
  const { agenda, plannedMinutes } = form.values
  const reporters = agenda.length > 0 ? [...requestOf(form.values).reporters.keys()] : []
  const total = agenda.reduce((sum, item) => sum + Number(item.plannedMinutes), 0)
  return (
    <Section title={t('staff.agenda')} hint={t('staff.agenda.hint')}>
      {agenda.map(({ key }, index) => (
        <Item key={key} form={form} index={index} reporters={reporters} />
      ))}
      {agenda.length > 0 && (
        <Text size="sm" role="status">
          {t(total > Number(plannedMinutes) ? 'staff.agenda.tooLong' : 'staff.agenda.total', {
            total,
            planned: plannedMinutes,
          })}
        </Text>
      )}
      <Button
        variant="light"
        leftSection={<IconPlus size={20} aria-hidden />}
        onClick={() => form.insertListItem('agenda', emptyItem(randomId()))}
      >
        {t('staff.agenda.add')}
      </Button>
    </Section>
  )
}

function Item({ form, index, reporters }: DraftForm & { index: number; reporters: readonly string[] }) {
  const { t } = useTranslation()
  const number = index + 1
  const chosen = form.values.agenda[index]?.reporter ?? null
  // Somebody renamed stays to be seen, with the fault at the field.
  const choices = chosen !== null && !reporters.includes(chosen) ? [chosen, ...reporters] : reporters
  const last = form.values.agenda.length - 1
  return (
    <Stack gap="xs" role="group" aria-label={t('staff.agenda.item', { number })}>
      <TextInput
        label={t('staff.agenda.title', { number })}
        required
        {...form.getInputProps(`agenda.${index}.title`)}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Select
          label={t('staff.agenda.reporter')}
          placeholder={t('staff.agenda.nobody')}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('staff.agenda.nobody') }}
          nothingFoundMessage={t('staff.agenda.noSuchPerson')}
          data={[...choices]}
          {...form.getInputProps(`agenda.${index}.reporter`)}
        />
        <NumberInput
          label={t('staff.agenda.minutes')}
          allowDecimal={false}
          allowNegative={false}
          step={5}
          required
          {...form.getInputProps(`agenda.${index}.plannedMinutes`)}
        />
      </SimpleGrid>
      <Group justify="flex-end" gap="xs">
        <ActionIcon
          variant="default"
          size={44}
          disabled={index === 0}
          aria-label={t('staff.agenda.up', { number })}
          onClick={() => form.reorderListItem('agenda', { from: index, to: index - 1 })}
        >
          <IconArrowUp size={20} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size={44}
          disabled={index === last}
          aria-label={t('staff.agenda.down', { number })}
          onClick={() => form.reorderListItem('agenda', { from: index, to: index + 1 })}
        >
          <IconArrowDown size={20} aria-hidden />
        </ActionIcon>
        <Button
          variant="subtle"
          color="red"
          leftSection={<IconTrash size={18} aria-hidden />}
          onClick={() => form.removeListItem('agenda', index)}
        >
          {t('staff.agenda.remove', { number })}
        </Button>
      </Group>
      <Divider />
    </Stack>
  )
}
