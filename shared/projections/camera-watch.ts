// Turns a missing picture into a command for the journal after ten seconds, so that short interruptions are ignored.
// Pure; the server’s loaded session calls it with the observations of the media plane.
import type { Wish } from '../kernel/aggregate.ts'
import type { Ms, ParticipantId } from '../kernel/ids.ts'
import type { Participant } from '../modules/admission/contract.ts'
import { openGapOf } from '../modules/camera/contract.ts'
import type { SessionState } from '../modules/index.ts'
import type { Flow } from '../wire/hearing/health.ts'

const missedAfterMs = 10_000

/** Since when a picture is missing that is no gap yet. */
export type MissingSince = ReadonlyMap<ParticipantId, Ms>

/** Sites and citizens are looked at; chair and secretary see to themselves, observers send nothing. */
const mustShow = ({ role, status }: Participant): boolean =>
  status === 'present' && (role === 'siteOperator' || role === 'citizen')

export function advanceCameras(
  before: MissingSince,
  { session, admission, camera }: SessionState,
  pictures: ReadonlyMap<ParticipantId, Flow>,
  at: Ms,
): { missing: MissingSince; facts: Wish[] } {
  const missing = new Map<ParticipantId, Ms>()
  const facts: Wish[] = []
  if (!camera.isRequired || session.status !== 'open') return { missing, facts }
  for (const participant of Object.values(admission.participants)) {
    const { participantId } = participant
    if (!mustShow(participant)) continue
    const isShown = pictures.get(participantId) === 'live'
    if (openGapOf(camera.gaps, participantId)) {
      if (isShown) facts.push({ type: 'camera.noteOn', data: { participantId } })
    } else if (!isShown) {
      const since = before.get(participantId) ?? at
      missing.set(participantId, since)
      if (at - since >= missedAfterMs) facts.push({ type: 'camera.noteOff', data: { participantId, since } })
    }
  }
  return { missing, facts }
}
