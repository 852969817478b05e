// What a petition asks for: its kind, who sends it, what it is about.
import { Radio, Stack, Text, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PetitionDraftForm } from './petition-draft.ts'

const kinds = ['complaint', 'denunciation', 'proposal', 'reflection', 'unsure'] as const
type Kind = (typeof kinds)[number]

interface FieldsProps {
  form: PetitionDraftForm
}

export function KindField({ form }: FieldsProps) {
  const { t } = useTranslation()
  return (
    <Radio.Group label={t('petition.kind')} size="lg" required {...form.getInputProps('kind')}>
      <Stack mt="xs" gap="sm">
        {kinds.map((kind) => (
          <Radio key={kind} value={kind} size="md" label={label(kind)} description={explanation(kind)} />
        ))}
      </Stack>
    </Radio.Group>
  )

  function label(kind: Kind) {
    return t(kind === 'unsure' ? 'petition.kind.unsure' : `caseKind.${kind}`)
  }
  function explanation(kind: Kind) {
    return t(kind === 'unsure' ? 'petition.kind.unsure.what' : `petition.kind.${kind}`)
  }
}

export function PersonFields({ form }: FieldsProps) {
  const { t } = useTranslation()
  return (
    <Section title={t('petition.person')} hint={t('petition.person.hint')}>
      <TextInput size="md" label={t('petition.name')} autoComplete="name" required {...form.getInputProps('name')} />
      <TextInput
        size="md"
        label={t('petition.address')}
        autoComplete="street-address"
        required
        {...form.getInputProps('address')}
      />
      <TextInput
        size="md"
        type="tel"
        label={t('petition.phone')}
        description={t('petition.phone.hint')}
        autoComplete="tel"
        {...form.getInputProps('phone')}
      />
      <TextInput
        size="md"
        type="email"
        label={t('petition.email')}
        autoComplete="email"
        {...form.getInputProps('email')}
      />
    </Section>
  )
}

export function ContentFields({ form, children }: FieldsProps & { children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <Section title={t('petition.content')}>
      <TextInput
        size="md"
        label={t('petition.subject')}
        description={t('petition.subject.hint')}
        required
        {...form.getInputProps('subject')}
      />
      <Textarea
        size="md"
        label={t('petition.words')}
        description={t('petition.words.hint')}
        required
        autosize
        minRows={5}
        maxRows={20}
        {...form.getInputProps('content')}
      />
      {children}
    </Section>
  )
}

function Section({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <Stack component="fieldset" gap="sm" p={0} m={0} style={{ border: 0, minWidth: 0 }}>
      <Text component="legend" fw={700} fz="lg" p={0}>
        {title}
      </Text>
      {hint && <Text c="dimmed">{hint}</Text>}
      {children}
    </Stack>
  )
}
