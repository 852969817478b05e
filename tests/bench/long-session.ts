// Generates the journal of a long session for measurements.
import { all, asks, by, closes, connect, grants, later, loses, opens, seals } from '../harness/given.ts'
import { type ModelSession, scheduled } from '../harness/session-model.ts'

/** Participants request the floor, speak, write, lose their connection and return, until there are so many commits. */
export function aLongSession(commits: number): ModelSession {
  const session = scheduled()
  all(connect('chair', 'secretary', 'siteA', 'siteB'), opens)(session)
  const writes = (text: string) => by('siteB', 'chat.post', { recipient: { to: 'all' }, text })
  for (let round = 1; session.journal.length < commits - 10; round++) {
    const second = later(1000)
    all(asks('siteA'), second, grants('siteA'), later(20_000), by('siteA', 'floor.release', {}), second)(session)
    for (let message = 0; message < 3; message++) all(writes(`Ý kiến ${round}.${message}`), second)(session)
    if (round % 5 === 0) all(loses('siteA'), second, connect('siteA'))(session)
  }
  all(closes, loses('siteB'), seals)(session)
  return session
}
