// The pages of a scan: photographed, straightened, replaced, put in order, and made one PDF in the end.
import { randomId } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Photograph, pageOf, photographOf, type ScannedPage } from './picture.ts'

const mostPages = 30
const importPdf = () => import('./make-pdf.ts')

/** `key`: of the page that it is to replace; null: a new one. */
interface InHand {
  readonly key: string | null
  readonly photograph: Photograph
  readonly isFound: boolean
}

export function useScannedPages(onDone: (file: File) => void) {
  const { t } = useTranslation()
  const [pages, setPages] = useState<readonly ScannedPage[]>([])
  const [inHand, setInHand] = useState<InHand | null>(null)
  const [name, setName] = useState('')
  const { isWorking, problem, work, complain } = useWork()

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

  return { pages, setPages, name, setName, inHand, setInHand, isWorking, problem, take, use, turn, finish }
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
