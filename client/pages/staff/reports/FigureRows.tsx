// The rows a figure is made of; what is missing in one is written right here, and the figures follow.
import { Button, Loader, Modal, Stack, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegisterRow } from '../../../../shared/wire/register.ts'
import { Problem } from '../Problem.tsx'
import { PetitionCard } from '../register/PetitionRegister.tsx'
import { RowCard } from '../register/RowCard.tsx'
import { CorrectDialog, WriteDialog } from '../register/RowDialog.tsx'
import { type Asked, useReportRows } from './report-queries.ts'

interface FigureRowsProps {
  asked: Asked
  /** Its key. */
  figure: string
  onClose: () => void
}

export function FigureRows({ asked, figure, onClose }: FigureRowsProps) {
  const { t } = useTranslation()
  const isNarrow = useMediaQuery('(max-width: 48em)') ?? false
  const [writing, setWriting] = useState<RegisterRow | null>(null)
  const list = useReportRows(asked, figure)
  const pages = list.data?.pages ?? []
  const receptions = pages.flatMap((page) => page.receptions)
  const petitions = pages.flatMap((page) => page.petitions)
  const isEmpty = list.isSuccess && receptions.length + petitions.length === 0
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      fullScreen={isNarrow}
      title={t('reports.rows', { title: pages[0]?.title ?? '' })}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <Stack>
        <Text size="sm" c="dimmed">
          {t('register.logged')}
        </Text>
        {list.isPending && <Loader aria-label={t('staff.loading')} />}
        {list.isError && <Problem error={list.error} onRetry={() => void list.refetch()} />}
        {isEmpty && <Text>{t('register.noneFound')}</Text>}
        {receptions.map((row) => (
          <RowCard key={row.rowId} row={row} onWrite={setWriting} />
        ))}
        {petitions.map((row) => (
          <PetitionCard key={row.caseId} row={row} />
        ))}
        {list.hasNextPage && (
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('register.more')}
          </Button>
        )}
      </Stack>
      {writing &&
        (writing.closed ? (
          <CorrectDialog row={writing} onClose={() => setWriting(null)} />
        ) : (
          <WriteDialog row={writing} onClose={() => setWriting(null)} />
        ))}
    </Modal>
  )
}
