import { describe, expect, it } from 'vitest'
import { event, given, inFullSession } from '../../../tests/harness/given.ts'
import { Role } from '../../kernel/ids.ts'
import { mayReact, type ReactionRights, reactions } from './contract.ts'

const reacting = (to: ReactionRights) => Role.options.filter((role) => mayReact(to, role))

describe('reactions', () => {
  it('are allowed for officials by default, for citizens if staff allow it, and never for observers', () => {
    expect(reacting(reactions.initial.allowedTo)).toEqual(['chair', 'secretary', 'siteOperator'])
    expect(reacting('everybody')).toEqual(['chair', 'secretary', 'siteOperator', 'citizen'])
    expect(reacting('nobody')).toEqual([])
  })

  it.each(['chair', 'secretary'])('are switched by the %s, visible to all in the room', (who) => {
    given(inFullSession)
      .when(who, 'reactions.allow', { to: 'nobody' })
      .gives(event('reactions.allowed', { to: 'nobody' }))
      .leaves((state) => expect(state.reactions.allowedTo).toBe('nobody'))
      .isSeenBy('chair', 'secretary', 'siteA', 'siteB', 'citizen1', 'citizen2', 'observer1')
  })

  it('write nothing when the setting is unchanged, and are switched by staff only', () => {
    given(inFullSession).when('chair', 'reactions.allow', { to: 'officials' }).givesNothing()
    given(inFullSession).when('siteA', 'reactions.allow', { to: 'everybody' }).isRejected('forbidden')
  })
})
