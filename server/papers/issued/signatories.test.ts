import { describe, expect, it } from 'vitest'
import type { SessionState } from '../../../shared/modules/index.ts'
import type { NamedSignatory } from '../../../shared/wire/papers/issuing.ts'
import { aggregate } from '../../../tests/harness/session-model.ts'
import { rememberSignatory } from './signatories.ts'

const signatory: NamedSignatory = {
  name: 'Lê Minh Đức',
  signing: { form: 'direct', signedFor: null, deputyOf: null, office: 'Trưởng ban' },
}

async function rememberedOf(session: Partial<SessionState['session']>): Promise<NamedSignatory[]> {
  const kept: NamedSignatory[] = []
  const lastSignatory = { read: async () => null, keep: async (one: NamedSignatory) => void kept.push(one) }
  const { initial } = aggregate
  await rememberSignatory({ lastSignatory }, { ...initial, session: { ...initial.session, ...session } }, signatory)
  return kept
}

describe('the signatory of a paper', () => {
  it('is offered for the next paper', async () => {
    expect(await rememberedOf({})).toEqual([signatory])
  })

  it('is not remembered when the session is protected or a state secret', async () => {
    expect(await rememberedOf({ isProtected: true })).toEqual([])
    expect(await rememberedOf({ secrecy: 'confidential' })).toEqual([])
  })
})
