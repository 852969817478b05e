// The bytes of what is shown of a document, fetched once for the page with the link's token.

import type { DocumentId, SessionId } from '../../../shared/kernel/ids.ts'
import { documentApi } from '../../../shared/wire/papers/document-api.ts'
import { submissionApi } from '../../../shared/wire/papers/submission-api.ts'
import { callForFile } from '../../base/api.ts'

interface Wanted {
  sessionId: SessionId
  documentId: DocumentId
  /** Staff may have it marked later: then it is another file. */
  isMarked: boolean
  isSubmission: boolean
  token: string
}

/** Of a hearing's documents a person goes back and forth between a few. */
const mostKept = 3
const kept = new Map<string, Promise<Blob>>()

/** Throws ApiError. What was fetched before is given again; a failure is not. */
export function documentBytes({ sessionId, documentId, isMarked, isSubmission, token }: Wanted): Promise<Blob> {
  const key = `${documentId} ${isMarked}`
  const known = kept.get(key)
  if (known) return known
  const { pages } = isSubmission ? submissionApi : documentApi
  const fetching = callForFile(pages, { params: { sessionId, documentId } }, { token })
  kept.set(key, fetching)
  fetching.catch(() => kept.delete(key))
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest) kept.delete(oldest)
  return fetching
}
