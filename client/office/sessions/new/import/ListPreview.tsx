// What would be taken over: each site with its people, to be looked through before it is.
import { Alert, ScrollArea, Stack, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BookingList } from './read-sheet.ts'

const MOST_SHOWN = 300

export function ListPreview({ list: { sites, people } }: { list: BookingList }) {
  const { t } = useTranslation()
  const [centre, ...branches] = sites
  const order = [...sites, null]
  const sorted = people.toSorted(
    (one, other) => order.indexOf(one.site) - order.indexOf(other.site) || one.row - other.row,
  )
  const counts = {
    branches: branches.length,
    delegates: people.filter(({ role }) => role === 'delegate').length,
    others: people.filter(({ role }) => role !== 'delegate').length,
    emails: people.filter(({ email }) => email !== null).length,
  }
  return (
    <Alert color="green" title={t('staff.import.read')}>
      <Stack gap="xs">
        <Text>{t('staff.import.counts', counts)}</Text>
        {centre !== undefined && <Text>{t('staff.import.centre', { site: centre })}</Text>}
        <ScrollArea.Autosize mah={320} viewportProps={{ tabIndex: 0 }}>
          <Table stickyHeader>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('staff.person.site')}</Table.Th>
                <Table.Th>{t('staff.import.person')}</Table.Th>
                <Table.Th>{t('staff.person.role')}</Table.Th>
                <Table.Th>{t('staff.import.email')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {sorted.slice(0, MOST_SHOWN).map(({ row, site, name, title, role, email }) => (
                <Table.Tr key={row}>
                  <Table.Td>{site ?? t('panels.people.withoutSite')}</Table.Td>
                  <Table.Td>{[name, title].filter(Boolean).join(', ')}</Table.Td>
                  <Table.Td>{role === 'delegate' ? t('staff.import.delegate') : t(`role.${role}`)}</Table.Td>
                  <Table.Td>{email}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea.Autosize>
        {people.length > MOST_SHOWN && (
          <Text>{t('staff.import.morePeople', { count: people.length - MOST_SHOWN })}</Text>
        )}
      </Stack>
    </Alert>
  )
}
