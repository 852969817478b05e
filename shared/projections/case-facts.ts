// Derives the legal facts of a case, by which its clocks are counted. Pure.
import { resolvedOn } from '../cases/handling/contract.ts'
import type { CaseState } from '../cases/index.ts'
import { type CaseKind, type CompetenceOutcome, lodgedOn } from '../cases/intake/contract.ts'
import type { CaseFact, Circumstance } from '../law/case-facts.ts'
import type { ClockName } from '../law/legal-clocks.ts'
import { calendarDayOf } from '../law/working-days.ts'

/** In the order of their days. */
export function caseFacts({ intake, handling, outcome }: CaseState): CaseFact[] {
  const { receipt, registers, check, competence, circumstances } = intake
  if (!receipt) return []
  const facts: CaseFact[] = [
    ...beforeReceipt(intake),
    { kind: 'lodged', on: lodgedOn(receipt) },
    { kind: 'received', on: receipt.receivedOn },
  ]
  const day = calendarDayOf
  for (const { kind, at } of registers)
    if (kind !== 'mixed')
      // A matter is what it is from the day it came, until it turns out to be something else.
      facts.push({ kind: 'classified', on: at === receipt.at ? receipt.receivedOn : day(at), subject: kind })
  for (const { circumstance, at } of circumstances) facts.push({ kind: 'found', on: day(at), circumstance })
  if (check) facts.push({ kind: 'checked', on: day(check.at) })
  if (competence?.outcome === 'own') facts.push({ kind: 'accepted', on: day(competence.at) })
  else if (competence) facts.push({ kind: 'foundNotCompetent', on: day(competence.at) })
  if (competence && competence.outcome !== 'own' && handling.sentOn)
    facts.push(...sentOnFacts(competence.outcome, handling.sentOn.on))
  for (const { on } of handling.notices) {
    facts.push({ kind: 'citizenTold', on })
    if (competence?.outcome === 'own') facts.push({ kind: 'acceptanceTold', on })
  }
  for (const { on, notice, held } of handling.dialogues) {
    facts.push({ kind: 'dialogueSet', on })
    if (notice) facts.push({ kind: 'dialogueNotified', on: notice.on, dialogueOn: on })
    if (held) facts.push({ kind: 'dialogueHeld', on: held.on })
  }
  const clock = resolutionClock(
    receipt.kind,
    circumstances.map(({ circumstance }) => circumstance),
  )
  if (clock)
    for (const { at, until } of handling.extensions) facts.push({ kind: 'extended', on: day(at), clock, until })
  for (const { from, until } of handling.rests) {
    facts.push({ kind: 'suspended', on: day(from) })
    if (until !== null) facts.push({ kind: 'resumed', on: day(until) })
  }
  const resolved = resolvedOn(intake, handling)
  if (resolved !== undefined) facts.push({ kind: 'resolved', on: resolved })
  // Whoever sent a petition on is the sender, whether that was another body or this one.
  const told = handling.toldSender ?? handling.receivedResult
  if (told) facts.push({ kind: 'senderTold', on: told.on })
  if (handling.passedOnResult) facts.push({ kind: 'resultTold', on: handling.passedOnResult.on })
  if (handling.answer) facts.push({ kind: 'citizenTold', on: handling.answer.on })
  if (handling.withdrawal) facts.push({ kind: 'withdrawn', on: handling.withdrawal.on })
  // What the body it went to says may come after the end: the citizen is told of it in time all the same. No other clock of a
  // petition that was sent on is left for the end to stop.
  if (outcome.closing && !handling.receivedResult) facts.push({ kind: 'closed', on: day(outcome.closing.at) })
  return facts.sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
}

/** The clock that an extension moves. */
function resolutionClock(kind: CaseKind, found: readonly Circumstance[]): ClockName | null {
  if (kind === 'denunciation') return 'denunciationResolution'
  if (kind !== 'complaint') return null
  return found.includes('secondStage') ? 'secondComplaintResolution' : 'complaintResolution'
}

/** What happened before it came to this agency, as it was said. */
function beforeReceipt({ sender, decisionKnownOn, firstDecisionOn }: CaseState['intake']): CaseFact[] {
  return [
    ...(decisionKnownOn === null ? [] : [{ kind: 'decisionKnown', on: decisionKnownOn } as const]),
    ...(firstDecisionOn === null ? [] : [{ kind: 'firstDecisionReceived', on: firstDecisionOn } as const]),
    ...(sender?.wantsResult ? [{ kind: 'sentHere', on: sender.on } as const] : []),
  ]
}

function sentOnFacts(outcome: Exclude<CompetenceOutcome, 'own'>, on: string): CaseFact[] {
  if (outcome === 'transfer') return [{ kind: 'forwarded', on }]
  return [
    { kind: outcome === 'guide' ? 'guided' : 'declined', on },
    { kind: 'citizenTold', on },
  ]
}
