// A line of the course of events as a clause: each kind by the file of its subject.
import type { CourseLine } from '../../../shared/projections/minutes.ts'
import { decidedClause } from './decision-clauses.ts'
import { meetingClause } from './meeting-clauses.ts'
import type { Meeting } from './meeting-nouns.ts'
import { presenceClause, speakingClause } from './presence-clauses.ts'
import { receptionClause } from './reception-clauses.ts'
import { shownClause } from './shown-clauses.ts'

/** Texts that people typed may hold several lines. */
export function clauseOf(line: CourseLine, meeting: Meeting): string {
  switch (line.kind) {
    case 'opened':
    case 'suspended':
    case 'resumed':
    case 'closed':
    case 'chairHandedOver':
    case 'connectionConfirmed':
    case 'gatesOverridden':
    case 'quorum':
    case 'itemStarted':
    case 'itemFinished':
    case 'itemSkipped':
    case 'announced':
    case 'consultation':
      return meetingClause(line, meeting)
    case 'arrived':
    case 'lost':
    case 'returned':
    case 'left':
    case 'returnedToWaiting':
    case 'removed':
    case 'refused':
    case 'withdrawn':
      return presenceClause(line, meeting)
    case 'floorGranted':
    case 'speakerNamed':
    case 'floorLocked':
    case 'speakingOrdered':
    case 'silenced':
    case 'silenceEnded':
    case 'floorRevoked':
    case 'floorEnded':
    case 'interpreted':
      return speakingClause(line)
    case 'documentPresented':
    case 'documentStudied':
    case 'screenShared':
    case 'cameraOff':
    case 'recordingGap':
    case 'recording':
    case 'ownRecording':
      return shownClause(line, meeting)
    case 'identity':
    case 'statement':
    case 'devicesConfirmed':
    case 'secrecyWaived':
    case 'secrecyTakenBack':
    case 'madeProtected':
    case 'competence':
    case 'refusalExplained':
    case 'receiptIssued':
    case 'noticeIssued':
    case 'group':
      return receptionClause(line, meeting)
    case 'motionProposed':
    case 'codesPrinted':
    case 'ballotOpened':
    case 'ballotClosed':
    case 'motionWithdrawn':
    case 'note':
    case 'decision':
    case 'assignment':
      return decidedClause(line)
  }
}
