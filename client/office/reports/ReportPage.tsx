// A report of a period: its figures beside those of the period before, what does not agree, and the rows behind each figure.
import { Alert, Anchor, Badge, Button, Group, List, Loader, Stack, Text, Title } from '@mantine/core'
import {
  IconBraces,
  IconFileSpreadsheet,
  IconFileTypeDocx,
  IconInfoCircle,
  IconLock,
  IconPrinter,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import type { Report } from '../../../shared/wire/figures/reports.ts'
import { useFormat } from '../../base/i18n/format.ts'
import { ConfirmDialog } from '../../base/ui/dialogs/ConfirmDialog.tsx'
import { Problem } from '../ui/Problem.tsx'
import { FigureRows } from './FigureRows.tsx'
import { FigureTable } from './FigureTable.tsx'
import { type Asked, filePath, useClosedPeriods, useCloseReport, useReport, useReportList } from './queries.ts'
import { ReportChoice } from './ReportChoice.tsx'
import { isPeriod, lastMonth } from './report-periods.ts'

const usualReport = 'receptions'

function askedIn(query: URLSearchParams): Asked {
  const wanted = { from: query.get('from') ?? '', to: query.get('to') ?? '' }
  const period = isPeriod(wanted) ? wanted : lastMonth(Date.now())
  return { name: query.get('report') ?? usualReport, ...period, unit: query.get('unit') }
}

export function ReportPage() {
  const { t } = useTranslation()
  // In the address: a report can be sent to a colleague.
  const [query, setQuery] = useSearchParams()
  const [opened, setOpened] = useState<string | null>(null)
  const asked = askedIn(query)
  const report = useReport(asked)
  const choose = (changes: Partial<Asked>) => {
    const { name, from, to, unit } = { ...asked, ...changes }
    setQuery({ report: name, from, to, ...(unit !== null && { unit }) }, { replace: true })
  }
  return (
    <Stack>
      <Title order={1} size="h2">
        {t('reports.title')}
      </Title>
      <ReportChoice asked={asked} onChoose={choose} />
      {report.isPending && <Loader aria-label={t('staff.loading')} />}
      {report.isError && <Problem error={report.error} onRetry={() => void report.refetch()} />}
      {report.data && (
        <>
          <Origin report={report.data} />
          <Files asked={asked} />
          <Closing asked={asked} report={report.data} />
          <FigureTable report={report.data} onOpen={setOpened} />
        </>
      )}
      <ClosedPeriods name={asked.name} />
      {opened !== null && <FigureRows asked={asked} figure={opened} onClose={() => setOpened(null)} />}
    </Stack>
  )
}

function Origin({ report: { source, mark } }: { report: Report }) {
  const { t } = useTranslation()
  return (
    <Group gap="xs" align="flex-start">
      <Badge variant="default" tt="none">
        {t(`reports.mark.${mark}`)}
      </Badge>
      <Text size="sm" c="dimmed" maw={820}>
        {source}
      </Text>
    </Group>
  )
}

const files = [
  ['xlsx', IconFileSpreadsheet],
  ['docx', IconFileTypeDocx],
  ['json', IconBraces],
] as const

function Files({ asked }: { asked: Asked }) {
  const { t } = useTranslation()
  return (
    <Group gap="xs">
      {files.map(([format, Icon]) => (
        <Button
          key={format}
          component="a"
          variant="default"
          href={filePath(asked, format)}
          download
          leftSection={<Icon size={18} aria-hidden />}
        >
          {t(`reports.file.${format}`)}
        </Button>
      ))}
      <Button
        component="a"
        variant="default"
        href={filePath(asked, 'pdf')}
        target="_blank"
        leftSection={<IconPrinter size={18} aria-hidden />}
      >
        {t('reports.file.pdf')}
      </Button>
    </Group>
  )
}

/** Of this report: each is a step away. */
function ClosedPeriods({ name }: Pick<Asked, 'name'>) {
  const { t } = useTranslation()
  const { isoDate, shortDateTime } = useFormat()
  const { data } = useClosedPeriods()
  const periods = (data?.periods ?? []).filter((one) => one.name === name)
  if (periods.length === 0) return null
  return (
    <details>
      <summary>{t('reports.closedPeriods', { count: periods.length })}</summary>
      <List mt="xs">
        {periods.map(({ period: { from, to }, unit, at, by }) => (
          <List.Item key={`${from} ${to} ${unit ?? ''}`}>
            <Anchor
              component={Link}
              to={`?${new URLSearchParams({ report: name, from, to, ...(unit !== null && { unit }) })}`}
            >
              {t('reports.days', { from: isoDate(from), to: isoDate(to) })}
              {unit !== null && `, ${unit}`}
            </Anchor>{' '}
            <Text span size="sm" c="dimmed">
              {t('reports.closedPeriod', { by: by ?? t('register.somebody'), when: shortDateTime(at) })}
            </Text>
          </List.Item>
        ))}
      </List>
    </details>
  )
}

function Closing({ asked, report: { closed, isOver, figures } }: { asked: Asked; report: Report }) {
  const { t } = useTranslation()
  const { shortDateTime } = useFormat()
  const { data: list } = useReportList()
  const [isAsking, setAsking] = useState(false)
  const close = useCloseReport(asked)
  if (closed) {
    const changed = figures.filter(
      (one) => one.hasOtherRows || (one.closed !== null && one.closed !== one.value),
    ).length
    return (
      <Alert color={changed > 0 ? 'yellow' : 'teal'} icon={<IconLock aria-hidden />}>
        <Text>
          {t('reports.closedBy', { when: shortDateTime(closed.at), name: closed.by ?? t('register.somebody') })}{' '}
          {changed > 0 ? t('reports.changed', { count: changed }) : t('reports.unchanged')}
        </Text>
        <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
          SHA-256: {closed.sha256}
        </Text>
      </Alert>
    )
  }
  if (!isOver)
    return (
      <Alert color="blue" icon={<IconInfoCircle aria-hidden />}>
        {t('reports.goesOn')}
      </Alert>
    )
  if (!list?.mayClose) return <Text c="dimmed">{t('reports.close.who')}</Text>
  return (
    <>
      <Group>
        <Button leftSection={<IconLock size={18} aria-hidden />} onClick={() => setAsking(true)}>
          {t('reports.close')}
        </Button>
      </Group>
      {close.isError && <Problem error={close.error} />}
      <ConfirmDialog
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t('reports.close')}
        confirmLabel={t('reports.close')}
        confirmColor="agency"
        isPending={close.isPending}
        onConfirm={() => close.mutate(undefined, { onSettled: () => setAsking(false) })}
      >
        <Text>{t('reports.close.hint')}</Text>
      </ConfirmDialog>
    </>
  )
}
