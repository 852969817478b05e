// Papers photographed page by page, straightened, put in order, and handed on as one PDF. Nothing is kept on the device: it may be
// borrowed, and a page that is loaded again begins anew.
import { Alert, Button, Loader, Modal, Stack, Text, TextInput } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../ui/dialogs/ConfirmDialog.tsx'
import { CornersStep } from './CornersStep.tsx'
import { DocumentCamera, mayHaveDocumentCamera } from './DocumentCamera.tsx'
import { PageList } from './PageList.tsx'
import classes from './scan.module.css'
import { TakePages } from './TakePages.tsx'
import { useScannedPages } from './use-scanned-pages.ts'

/** Room for “.pdf” and what the server takes as the name of a file. */
const longestName = 150

export interface ScanDialogProps {
  /** What happens with the PDF: it goes to the officer at once, or along with what is being written. */
  purpose: 'send' | 'attach'
  onDone: (file: File) => void
  onClose: () => void
}

export function ScanDialog({ purpose, onDone, onClose }: ScanDialogProps) {
  const { t } = useTranslation()
  const scanned = useScannedPages(onDone)
  const { pages, inHand, setInHand, isWorking, problem } = scanned
  const [isAtDesk, setAtDesk] = useState(false)
  const [isAsking, setAsking] = useState(false)
  useStay(pages.length > 0)

  return (
    <Modal
      opened
      fullScreen
      onClose={() => (pages.length > 0 || inHand ? setAsking(true) : onClose())}
      title={t('scan.title')}
      closeButtonProps={{ 'aria-label': t('dialog.close'), size: 'xl' }}
      classNames={{ body: classes.body ?? '', title: classes.title ?? '' }}
    >
      <Stack>
        {problem !== null && (
          <Alert color="red" role="alert" fz="md">
            {problem}
          </Alert>
        )}
        {isWorking && (
          <Text role="status" size="lg">
            <Loader size="sm" aria-hidden /> {t('scan.working')}
          </Text>
        )}
        {inHand ? (
          <CornersStep
            key={inHand.key ?? 'new'}
            photograph={inHand.photograph}
            isFound={inHand.isFound}
            isNew={inHand.key === null}
            isWorking={isWorking}
            onUse={(photograph) => void scanned.use(photograph)}
            onLeave={() => setInHand(null)}
          />
        ) : isAtDesk ? (
          <DocumentCamera onTaken={(picture) => void scanned.take([picture])} onLeave={() => setAtDesk(false)} />
        ) : (
          <Pages purpose={purpose} scanned={scanned} onDesk={() => setAtDesk(true)} />
        )}
      </Stack>
      <ConfirmDialog
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t('scan.discard')}
        confirmLabel={t('scan.discardIt')}
        isPending={false}
        onConfirm={onClose}
      >
        <Text>{t('scan.discardWhat')}</Text>
      </ConfirmDialog>
    </Modal>
  )
}

interface PagesProps {
  purpose: ScanDialogProps['purpose']
  scanned: ReturnType<typeof useScannedPages>
  onDesk: () => void
}

function Pages({ purpose, scanned, onDesk }: PagesProps) {
  const { t } = useTranslation()
  const { pages, name, isWorking } = scanned
  return (
    <>
      {pages.length === 0 && <Text size="lg">{t('scan.lead')}</Text>}
      {pages.length > 0 && (
        <PageList
          pages={pages}
          isWorking={isWorking}
          onOrder={scanned.setPages}
          onTurn={(page) => void scanned.turn(page)}
          onEdit={({ key, photograph }) => scanned.setInHand({ key, photograph, isFound: true })}
        />
      )}
      <TakePages isFirst={pages.length === 0} isWorking={isWorking} onFiles={(files) => void scanned.take(files)} />
      {mayHaveDocumentCamera() && (
        <Button size="lg" variant="default" disabled={isWorking} onClick={onDesk}>
          {t('scan.desk')}
        </Button>
      )}
      {pages.length > 0 && (
        <>
          <TextInput
            size="lg"
            label={t('scan.name')}
            description={t('scan.nameHint')}
            maxLength={longestName}
            value={name}
            onChange={({ currentTarget: { value } }) => scanned.setName(value)}
          />
          <Text size="sm" c="dimmed">
            {t('scan.private')}
          </Text>
          <div className={classes.acts}>
            <Button
              size="xl"
              leftSection={<IconCheck aria-hidden />}
              disabled={isWorking}
              onClick={() => void scanned.finish()}
            >
              {t(purpose === 'send' ? 'scan.send' : 'scan.attach', { count: pages.length })}
            </Button>
          </div>
        </>
      )}
    </>
  )
}

/** The browser asks before it closes a page with photographs that are not sent. */
function useStay(isNeeded: boolean) {
  useEffect(() => {
    if (!isNeeded) return
    const stay = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', stay)
    return () => window.removeEventListener('beforeunload', stay)
  }, [isNeeded])
}
