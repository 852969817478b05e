// Reports the time of each suite and file, the longest first.

/** Of the files: the others are short, and the report is read at the end of a long run. */
const FILES_NAMED = 15

/** @typedef {{ title: string, seconds: number }} Time */

/**
 * @param {{ suite: string, seconds: number, times: Time[] }[]} suites
 * @returns {string}
 */
export function timesReport(suites) {
  const files = suites.flatMap(({ suite, times }) => times.map((time) => ({ ...time, suite }))).sort(longestFirst)
  const named = files.slice(0, FILES_NAMED)
  const width = Math.max(0, ...named.map(({ suite }) => suite.length))
  const total = [...suites].sort(longestFirst).map(({ suite, seconds }) => `${suite} ${Math.round(seconds)} s`)
  return [
    `seconds: ${total.join(', ')}`,
    ...named.map(({ suite, title, seconds }) => `${seconds.toFixed(1).padStart(7)}  ${suite.padEnd(width)}  ${title}`),
    ...(files.length > named.length ? [`         and ${files.length - named.length} shorter`] : []),
  ].join('\n')
}

/**
 * @param {{ seconds: number }} one
 * @param {{ seconds: number }} other
 */
const longestFirst = (one, other) => other.seconds - one.seconds
