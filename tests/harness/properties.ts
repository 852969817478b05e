// fast-check with one seed policy: a failing run prints its seed; FC_SEED repeats it.
import fc from 'fast-check'

const seed = process.env.FC_SEED
fc.configureGlobal({ ...(seed ? { seed: Number(seed) } : {}) })

export { fc }
