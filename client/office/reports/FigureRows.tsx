// The rows a figure is made of; what is written into one changes the figures.
import { Button, Group } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { PetitionCard } from '../register/PetitionRegister.tsx'
import { ReceptionCards } from '../register/ReceptionCards.tsx'
import { RowsDialog } from '../register/RowsDialog.tsx'
import { type Asked, rowsFilePath, useReportRows } from './queries.ts'

interface FigureRowsProps {
  asked: Asked
  /** Its key. */
  figure: string
  onClose: () => void
}

export function FigureRows({ asked, figure, onClose }: FigureRowsProps) {
  const { t } = useTranslation()
  const list = useReportRows(asked, figure)
  const pages = list.data?.pages ?? []
  const receptions = pages.flatMap((page) => page.receptions)
  const petitions = pages.flatMap((page) => page.petitions)
  return (
    <RowsDialog
      title={t('reports.rows', { title: pages[0]?.title ?? '' })}
      list={list}
      isLogged
      none={receptions.length + petitions.length === 0 ? t('register.noneFound') : null}
      onClose={onClose}
    >
      {receptions.length + petitions.length > 0 && (
        <Group gap="xs">
          {pages[0]?.of.map((of) => (
            <Button
              key={of}
              component="a"
              variant="default"
              href={rowsFilePath(asked, figure, of)}
              download
              leftSection={<IconFileSpreadsheet size={18} aria-hidden />}
            >
              {t(`reports.rowsFile.${of}`)}
            </Button>
          ))}
        </Group>
      )}
      <ReceptionCards rows={receptions} />
      {petitions.map((row) => (
        <PetitionCard key={row.caseId} row={row} />
      ))}
    </RowsDialog>
  )
}
