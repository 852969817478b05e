// The pages so far, as they will be in the PDF: looked at, turned, put in order, deleted.
import { ActionIcon, Button, Text } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconCrop, IconRotateClockwise, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useObjectUrl } from '../ui/use-object-url.ts'
import { movedBy } from './corners.ts'
import type { ScannedPage } from './picture.ts'
import classes from './scan.module.css'

interface PageListProps {
  pages: readonly ScannedPage[]
  isWorking: boolean
  onOrder: (pages: readonly ScannedPage[]) => void
  onTurn: (page: ScannedPage) => void
  onEdit: (page: ScannedPage) => void
}

export function PageList({ pages, isWorking, onOrder, onTurn, onEdit }: PageListProps) {
  const { t } = useTranslation()
  return (
    <ol className={classes.pages} aria-label={t('scan.pages')}>
      {pages.map((page, index) => {
        const number = index + 1
        return (
          <li key={page.key}>
            <Picture jpeg={page.jpeg} words={t('scan.page', { number })} />
            <div>
              <Text fw={600} mb="xs">
                {t('scan.page', { number })}
              </Text>
              <div className={classes.small}>
                <Button
                  variant="default"
                  leftSection={<IconRotateClockwise size={20} aria-hidden />}
                  aria-label={t('scan.turnPage', { number })}
                  disabled={isWorking}
                  onClick={() => onTurn(page)}
                >
                  {t('scan.turn')}
                </Button>
                <Button
                  variant="default"
                  leftSection={<IconCrop size={20} aria-hidden />}
                  aria-label={t('scan.editPage', { number })}
                  disabled={isWorking}
                  onClick={() => onEdit(page)}
                >
                  {t('scan.edit')}
                </Button>
                <Button
                  variant="default"
                  c="var(--mantine-color-error)"
                  leftSection={<IconTrash size={20} aria-hidden />}
                  aria-label={t('scan.removePage', { number })}
                  disabled={isWorking}
                  onClick={() => onOrder(pages.filter(({ key }) => key !== page.key))}
                >
                  {t('scan.remove')}
                </Button>
                {index > 0 && (
                  <ActionIcon
                    size={44}
                    variant="default"
                    aria-label={t('scan.up', { number })}
                    onClick={() => onOrder(movedBy(pages, index, -1))}
                  >
                    <IconArrowUp aria-hidden />
                  </ActionIcon>
                )}
                {number < pages.length && (
                  <ActionIcon
                    size={44}
                    variant="default"
                    aria-label={t('scan.down', { number })}
                    onClick={() => onOrder(movedBy(pages, index, 1))}
                  >
                    <IconArrowDown aria-hidden />
                  </ActionIcon>
                )}
              </div>
            </div>
          </li>
        )
      })}
    </ol>
  )
}

const Picture = ({ jpeg, words }: { jpeg: Blob; words: string }) => <img src={useObjectUrl(jpeg)} alt={words} />
