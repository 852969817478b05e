// The bar on top of the pages around a hearing: the product's name and the language.
import { Group, Text } from '@mantine/core'
import { LanguageSwitch } from '../../i18n/LanguageSwitch.tsx'

export function PageHeader() {
  return (
    <Group component="header" justify="space-between" px="md" py="xs" bg="blue.8" c="white">
      <Text fw={600} fz="lg">
        Điểm Cầu
      </Text>
      <LanguageSwitch />
    </Group>
  )
}
