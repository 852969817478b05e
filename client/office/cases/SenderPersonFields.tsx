// One who sends a petition, as an officer types them.
import { Select, SimpleGrid, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type PersonDraft, paperKinds } from './new/new-case-draft.ts'

export function SenderPersonFields({ propsOf }: { propsOf: (field: keyof PersonDraft) => object }) {
  const { t } = useTranslation()
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <TextInput label={t('petition.name')} autoComplete="off" required {...propsOf('name')} />
      <TextInput label={t('petition.address')} autoComplete="off" {...propsOf('address')} />
      <TextInput label={t('petition.phone')} type="tel" autoComplete="off" {...propsOf('phone')} />
      <TextInput label={t('petition.email')} type="email" autoComplete="off" {...propsOf('email')} />
      <Select
        label={t('cases.new.paperKind')}
        data={paperKinds.map((one) => ({ value: one, label: t(`cases.new.paper.${one}`) }))}
        allowDeselect={false}
        {...propsOf('paperKind')}
      />
      <TextInput label={t('cases.new.paperNumber')} autoComplete="off" {...propsOf('paperNumber')} />
    </SimpleGrid>
  )
}
