// What each viewer sees of one commit. Those who see the same are sent the same object. Called by loaded-session.ts.
import type { Viewer } from '../../../shared/kernel/actor.ts'
import type { RecordedEvent, VisibleCommit } from '../../../shared/kernel/commit.ts'

/** Of one commit, as `redacted` gives it to one viewer. */
export function sharedSights(redacted: (viewer: Viewer) => VisibleCommit): (viewer: Viewer) => VisibleCommit {
  const sights = new Map<string, VisibleCommit>()
  const numbers = new Map<RecordedEvent, number>()
  // Of what was changed for somebody, each is another: never is one viewer sent what was made for another.
  const numberOf = (event: RecordedEvent): number => {
    const number = numbers.get(event) ?? numbers.size
    numbers.set(event, number)
    return number
  }
  return (viewer) => {
    const visible = redacted(viewer)
    const sight = visible.events.map(numberOf).join()
    const message = sights.get(sight) ?? visible
    sights.set(sight, message)
    return message
  }
}
