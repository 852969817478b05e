// A definition in plain words: what each column counts, what must agree, what is reminded of.
import { List, Stack, Table, Text, Title } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Counted, ReportColumn, ReportDefinition } from '../../../../shared/reports/definition.ts'
import { wordsFor } from '../../../base/i18n/index.ts'

function countedWords(t: TFunction, { of, counts, where }: Counted): string {
  const fields = Object.entries<readonly string[] | undefined>(where).map(([field, values = []]) =>
    t('definitions.words.field', {
      field: wordsFor(t, `definitions.field.${field}`) ?? field,
      values: values
        .map((value) => wordsFor(t, `definitions.value.${field}.${value}`) ?? value)
        .join(t('definitions.words.or')),
    }),
  )
  return t('definitions.words.counted', {
    counts: wordsFor(t, `definitions.counts.${of}.${counts}`) ?? counts,
    where: fields.map((one) => `; ${one}`).join(''),
  })
}

export function DefinitionWords({ definition }: { definition: ReportDefinition }) {
  const { t } = useTranslation()
  const { columns, checks, remarks } = definition
  const numberOf = (key: string) => columns.find((one) => one.key === key)?.number ?? key
  const words = ({ take }: ReportColumn) =>
    take.of === 'columns'
      ? t('definitions.words.sum', { columns: take.sum.map(numberOf).join(' + ') })
      : countedWords(t, take)
  return (
    <Stack gap="sm">
      <Table withTableBorder captionSide="top">
        <Table.Caption ta="start">{t('definitions.words')}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" style={{ whiteSpace: 'nowrap' }}>
              {t('reports.column')}
            </Table.Th>
            <Table.Th scope="col">{t('reports.figure')}</Table.Th>
            <Table.Th scope="col">{t('definitions.how')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {columns.map((column) => (
            <Table.Tr key={column.key}>
              <Table.Td>{column.number}</Table.Td>
              <Table.Td>{[...column.under, column.title].join(' – ')}</Table.Td>
              <Table.Td>{words(column)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Title order={3} size="h5">
        {t('definitions.words.checks')}
      </Title>
      {checks.length === 0 && <Text c="dimmed">{t('definitions.words.noChecks')}</Text>}
      <List>
        {checks.map(({ left, is, right }) => (
          <List.Item key={`${left} ${is} ${right.join(' ')}`}>
            {t(`definitions.words.${is}`, { left: numberOf(left), right: right.map(numberOf).join(' + ') })}
          </List.Item>
        ))}
      </List>
      {remarks.length > 0 && (
        <>
          <Title order={3} size="h5">
            {t('definitions.words.remarks')}
          </Title>
          <List>
            {remarks.map(({ key, title, take }) => (
              <List.Item key={key}>
                {title}: {countedWords(t, take)}
              </List.Item>
            ))}
          </List>
        </>
      )}
    </Stack>
  )
}
