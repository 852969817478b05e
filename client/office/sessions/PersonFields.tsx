import { SimpleGrid, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface PersonFieldsProps {
  /** “Chủ tọa”: said before “họ và tên”. */
  who: string
  isRequired: boolean
  propsOf: (field: 'name' | 'title' | 'email') => object
}

export function PersonFields({ who, isRequired, propsOf }: PersonFieldsProps) {
  const { t } = useTranslation()
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }}>
      <TextInput label={t('staff.person.name', { who })} required={isRequired} {...propsOf('name')} />
      <TextInput label={t('staff.person.title', { who })} {...propsOf('title')} />
      <TextInput type="email" label={t('staff.person.email', { who })} {...propsOf('email')} />
    </SimpleGrid>
  )
}
