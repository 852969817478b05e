// Keeps the best of many as they arrive; of equal scores the earlier one stays. Used to rank search results.

export interface Best {
  offer(document: number, score: number): void
  /** The best first. */
  readonly documents: readonly number[]
  /** What has no higher score is not among them; 0 while there is room. */
  readonly least: number
}

export function createBest(limit: number): Best {
  const documents: number[] = []
  const scores: number[] = []
  return {
    documents,
    get least() {
      return documents.length < limit ? 0 : (scores.at(-1) ?? 0)
    },
    offer(document, score) {
      if (documents.length === limit && score <= (scores.at(-1) ?? 0)) return
      let from = 0
      let to = scores.length
      while (from < to) {
        const middle = (from + to) >> 1
        if ((scores[middle] ?? 0) >= score) from = middle + 1
        else to = middle
      }
      scores.splice(from, 0, score)
      documents.splice(from, 0, document)
      if (documents.length > limit) {
        scores.pop()
        documents.pop()
      }
    },
  }
}
