import { Alert, Stack, Table, Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { maximumParticipants } from '../../../../../shared/modules/admission/contract.ts'
import { maximumDelegatesPerSite, maximumSites } from '../../../../../shared/modules/sites/contract.ts'
import { sheetColumns, sheetRoles } from '../../../../../shared/wire/hearing/booking-sheet.ts'
import { issueText } from '../../../ui/form-errors.ts'
import classes from '../../../ui/office.module.css'
import type { Fault } from './read-sheet.ts'

/** A wrong column gives a fault a row: the first ones say enough. */
const MOST_SHOWN = 50

export function FaultTable({ faults }: { faults: readonly Fault[] }) {
  const { t } = useTranslation()
  const more = faults.length - MOST_SHOWN
  return (
    <Alert color="red" title={t('staff.import.faults', { count: faults.length })}>
      <Stack gap="xs">
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th className={classes.narrow}>{t('staff.import.row')}</Table.Th>
              <Table.Th className={classes.narrow}>{t('staff.import.column')}</Table.Th>
              <Table.Th>{t('staff.import.fault')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {faults.slice(0, MOST_SHOWN).map((fault, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is made once and never reordered
              <Table.Tr key={index}>
                <Table.Td>{fault.row}</Table.Td>
                <Table.Td className={classes.narrow}>{fault.column && sheetColumns[fault.column]}</Table.Td>
                <Table.Td>{faultText(t, fault)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        {more > 0 && <Text>{t('staff.import.moreFaults', { count: more })}</Text>}
      </Stack>
    </Alert>
  )
}

function faultText(t: TFunction, fault: Fault): string {
  if ('issue' in fault) return issueText(t, fault.issue)
  if (fault.code === 'repeated') return t('staff.import.fault.repeated', { first: fault.first })
  return t(`staff.import.fault.${fault.code}`, {
    roles: Object.values(sheetRoles).join(', '),
    sites: maximumSites,
    delegates: maximumDelegatesPerSite,
    participants: maximumParticipants,
  })
}
