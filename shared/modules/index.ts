// The only list of modules. Its order is the allowed order of dependency: a module may read the contracts of earlier
// ones.

import type { ComposedState } from '../kernel/aggregate.ts'
import { accessListRules } from './access-list/rules.ts'
import { admissionRules } from './admission/rules.ts'
import { agendaRules } from './agenda/rules.ts'
import { announcementRules } from './announcement/rules.ts'
import { approvalRules } from './approval/rules.ts'
import { ballotRules } from './ballot/rules.ts'
import { cameraRules } from './camera/rules.ts'
import { captionsRules } from './captions/rules.ts'
import { chatRules } from './chat/rules.ts'
import { consultationRules } from './consultation/rules.ts'
import { devicesRules } from './devices/rules.ts'
import { dialogueRules } from './dialogue/rules.ts'
import { documentsRules } from './documents/rules.ts'
import { floorRules } from './floor/rules.ts'
import { identityRules } from './identity/rules.ts'
import { interpretationRules } from './interpretation/rules.ts'
import { minutesRules } from './minutes/rules.ts'
import { noticeRules } from './notice/rules.ts'
import { protectionRules } from './protection/rules.ts'
import { quorumRules } from './quorum/rules.ts'
import { reactionsRules } from './reactions/rules.ts'
import { readinessRules } from './readiness/rules.ts'
import { receiptRules } from './receipt/rules.ts'
import { recordingRules } from './recording/rules.ts'
import { rollcallRules } from './rollcall/rules.ts'
import { selftestRules } from './selftest/rules.ts'
import { sessionRules } from './session/rules.ts'
import { sharingRules } from './sharing/rules.ts'
import { signLanguageRules } from './sign-language/rules.ts'
import { sitesRules } from './sites/rules.ts'
import { stageRules } from './stage/rules.ts'
import { statementRules } from './statement/rules.ts'
import { submissionRules } from './submission/rules.ts'
import { supplementRules } from './supplement/rules.ts'
import { visitRules } from './visit/rules.ts'
import { withdrawalRules } from './withdrawal/rules.ts'

export const sessionModules = [
  sessionRules,
  sitesRules,
  admissionRules,
  readinessRules,
  selftestRules,
  devicesRules,
  accessListRules,
  rollcallRules,
  quorumRules,
  agendaRules,
  identityRules,
  consultationRules,
  interpretationRules,
  signLanguageRules,
  captionsRules,
  cameraRules,
  floorRules,
  ballotRules,
  stageRules,
  documentsRules,
  approvalRules,
  sharingRules,
  minutesRules,
  chatRules,
  announcementRules,
  reactionsRules,
  recordingRules,
  statementRules,
  visitRules,
  submissionRules,
  protectionRules,
  receiptRules,
  noticeRules,
  dialogueRules,
  supplementRules,
  withdrawalRules,
] as const

export type SessionState = ComposedState<typeof sessionModules>
