// The rows a figure is made of; what is written into one changes the figures.
import { Button, Loader, Modal, Stack, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { Problem } from '../Problem.tsx'
import { PetitionCard } from '../register/PetitionRegister.tsx'
import { ReceptionCards } from '../register/ReceptionCards.tsx'
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
        <ReceptionCards rows={receptions} />
        {petitions.map((row) => (
          <PetitionCard key={row.caseId} row={row} />
        ))}
        {list.hasNextPage && (
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('register.more')}
          </Button>
        )}
      </Stack>
    </Modal>
  )
}
