// fast-check with one policy for seeds: the seed is fixed, so that a commit has one result; FC_SEED=random searches
// with a new one, FC_SEED=N repeats a run.
import fc from 'fast-check'

const FIXED_SEED = 20_261_202

const wanted = process.env.FC_SEED
fc.configureGlobal(wanted === 'random' ? {} : { seed: wanted ? Number(wanted) : FIXED_SEED })

export { fc }
