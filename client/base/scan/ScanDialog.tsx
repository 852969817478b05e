// Papers photographed page by page, straightened, put in order, and handed on as one PDF. Nothing is kept on the device: it may be
// borrowed, and a page that is loaded again begins anew.
import { Alert, Button, FileButton, Loader, Modal, Stack, Text, TextInput } from '@mantine/core'
import { randomId } from '@mantine/hooks'
import { IconCamera, IconCheck, IconPhoto } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../ui/dialogs/ConfirmDialog.tsx'
import { CornersStep } from './CornersStep.tsx'
import { DocumentCamera, mayHaveDocumentCamera } from './DocumentCamera.tsx'
import { PageList } from './PageList.tsx'
import { type Photograph, pageOf, photographOf, type ScannedPage } from './picture.ts'
import classes from './scan.module.css'

const mostPages = 30
const importPdf = () => import('./make-pdf.ts')
/** Room for “.pdf” and what the server takes as the name of a file. */
const longestName = 150

export interface ScanDialogProps {
  /** What happens with the PDF: it goes to the officer at once, or along with what is being written. */
  purpose: 'send' | 'attach'
  onDone: (file: File) => void
  onClose: () => void
}

/** `key`: of the page that it is to replace; null: a new one. */
interface InHand {
  readonly key: string | null
  readonly photograph: Photograph
  readonly isFound: boolean
}

export function ScanDialog({ purpose, onDone, onClose }: ScanDialogProps) {
  const { t } = useTranslation()
  const [pages, setPages] = useState<readonly ScannedPage[]>([])
  const [inHand, setInHand] = useState<InHand | null>(null)
  const [isAtDesk, setAtDesk] = useState(false)
  const [name, setName] = useState('')
  const [isAsking, setAsking] = useState(false)
  const { isWorking, problem, work, complain } = useWork()
  useStay(pages.length > 0)

  const put = (page: ScannedPage) =>
    setPages((all) =>
      all.some(({ key }) => key === page.key) ? all.map((one) => (one.key === page.key ? page : one)) : [...all, page],
    )

  /** One is looked at by its owner; of several each page is taken as it is found, and can be looked at later. */
  const take = (files: readonly Blob[]) =>
    work('scan.unreadable', async () => {
      const room = mostPages - pages.length
      if (files.length > room) complain(t('scan.tooMany', { count: mostPages }))
      const [only] = files
      if (files.length === 1 && only && room > 0) {
        const { isFound, ...photograph } = await photographOf(only)
        setInHand({ key: null, photograph, isFound })
        return
      }
      for (const file of files.slice(0, Math.max(0, room))) {
        const photograph = await photographOf(file)
        put({ key: randomId(), photograph, jpeg: await pageOf(photograph) })
      }
    })

  const use = (photograph: Photograph) =>
    work('scan.unreadable', async () => {
      put({ key: inHand?.key ?? randomId(), photograph, jpeg: await pageOf(photograph) })
      setInHand(null)
      // Needed at the end; should it not come now, it is fetched then.
      importPdf().catch(() => undefined)
    })

  const turn = ({ key, photograph }: ScannedPage) =>
    work('scan.unreadable', async () => {
      const changed = { ...photograph, quarters: photograph.quarters + 1 }
      put({ key, photograph: changed, jpeg: await pageOf(changed) })
    })

  const finish = () =>
    work('scan.failed', async () => {
      const { pdfOf } = await importPdf()
      const jpegs = await Promise.all(pages.map(async ({ jpeg }) => new Uint8Array(await jpeg.arrayBuffer())))
      const title = name.trim() || t('scan.noName')
      onDone(new File([await pdfOf(jpegs)], `${title}.pdf`, { type: 'application/pdf' }))
    })

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
            onUse={(photograph) => void use(photograph)}
            onLeave={() => setInHand(null)}
          />
        ) : isAtDesk ? (
          <DocumentCamera onTaken={(picture) => void take([picture])} onLeave={() => setAtDesk(false)} />
        ) : (
          <>
            {pages.length === 0 && <Text size="lg">{t('scan.lead')}</Text>}
            {pages.length > 0 && (
              <PageList
                pages={pages}
                isWorking={isWorking}
                onOrder={setPages}
                onTurn={(page) => void turn(page)}
                onEdit={({ key, photograph }) => setInHand({ key, photograph, isFound: true })}
              />
            )}
            <Choices isFirst={pages.length === 0} isWorking={isWorking} onFiles={(files) => void take(files)} />
            {mayHaveDocumentCamera() && (
              <Button size="lg" variant="default" disabled={isWorking} onClick={() => setAtDesk(true)}>
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
                  onChange={({ currentTarget: { value } }) => setName(value)}
                />
                <Text size="sm" c="dimmed">
                  {t('scan.private')}
                </Text>
                <div className={classes.acts}>
                  <Button
                    size="xl"
                    leftSection={<IconCheck aria-hidden />}
                    disabled={isWorking}
                    onClick={() => void finish()}
                  >
                    {t(purpose === 'send' ? 'scan.send' : 'scan.attach', { count: pages.length })}
                  </Button>
                </div>
              </>
            )}
          </>
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

interface ChoicesProps {
  isFirst: boolean
  isWorking: boolean
  onFiles: (files: readonly File[]) => void
}

/** The camera of the device by its own app: it works on old phones, needs no permission, and leaves the hearing its camera. */
function Choices({ isFirst, isWorking, onFiles }: ChoicesProps) {
  const { t } = useTranslation()
  const resetCamera = useRef<() => void>(null)
  const resetGallery = useRef<() => void>(null)
  return (
    <div className={classes.acts}>
      <FileButton
        accept="image/*"
        capture="environment"
        resetRef={resetCamera}
        inputProps={{ 'aria-label': t(isFirst ? 'scan.first' : 'scan.more') }}
        onChange={(file) => {
          if (file) onFiles([file])
          // Or the same picture could not be taken again.
          resetCamera.current?.()
        }}
      >
        {(props) => (
          <Button
            {...props}
            size="xl"
            variant={isFirst ? 'filled' : 'light'}
            leftSection={<IconCamera aria-hidden />}
            disabled={isWorking}
          >
            {t(isFirst ? 'scan.first' : 'scan.more')}
          </Button>
        )}
      </FileButton>
      <FileButton
        multiple
        accept="image/*"
        resetRef={resetGallery}
        inputProps={{ 'aria-label': t('scan.gallery') }}
        onChange={(files) => {
          if (files.length > 0) onFiles(files)
          resetGallery.current?.()
        }}
      >
        {(props) => (
          <Button {...props} size="xl" variant="default" leftSection={<IconPhoto aria-hidden />} disabled={isWorking}>
            {t('scan.gallery')}
          </Button>
        )}
      </FileButton>
    </div>
  )
}

/** One thing at a time, and in words why it did not work. */
function useWork() {
  const { t } = useTranslation()
  const [isWorking, setWorking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  async function work(failure: 'scan.unreadable' | 'scan.failed', task: () => Promise<void>) {
    setProblem(null)
    setWorking(true)
    // Millions of pixels hold the page up: what it is doing is painted first.
    await new Promise((painted) => setTimeout(painted, 50))
    try {
      await task()
    } catch {
      // A picture the browser cannot open, or no memory left for it: the person can only take another.
      setProblem(t(failure))
    } finally {
      setWorking(false)
    }
  }
  return { isWorking, problem, work, complain: setProblem }
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
