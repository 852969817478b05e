// The bar on top of the pages around a hearing: whose pages these are, the product's name and the language. What comes later moves nothing.
import { Group, Text } from '@mantine/core'
import { emblemAddress, usePublicAgency } from '../agency/public-agency.ts'
import { LanguageSwitch } from '../i18n/LanguageSwitch.tsx'

const contained = { objectFit: 'contain' } as const

export function PageHeader() {
  const agency = usePublicAgency()
  return (
    <Group component="header" justify="space-between" wrap="nowrap" px="md" py="xs" bg="agency.8" c="white">
      <Group gap="sm" wrap="nowrap" style={{ minWidth: 0 }}>
        {agency?.emblem && <img src={emblemAddress(agency.emblem)} alt="" width={28} height={28} style={contained} />}
        <Text fw={600} fz="lg" style={{ whiteSpace: 'nowrap' }}>
          Điểm Cầu
        </Text>
        {agency?.organisation && (
          <Text truncate visibleFrom="sm">
            {agency.organisation}
          </Text>
        )}
      </Group>
      <LanguageSwitch />
    </Group>
  )
}
