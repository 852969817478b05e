import { rollcall } from '../../../../shared/modules/rollcall/contract.ts'
import { useSession } from '../../../live/session/store.ts'

export const useRollcall = () => useSession(({ state }) => state?.rollcall ?? rollcall.initial)
