// What a meeting is called, and how its opening is told: a conference or a reception.
import type { z } from 'zod'
import type { SessionKind } from '../../../shared/modules/session/contract.ts'
import type { MinutesDocument } from '../../../shared/projections/minutes-document.ts'

export const meetingNouns: Record<z.infer<typeof SessionKind>, string> = {
  conference: 'cuộc họp',
  reception: 'buổi làm việc',
}
export const openings: Record<z.infer<typeof SessionKind>, { declared: string; told: string }> = {
  conference: { declared: 'khai mạc cuộc họp', told: 'cuộc họp được khai mạc' },
  reception: { declared: 'bắt đầu buổi làm việc', told: 'buổi làm việc bắt đầu' },
}

export type Meeting = Pick<MinutesDocument, 'kind' | 'scheduledAt' | 'startedAt' | 'endedAt'>

export const meetingNoun = ({ kind }: Meeting): string => meetingNouns[kind]
