// How long a program may take for what it was asked: to end, to start, to answer. Then it is killed.

/** Resolves or rejects as `asked` does. When that takes longer, `kill` is called, which must bring it about, and the wait goes on. */
export async function killUnless<T>(asked: Promise<T>, withinMs: number, kill: () => void): Promise<T> {
  const tooLong = setTimeout(kill, withinMs)
  try {
    return await asked
  } finally {
    clearTimeout(tooLong)
  }
}
