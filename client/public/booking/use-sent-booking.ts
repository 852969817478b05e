// The form of a booking on its way: with the work it proves; what went wrong, and to which step that leads back.
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { SiteId, SittingId } from '../../../shared/kernel/ids.ts'
import type { OpenSitting } from '../../../shared/wire/reception/appointments.ts'
import { ApiError } from '../../base/api.ts'
import { type Draft, formOf, online, type Step, stepOf } from './draft.ts'
import { rememberContact } from './own-contact.ts'
import { useBook } from './queries.ts'
import { useProof } from './use-proof.ts'

interface SentBooking {
  readonly date: string
  readonly sitting: OpenSitting
  readonly onBooked: () => void
  readonly onBack: (step: Step) => void
}

export function useSentBooking({ date, sitting, onBooked, onBack }: SentBooking) {
  const navigate = useNavigate()
  const book = useBook()
  const [failure, setFailure] = useState<unknown>(null)
  const [isWorking, setWorking] = useState(false)
  const proof = useProof()

  async function send(draft: Draft) {
    setFailure(null)
    setWorking(true)
    const { sittingId } = sitting
    const siteId = draft.siteId === online ? null : SiteId.parse(draft.siteId)
    const place = { date, sittingId: SittingId.parse(sittingId), time: draft.time, siteId }
    try {
      const { code } = await book.mutateAsync({ place, form: formOf(draft), proof: await proof.current() })
      onBooked()
      rememberContact(code, draft.phone.trim() || draft.email.trim())
      await navigate(`/reception/appointment#${code}`, { state: { isNew: true }, replace: true })
    } catch (error) {
      // Who did not hear the answer asks again with the same work, and is told of the same booking.
      if (!(error instanceof ApiError && error.code === 'unreachable')) proof.renew()
      setFailure(error)
      setWorking(false)
      const field = error instanceof ApiError ? (error.field?.split('.').at(-1) ?? '') : ''
      const back = error instanceof ApiError && error.code === 'appointments.slot-full' ? 'place' : stepOf(field)
      if (back) onBack(back)
    }
  }

  return { send, failure, isWorking }
}
