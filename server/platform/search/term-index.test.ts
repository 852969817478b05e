import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fc } from '../../../tests/harness/properties.ts'
import { startTestRedis, type TestRedis } from '../../../tests/harness/redis.ts'
import { createBest } from './best.ts'
import { anyOf, everyOf, placesIn } from './bits.ts'
import { blockSize, createTermIndex, type TermIndex } from './term-index.ts'

let redis: TestRedis
beforeAll(async () => {
  redis = await startTestRedis()
})
afterAll(() => redis.close())

let indexes = 0
const anIndex = () => createTermIndex(redis.redis(), `{test}:${++indexes}`)

/** All documents up to `last` that have the term, the newest first. */
async function having(index: TermIndex, term: string, last: number): Promise<number[]> {
  const documents: number[] = []
  for await (const { first, of } of index.blocks(last, [term]))
    documents.push(...placesIn(of(term)).map((place) => first + place))
  return documents
}

describe('the index of terms', () => {
  it('returns the documents of a term after any sequence of additions and removals', async () => {
    // Beside each other, far from each other, and so many of one block that their list becomes bits.
    const documents = fc.oneof(
      fc.integer({ min: 0, max: 150 }),
      fc.constantFrom(blockSize - 1, blockSize, 3 * blockSize),
    )
    const terms = fc.uniqueArray(fc.constantFrom('dat', 'dat', 'duong', '~đất', '^dat', '=kind:x'), { minLength: 1 })
    const said = fc.record({ document: documents, terms, isThere: fc.integer({ min: 0, max: 9 }).map((of) => of > 0) })
    await fc.assert(
      fc.asyncProperty(fc.array(said, { maxLength: 300, size: 'max' }), async (all) => {
        const index = anIndex()
        const model = new Map<string, Set<number>>()
        for (const one of all) {
          await (one.isThere ? index.add : index.remove)(one.document, one.terms)
          for (const term of one.terms) {
            const holders = model.get(term) ?? new Set()
            if (one.isThere) holders.add(one.document)
            else holders.delete(one.document)
            model.set(term, holders)
          }
        }
        for (const [term, holders] of model)
          expect(await having(index, term, 3 * blockSize)).toEqual([...holders].sort((a, b) => b - a))
        const words = ['dat', 'duong']
        const counts = words.map((word) => model.get(word)?.size ?? 0)
        expect(await index.frequencies(words)).toEqual(counts)
        expect(await index.startingWith('d', 9)).toEqual(words.filter((_, at) => (counts[at] ?? 0) > 0))
      }),
      { numRuns: 25 },
    )
  })

  it('finds words by prefix, also with letters beyond those of English', async () => {
    const index = anIndex()
    await index.add(0, ['nghi', 'nghien', 'nghiep', 'ngo', 'ñandu', '~nghiên'])
    expect(await index.startingWith('nghi', 9)).toEqual(['nghi', 'nghien', 'nghiep'])
    expect(await index.startingWith('nghi', 2)).toEqual(['nghi', 'nghien'])
    expect(await index.startingWith('ñ', 9)).toEqual(['ñandu'])
  })

  it('deletes all its keys when it is forgotten', async () => {
    const index = anIndex()
    await index.add(blockSize + 1, ['dat'])
    await index.forget(blockSize + 1)
    expect(await redis.redis().keys(`{test}:${indexes}:*`)).toEqual([])
  })
})

describe('bit sets of documents', () => {
  const bits = (...places: number[]) => {
    const all = new Uint8Array(blockSize / 8)
    for (const place of places) all[place >> 3] = (all[place >> 3] ?? 0) | (128 >> (place & 7))
    return all
  }

  it('are intersected and united, the newest document first', () => {
    expect(placesIn(everyOf(bits(0, 7, 4095), [bits(7, 8, 4095), bits(7, 4095)]))).toEqual([4095, 7])
    expect(placesIn(anyOf([bits(0), bits(9), bits()]))).toEqual([9, 0])
  })
})

describe('the best documents', () => {
  it('are those with the highest scores; of equal scores the earlier one wins', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 })), fc.integer({ min: 1, max: 10 }), (scores, limit) => {
        const best = createBest(limit)
        for (const [document, score] of scores.entries()) best.offer(document, score)
        const wanted = [...scores.keys()].sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0))
        expect(best.documents).toEqual(wanted.slice(0, limit))
      }),
    )
  })
})
