// fast-check with one seed policy: a commit has one verdict, so the seed is fixed; FC_SEED=random searches anew, FC_SEED=N repeats.
import fc from 'fast-check'

const FIXED_SEED = 20_261_202

const wanted = process.env.FC_SEED
fc.configureGlobal(wanted === 'random' ? {} : { seed: wanted ? Number(wanted) : FIXED_SEED })

export { fc }
