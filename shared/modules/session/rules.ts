import { rules, type StateOf } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { isStateSecret } from '../../secrecy/levels.ts'
import { isOver, isRunning, session } from './contract.ts'

type State = StateOf<typeof session>

export const sessionRules = rules(session, {
  decide: {
    schedule(state, data) {
      if (state.status !== 'unscheduled') return reject('session.already-scheduled')
      // A reception must be recorded, a secret of the state must not be: settled by the kind.
      if (data.kind === 'reception' && isStateSecret(data.secrecy)) return reject('secrecy.reception')
      const { recording, recordsPictures } = data
      const isWhole = (recording === null || recording === 'required') && recordsPictures
      if (data.kind === 'reception' && !isWhole) return reject('recording.reception')
      return [{ type: 'scheduled', data }]
    },
    reschedule(state, change) {
      if (state.status !== 'scheduled') return reject('session.not-scheduled')
      const isSame =
        state.title === change.title &&
        state.scheduledAt === change.scheduledAt &&
        state.plannedMinutes === change.plannedMinutes &&
        state.place === change.place &&
        state.advisingUnit === change.advisingUnit
      return isSame ? [] : [{ type: 'rescheduled', data: change }]
    },
    cancel: (state, data) =>
      state.status === 'scheduled' ? [{ type: 'cancelled', data }] : reject('session.not-scheduled'),
    open: (state) => (state.status === 'scheduled' ? [{ type: 'opened', data: {} }] : reject('session.not-scheduled')),
    suspend: (state, data) => (state.status === 'open' ? [{ type: 'suspended', data }] : reject('session.not-open')),
    resume: (state) =>
      state.status === 'suspended' ? [{ type: 'resumed', data: {} }] : reject('session.not-suspended'),
    close: (state) => (isRunning(state.status) ? [{ type: 'closed', data: {} }] : reject('session.not-open')),
    protect(state) {
      if (state.status === 'unscheduled') return reject('session.not-scheduled')
      if (isOver(state.status)) return reject('session.over')
      if (state.kind !== 'reception') return reject('protection.not-reception')
      return state.isProtected ? [] : [{ type: 'protected', data: {} }]
    },
    seal: (state) => (state.status === 'closed' ? [{ type: 'sealed', data: {} }] : reject('session.not-closed')),
  },
  evolve: {
    scheduled: (state, data): State => ({ ...state, ...data, status: 'scheduled' }),
    rescheduled: (state, change): State => ({ ...state, ...change, revision: state.revision + 1 }),
    cancelled: (state, { reason }): State => ({
      ...state,
      status: 'cancelled',
      cancelledReason: reason,
      revision: state.revision + 1,
    }),
    opened: (state, _data, { at }): State => ({ ...state, status: 'open', openedAt: at }),
    suspended: (state, { reason }): State => ({ ...state, status: 'suspended', suspendedReason: reason }),
    resumed: (state): State => ({ ...state, status: 'open', suspendedReason: null }),
    closed: (state, _data, { at }): State => ({ ...state, status: 'closed', suspendedReason: null, closedAt: at }),
    protected: (state, _data, { at }): State => ({ ...state, isProtected: true, protectedAt: at }),
    sealed: (state): State => ({ ...state, status: 'sealed' }),
  },
})
