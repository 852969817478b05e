// Progress output of the set-up. It goes to stderr, because stdout belongs to the launched program.

const HEARTBEAT_MS = 10_000

/** Something a person has to do. Its message is complete: no stack, no cause beside it. */
export class ByHand extends Error {
  /**
   * @param {string} problem one line
   * @param {string[]} commands what to type, line by line
   */
  constructor(problem, commands) {
    super([problem, 'Do this by hand, then start again:', '', ...commands.map((line) => `  ${line}`), ''].join('\n'))
  }
}

/** @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/**
 * Runs a step that may take long, and says so: at its start, every ten seconds, and at its end with the time it took.
 * @template Result
 * @param {string} title
 * @param {(report: (detail: string) => void) => Promise<Result>} action told how to report where it is
 * @returns {Promise<Result>}
 */
export async function step(title, action) {
  const startedAt = performance.now()
  const seconds = () => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`
  let detail = ''
  say(`… ${title}`)
  const heartbeat = setInterval(() => say(`… ${title}: ${seconds()}${detail && `, ${detail}`}`), HEARTBEAT_MS)
  try {
    const result = await action((text) => {
      detail = text
    })
    say(`✓ ${title} (${seconds()})`)
    return result
  } catch (error) {
    say(`✗ ${title} (${seconds()})`)
    throw error
  } finally {
    clearInterval(heartbeat)
  }
}

/**
 * The body of a command-line program: its result is the exit code, and an error ends it with a message.
 * @param {() => Promise<number | void>} body
 */
export async function main(body) {
  try {
    process.exitCode = (await body()) ?? 0
  } catch (error) {
    say(error instanceof ByHand ? `\n${error.message}` : String(error instanceof Error ? error.stack : error))
    process.exitCode = 1
  }
}
