// Whether a file is what its name says, asked before anything is sent. The server asks again, by the same library.

import { mediaTypes } from '../../../shared/wire/media-types.ts'
import { formatsByExtension } from '../../../shared/wire/papers/documents.ts'

/** The ending of a name, which promises one format; undefined: none that is taken. */
export function formatOf(name: string) {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return Object.hasOwn(formatsByExtension, extension) ? formatsByExtension[extension] : undefined
}

/** The library is fetched with the first file: no page grows by it. */
export async function kindFaultOf(file: File): Promise<'wrong-type' | null> {
  const format = formatOf(file.name)
  try {
    const { fileTypeFromBlob } = await import('file-type')
    const found = await fileTypeFromBlob(file)
    return format !== undefined && found?.mime === mediaTypes[format] ? null : 'wrong-type'
  } catch {
    // Of what cannot be read here nothing is said: the server looks.
    return null
  }
}
