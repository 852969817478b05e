// What a figure is made of, page by page; on a phone over the whole screen.
import { Button, Loader, Modal, Stack, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../ui/Problem.tsx'

interface RowsDialogProps {
  title: string
  list: {
    isPending: boolean
    isError: boolean
    isSuccess: boolean
    error: unknown
    hasNextPage: boolean
    isFetchingNextPage: boolean
    refetch: () => unknown
    fetchNextPage: () => unknown
  }
  /** Each look at such rows is written down, and the dialog says so. */
  isLogged: boolean
  /** Instead of rows; null: there are some. */
  none: string | null
  children: ReactNode
  onClose: () => void
}

export function RowsDialog({ title, list, isLogged, none, children, onClose }: RowsDialogProps) {
  const { t } = useTranslation()
  const isNarrow = useMediaQuery('(max-width: 48em)') ?? false
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      fullScreen={isNarrow}
      title={title}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <Stack>
        {isLogged && (
          <Text size="sm" c="dimmed">
            {t('register.logged')}
          </Text>
        )}
        {list.isPending && <Loader aria-label={t('staff.loading')} />}
        {list.isError && <Problem error={list.error} onRetry={() => void list.refetch()} />}
        {list.isSuccess && none !== null && <Text>{none}</Text>}
        {children}
        {list.hasNextPage && (
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('register.more')}
          </Button>
        )}
      </Stack>
    </Modal>
  )
}
