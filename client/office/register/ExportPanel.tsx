// The files of a register: a workbook that is written while it is downloaded, with how far it has come; a PDF to print, in parts where
// the period is long.

import { Alert, Button, Group, Progress, Select, Stack, Text } from '@mantine/core'
import { IconFileSpreadsheet, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { registerApi } from '../../../shared/wire/reception/register-api.ts'
import { addressOf } from '../../base/api.ts'
import { useExport } from './queries.ts'

interface ExportPanelProps {
  workbook: typeof registerApi.workbook | typeof registerApi.petitionWorkbook
  period: string
  /** null: it is not printed. */
  print: { rows: number; rowsPerPdf: number } | null
}

/** The browser saves it while it comes: nothing of it is held by the page. */
function download(url: string): void {
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.download = ''
  anchor.click()
}

export function ExportPanel({ workbook, period, print }: ExportPanelProps) {
  const { t } = useTranslation()
  const [exportId, setExportId] = useState<string | null>(null)
  const begin = () => {
    const id = crypto.randomUUID()
    download(addressOf(workbook, { query: { period, exportId: id } }))
    setExportId(id)
  }
  return (
    <Stack gap="xs">
      <Group align="flex-end">
        <Button variant="default" leftSection={<IconFileSpreadsheet size={18} aria-hidden />} onClick={begin}>
          {t('register.export.xlsx')}
        </Button>
        {print && print.rows > 0 && <Print key={period} period={period} {...print} />}
      </Group>
      {exportId !== null && <ExportProgress exportId={exportId} />}
    </Stack>
  )
}

function ExportProgress({ exportId }: { exportId: string }) {
  const { t } = useTranslation()
  const { data, isError } = useExport(exportId)
  if (isError || data?.state === 'failed')
    return (
      <Alert color="red" role="alert">
        {t('register.export.failed')}
      </Alert>
    )
  if (data?.state === 'done') return <Text role="status">{t('register.export.done', { total: data.total })}</Text>
  const { done = 0, total = 0 } = data ?? {}
  return (
    <Stack gap={4}>
      <Text size="sm">{t('register.export.progress', { done, total })}</Text>
      <Progress value={total === 0 ? 0 : (100 * done) / total} aria-label={t('register.export.label')} />
    </Stack>
  )
}

function Print({ period, rows, rowsPerPdf }: { period: string; rows: number; rowsPerPdf: number }) {
  const { t } = useTranslation()
  const [part, setPart] = useState('1')
  const parts = Math.ceil(rows / rowsPerPdf)
  const named = Array.from({ length: parts }, (_, index) => ({
    value: String(index + 1),
    label: t('register.print.rows', { from: index * rowsPerPdf + 1, to: Math.min(rows, (index + 1) * rowsPerPdf) }),
  }))
  return (
    <Group align="flex-end">
      {parts > 1 && (
        <Select
          label={t('register.print.part')}
          description={t('register.print.hint', { count: rowsPerPdf })}
          data={named}
          value={part}
          onChange={(value) => setPart(value ?? '1')}
          allowDeselect={false}
        />
      )}
      <Button
        component="a"
        variant="default"
        href={addressOf(registerApi.pdf, { query: { period, part } })}
        target="_blank"
        leftSection={<IconPrinter size={18} aria-hidden />}
      >
        {t('register.print')}
      </Button>
    </Group>
  )
}
