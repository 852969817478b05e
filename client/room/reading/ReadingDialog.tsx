// A document read by oneself, over the whole page: nobody else’s screen turns with it.
import { Modal } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentViewerProps } from '../../live/viewer/DocumentViewer.tsx'
import { LazyViewer } from '../../live/viewer/LazyViewer.tsx'
import classes from './reading.module.css'

interface ReadingDialogProps extends Pick<DocumentViewerProps, 'document' | 'sessionId'> {
  onClose: () => void
  /** Below the pages: what is asked of the reader. */
  children?: ReactNode
}

export function ReadingDialog({ document, sessionId, onClose, children }: ReadingDialogProps) {
  const { t } = useTranslation()
  const [page, setPage] = useState(1)
  return (
    <Modal
      opened
      fullScreen
      onClose={onClose}
      title={document.title}
      classNames={{ content: classes.reading ?? '', body: classes.body ?? '' }}
      closeButtonProps={{ 'aria-label': t('dialog.close'), size: 'xl' }}
    >
      <div className={classes.pages}>
        <LazyViewer document={document} sessionId={sessionId} page={page} onPage={setPage} />
      </div>
      {children}
    </Modal>
  )
}
