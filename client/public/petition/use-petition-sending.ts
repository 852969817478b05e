// A petition on its way, with its files: how far it is, or why it did not arrive.
import { useEffect, useRef, useState } from 'react'
import type { WebReceipt } from '../../../shared/wire/casework/cases.ts'
import { petitionApi } from '../../../shared/wire/casework/petition-api.ts'
import { sendForm } from '../../base/api.ts'
import { isAtFile } from '../../base/uploads/chosen-files.ts'
import { useChosenFiles } from '../../base/uploads/use-chosen-files.ts'
import { type PetitionDraft, petitionOf } from './petition-draft.ts'

export function usePetitionSending(onSent: (receipt: WebReceipt) => void) {
  const files = useChosenFiles()
  const [sending, setSending] = useState<{ share: number } | { error: unknown } | null>(null)
  const abort = useRef<AbortController>(null)
  useEffect(() => () => abort.current?.abort(), [])
  const isSending = sending !== null && 'share' in sending

  async function send(values: PetitionDraft) {
    if (isSending) return
    const body = new FormData()
    body.append('petition', JSON.stringify(petitionOf(values)))
    abort.current = new AbortController()
    setSending({ share: 0 })
    try {
      const onProgress = (share: number) => setSending({ share })
      const { signal } = abort.current
      const receipt = await files.handIn((attached) => {
        for (const file of attached) body.append('files', file, file.name)
        return sendForm(petitionApi.send, {}, body, { signal, onProgress })
      })
      onSent(receipt)
    } catch (error) {
      setSending(isAtFile(error) ? null : { error })
    }
  }

  return { files, sending, isSending, send }
}
