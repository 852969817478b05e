// One centre, any number of branches, each with its delegates and whoever holds its link.
import { Button, Divider, Group, Stack, Textarea, TextInput, Title } from '@mantine/core'
import { randomId } from '@mantine/hooks'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Section } from '../../ui/Section.tsx'
import { PersonFields } from '../PersonFields.tsx'
import { delegateLines } from './delegate-lines.ts'
import type { DraftForm } from './draft-form.ts'
import { ImportButton } from './ImportButton.tsx'
import { emptyBranch, withoutBranch } from './session-draft.ts'

export function Sites({ form }: DraftForm) {
  const { t } = useTranslation()
  const { centre, branches } = form.values
  return (
    <Section title={t('staff.newSession.sites')} hint={t('staff.newSession.sites.hint')}>
      <ImportButton form={form} />
      <Title order={3} size="h5">
        {t('siteRank.centre')}
      </Title>
      <SiteFields form={form} field="centre" delegates={centre.delegates} />
      {branches.map((branch, index) => (
        <Stack key={branch.key}>
          <Divider />
          <Group justify="space-between">
            <Title order={3} size="h5">
              {t('staff.newSession.branch', { number: index + 1 })}
            </Title>
            <Button
              variant="subtle"
              color="red"
              leftSection={<IconTrash size={18} aria-hidden />}
              onClick={() => {
                form.setValues(withoutBranch(form.values, index))
                form.clearErrors()
              }}
            >
              {t('staff.newSession.removeBranch', { number: index + 1 })}
            </Button>
          </Group>
          <SiteFields form={form} field={`branches.${index}`} delegates={branch.delegates} />
          <PersonFields
            who={t('role.siteOperator')}
            isRequired={false}
            propsOf={(field) => form.getInputProps(`branches.${index}.operator.${field}`)}
          />
        </Stack>
      ))}
      <Button
        variant="light"
        leftSection={<IconPlus size={20} aria-hidden />}
        onClick={() => form.insertListItem('branches', emptyBranch(randomId()))}
      >
        {t('staff.newSession.addBranch')}
      </Button>
    </Section>
  )
}

function SiteFields({ form, field, delegates }: DraftForm & { field: string; delegates: string }) {
  const { t } = useTranslation()
  const count = delegateLines(delegates).length
  return (
    <>
      <TextInput
        label={t('staff.newSession.siteName')}
        placeholder={t('staff.newSession.siteName.example')}
        required
        {...form.getInputProps(`${field}.name`)}
      />
      <Textarea
        label={t('staff.newSession.delegates', { count })}
        description={t('staff.newSession.delegates.hint')}
        placeholder={t('staff.newSession.delegates.example')}
        autosize
        minRows={3}
        maxRows={14}
        {...form.getInputProps(`${field}.delegates`)}
      />
    </>
  )
}
