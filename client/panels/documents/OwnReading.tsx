// A document read by oneself, over the whole page: nobody else’s screen turns with it.
import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionDocument } from '../../../shared/modules/documents/contract.ts'
import { LazyViewer } from '../../viewer/LazyViewer.tsx'
import { Acknowledgement } from './Acknowledgement.tsx'
import classes from './documents.module.css'

export function OwnReading({ document, onClose }: { document: SessionDocument; onClose: () => void }) {
  const { t } = useTranslation()
  const [page, setPage] = useState(1)
  return (
    <Modal
      opened
      fullScreen
      onClose={onClose}
      title={document.title}
      classNames={{ content: classes.reading ?? '', body: classes.readingBody ?? '' }}
      closeButtonProps={{ 'aria-label': t('dialog.close'), size: 'xl' }}
    >
      <div className={classes.readingPages}>
        <LazyViewer document={document} page={page} onPage={setPage} />
      </div>
      {document.needsAcknowledgement && <Acknowledgement document={document} />}
    </Modal>
  )
}
