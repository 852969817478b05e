// Voting codes that are asked for: of one site, or of one delegate there.
import { ballot } from '../../modules/ballot/contract.ts'

export const NewVotingCodes = ballot.commands.printCodes.data.omit({ printId: true }).meta({ id: 'NewVotingCodes' })
