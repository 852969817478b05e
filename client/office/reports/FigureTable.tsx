// The figures under the headings of the form. What does not agree, is missing, or has changed since the period was closed stands at its
// figure in words.
import { Alert, Button, List, Table, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { Report, ShownFigure } from '../../../shared/wire/figures/reports.ts'
import { useFormat } from '../../base/i18n/format.ts'

interface FigureTableProps {
  report: Report
  /** Opens the rows of a figure; not of a definition that is only tried. */
  onOpen?: ((key: string) => void) | undefined
}

const signed = (difference: number): string => (difference > 0 ? `+${difference}` : String(difference))

export function FigureTable({ report, onOpen }: FigureTableProps) {
  const { t } = useTranslation()
  const { isoDate } = useFormat()
  const { figures, before } = report
  const span = ({ from, to }: Report['before']) => t('reports.days', { from: isoDate(from), to: isoDate(to) })
  return (
    <>
      <Remarks report={report} onOpen={onOpen} />
      <Table withTableBorder withColumnBorders captionSide="top" verticalSpacing={2} horizontalSpacing="xs">
        <Table.Caption ta="start">
          {t('reports.caption', { now: span(report.period), before: span(before) })}
          {report.isBeforeClosed && ` ${t('reports.caption.closed')}`}
          {onOpen && ` ${t('reports.caption.open')}`}
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" style={{ whiteSpace: 'nowrap' }}>
              {t('reports.column')}
            </Table.Th>
            <Table.Th scope="col">{t('reports.figure')}</Table.Th>
            <Table.Th scope="col" ta="end">
              {t('reports.now')}
            </Table.Th>
            <Table.Th scope="col" ta="end">
              {t('reports.then')}
            </Table.Th>
            <Table.Th scope="col" ta="end" visibleFrom="sm">
              {t('reports.difference')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {figures.map((figure, index) => (
            <Fragment key={figure.key}>
              <Heading under={figure.under} previous={figures[index - 1]?.under ?? []} />
              <Row figure={figure} report={report} onOpen={onOpen} />
            </Fragment>
          ))}
        </Table.Tbody>
      </Table>
    </>
  )
}

/** The headings that begin here. */
function Heading({ under, previous }: { under: readonly string[]; previous: readonly string[] }) {
  const isNew = under.some((one, level) => one !== previous[level]) || under.length < previous.length
  if (!isNew || under.length === 0) return null
  return (
    <Table.Tr h={40}>
      <Table.Th colSpan={5} scope="colgroup" bg="var(--mantine-color-default-hover)">
        {under.join(' – ')}
      </Table.Th>
    </Table.Tr>
  )
}

function Row({ figure, report, onOpen }: { figure: ShownFigure } & FigureTableProps) {
  const { t } = useTranslation()
  const { key, number, title, value, before } = figure
  const words = useFaultWords(report)(figure)
  return (
    <Table.Tr h={48}>
      <Table.Td>{number}</Table.Td>
      <Table.Th scope="row" fw={400}>
        {title}
        {words.map((one) => (
          <Text key={one} size="sm" c="red.9">
            <IconAlertTriangle size={14} aria-hidden /> {one}
          </Text>
        ))}
      </Table.Th>
      <Table.Td ta="end">
        {value === 0 || !onOpen ? (
          value
        ) : (
          <Button
            variant="subtle"
            size="compact-md"
            aria-label={t('reports.open', { number, title, count: value })}
            onClick={() => onOpen(key)}
          >
            {value}
          </Button>
        )}
      </Table.Td>
      <Table.Td ta="end">{before}</Table.Td>
      <Table.Td ta="end" visibleFrom="sm">
        {signed(value - before)}
      </Table.Td>
    </Table.Tr>
  )
}

function useFaultWords({ failedChecks, figures }: Report) {
  const { t } = useTranslation()
  const numberOf = (key: string) => figures.find((one) => one.key === key)?.number ?? key
  return ({ key, value, closed, hasOtherRows }: ShownFigure): string[] => [
    ...failedChecks
      .filter(({ left }) => left === key)
      .map(({ is, right, leftValue, rightValue }) =>
        t(`reports.check.${is}`, { left: leftValue, sum: right.map(numberOf).join(' + '), right: rightValue }),
      ),
    ...(closed !== null && closed !== value ? [t('reports.wasClosed', { closed })] : []),
    ...(hasOtherRows ? [t('reports.otherRows')] : []),
  ]
}

function Remarks({ report: { remarks, failedChecks }, onOpen }: FigureTableProps) {
  const { t } = useTranslation()
  if (remarks.length === 0 && failedChecks.length === 0) return null
  return (
    <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />} title={t('reports.toCheck')}>
      {failedChecks.length > 0 && <Text>{t('reports.failed', { count: failedChecks.length })}</Text>}
      <List>
        {remarks.map(({ key, title, value }) => (
          <List.Item key={key}>
            {title}:{' '}
            {onOpen ? (
              <Button
                variant="subtle"
                size="compact-md"
                aria-label={t('reports.openRemark', { title, count: value })}
                onClick={() => onOpen(key)}
              >
                {value}
              </Button>
            ) : (
              value
            )}
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}
