// /api/sessions/ID/supplements: what is written to issued minutes after the session was sealed, each under the next number of minutes.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { standingMinutes, supplement, type WrittenSupplement } from '../../../shared/modules/supplement/contract.ts'
import { supplementApi } from '../../../shared/wire/custody/supplement-api.ts'
import type { SupplementWish } from '../../../shared/wire/custody/supplements.ts'
import type { Account } from '../../../shared/wire/identity/account.ts'
import { mediaTypes } from '../../../shared/wire/media-types.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import type { IssuedPapers } from '../../papers/issued/issued-papers.ts'
import { extensions, isUncertain, yearInVietnam } from '../../papers/issued/issuing.ts'
import type { LastSignatory } from '../../papers/issued/last-signatory.ts'
import { registerSignatory, rememberSignatory } from '../../papers/issued/signatories.ts'
import type { Numbers } from '../../papers/numbering/numbers.ts'
import type { Printers } from '../../papers/session-papers.ts'
import { notFound, rejected } from '../../platform/http/errors.ts'
import { contentDisposition, fileName } from '../../platform/http/file-names.ts'
import { accountOf, byAccount } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Seals } from '../archive/seals.ts'
import { demandWritable, endSupplements, supplementFile } from './supplement-files.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly accounts: Accounts
  readonly lastSignatory: LastSignatory
  readonly seals: Seals
  readonly printIssued: Printers
  readonly issuedPapers: IssuedPapers
  readonly numbers: Numbers
  readonly now: () => number
  readonly newId: () => string
}

export const supplementRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { sessions, accounts, lastSignatory } = dependencies
    const stateOf = async (sessionId: SessionId) => {
      const state = await sessions.state(sessionId)
      if (!state) throw notFound('session')
      return state
    }
    const shown = async ({ supplementId, kind, text, reason, number, year, at, by }: WrittenSupplement) => {
      const account = by.kind === 'account' && by.accountId ? await accounts.find(by.accountId) : null
      return { supplementId, kind, text, reason, number, year, at, by: account?.displayName ?? null }
    }

    serve(api, supplementApi.list, async ({ params: { sessionId } }) => {
      const state = await stateOf(sessionId)
      const minutes = state.session.status === 'sealed' ? standingMinutes(state.approval) : null
      return {
        minutes: minutes && { number: minutes.number, year: minutes.year, at: minutes.at },
        signatory: await lastSignatory.read(),
        supplements: await Promise.all(state.supplement.written.map(shown)),
      }
    })

    serve(api, supplementApi.write, { audit: null }, async (request) => {
      const { sessionId } = request.params
      const { supplementId } = request.body
      const known = supplementIn(await stateOf(sessionId), supplementId)
      if (!known) await write(dependencies, await stateOf(sessionId), request.body, accountOf(request))
      const state = await stateOf(sessionId)
      const written = supplementIn(state, supplementId)
      if (!written) throw notFound('supplement')
      await endSupplements(dependencies, state)
      return { supplementId, number: written.number, year: written.year }
    })

    for (const extension of extensions)
      serve(api, supplementApi[extension], { audit: 'export' }, async (request, reply) => {
        const { sessionId, supplementId } = request.params
        const state = await stateOf(sessionId)
        const written = supplementIn(state, supplementId)
        if (!written) throw notFound('supplement')
        const file = await supplementFile(dependencies, state, written, extension)
        const name = fileName(`${names[written.kind]} số ${written.number}`, state.session, `.${extension}`)
        return reply.type(mediaTypes[extension]).header('content-disposition', contentDisposition(name)).send(file)
      })
  }

const names = { addition: 'Biên bản bổ sung', correction: 'Biên bản đính chính' } as const

const supplementIn = ({ supplement: { written } }: SessionState, supplementId: string) =>
  written.find((one) => one.supplementId === supplementId)

/** Under the next number of minutes. A number that the session refuses is given to the next paper. */
async function write(
  dependencies: Dependencies,
  state: SessionState,
  { signatory, ...said }: SupplementWish,
  account: Account,
): Promise<void> {
  const { sessions, numbers, seals, now, newId } = dependencies
  const { sessionId } = state.session
  // Before a number is taken, and a name is written down.
  demandWritable(state, said)
  // What it follows: a seal that cannot be made is said now, and nothing is begun.
  await seals.of(sessionId)
  const signatoryId = await registerSignatory(sessions, sessionId, signatory)
  const year = yearInVietnam(now())
  await numbers.allot({ year, kind: 'minutes' }, `${sessionId}:supplement:${said.supplementId}`, async (number) => {
    const writing = wish(supplement, 'write', { ...said, signatoryId, signing: signatory.signing, number, year })
    const reply = await sessions.dispatch(sessionId, byAccount(account), { id: newId(), ...writing })
    if (reply.ok) return { used: true, value: null }
    if (isUncertain(reply.rejection.code)) throw rejected(reply.rejection)
    // An earlier attempt whose answer was lost, or the same wish twice at once.
    const known = await sessions.state(sessionId).then((later) => later && supplementIn(later, said.supplementId))
    return known?.number === number && known.year === year
      ? { used: true, value: null }
      : { used: false, why: rejected(reply.rejection) }
  })
  await rememberSignatory(dependencies, state, signatory)
}
