// Reads one file by its bytes, never by its name or by what the browser says. Runs in the separate program only, and
// loads no more than it needs, because the person who uploads the file waits for it.
import { fileTypeFromFile } from 'file-type'
import type { DocumentFormat } from '../../../../shared/modules/documents/contract.ts'
import { IntakeError } from '../intake-error.ts'
import type { FileFacts } from './answer.ts'

/** `mediaType`: of the format. Throws IntakeError. */
export async function factsOf(path: string, format: DocumentFormat, mediaType: string): Promise<FileFacts> {
  const found = await fileTypeFromFile(path).catch(() => undefined)
  if (found?.mime !== mediaType) throw new IntakeError('wrong-type')
  switch (format) {
    case 'pdf': {
      const { pdfFacts } = await import('./pdf-facts.ts')
      return { ...(await pdfFacts(path)), picture: null }
    }
    case 'png':
    case 'jpeg':
    case 'webp': {
      const { checkPicture } = await import('./check-picture.ts')
      return { pages: 1, picture: await checkPicture(path), marking: null }
    }
    case 'docx':
    case 'xlsx':
    case 'pptx': {
      const { checkZip } = await import('./check-zip.ts')
      await checkZip(path)
      const { officeMarking } = await import('./office-marking.ts')
      return { pages: null, picture: null, marking: await officeMarking(path) }
    }
  }
}
