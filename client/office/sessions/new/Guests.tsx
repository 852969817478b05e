// Citizens, observers and further staff: everybody else who gets a link of their own.
import { Button, Divider, Group, Select, SimpleGrid, Stack } from '@mantine/core'
import { randomId } from '@mantine/hooks'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Section } from '../../ui/Section.tsx'
import { PersonFields } from '../PersonFields.tsx'
import type { DraftForm } from './draft-form.ts'
import { emptyGuest, type GuestDraft } from './session-draft.ts'

const roles: readonly GuestDraft['role'][] = ['citizen', 'observer', 'siteOperator', 'secretary']

export function Guests({ form }: DraftForm) {
  const { t } = useTranslation()
  const { guests, centre, branches } = form.values
  const sites = [
    { value: '0', label: centre.name.trim() || t('siteRank.centre') },
    ...branches.map(({ name }, index) => ({
      value: String(index + 1),
      label: name.trim() || t('staff.newSession.branch', { number: index + 1 }),
    })),
  ]
  return (
    <Section title={t('staff.newSession.guests')} hint={t('staff.newSession.guests.hint')}>
      {guests.map((guest, index) => (
        <Stack key={guest.key}>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <Select
              label={t('staff.person.role')}
              allowDeselect={false}
              data={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
              {...form.getInputProps(`guests.${index}.role`)}
            />
            <Select
              label={t('staff.person.site')}
              placeholder={t('panels.people.withoutSite')}
              clearable
              clearButtonProps={{ 'aria-label': t('staff.person.noSite') }}
              required={guest.role === 'siteOperator'}
              data={sites}
              {...form.getInputProps(`guests.${index}.site`)}
            />
          </SimpleGrid>
          <PersonFields
            who={t(`role.${guest.role}`)}
            isRequired
            propsOf={(field) => form.getInputProps(`guests.${index}.${field}`)}
          />
          <Group justify="flex-end">
            <Button
              variant="subtle"
              color="red"
              leftSection={<IconTrash size={18} aria-hidden />}
              onClick={() => form.removeListItem('guests', index)}
            >
              {t('staff.newSession.removeGuest', { number: index + 1 })}
            </Button>
          </Group>
          <Divider />
        </Stack>
      ))}
      <Button
        variant="light"
        leftSection={<IconPlus size={20} aria-hidden />}
        onClick={() => form.insertListItem('guests', emptyGuest(randomId()))}
      >
        {t('staff.newSession.addGuest')}
      </Button>
    </Section>
  )
}
