import { useTranslation } from 'react-i18next'
import { Section } from '../../ui/Section.tsx'
import { PersonFields } from '../PersonFields.tsx'
import type { DraftForm } from './draft-form.ts'

export function Staff({ form }: DraftForm) {
  const { t } = useTranslation()
  return (
    <Section title={t('staff.newSession.staff')} hint={t('staff.newSession.staff.hint')}>
      {(['chair', 'secretary'] as const).map((role) => (
        <PersonFields
          key={role}
          who={t(`role.${role}`)}
          isRequired
          propsOf={(field) => form.getInputProps(`${role}.${field}`)}
        />
      ))}
    </Section>
  )
}
