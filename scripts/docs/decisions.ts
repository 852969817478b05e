// docs/adr/README.md: the decisions by topic, with titles read from the files. Reports decisions without a topic and
// those that are too long.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { page } from './markdown.ts'

const topics: Readonly<Record<string, readonly number[]>> = {
  'Sessions: commands, journal, clock': [1, 3, 5, 10, 13, 17, 23, 41, 44, 76, 84, 86],
  'The server: start, floors, limits': [2, 8, 15, 73, 77, 89, 90, 91],
  'Sound and pictures': [6, 7, 11, 14, 24, 28, 30, 78, 92],
  'In the room: floor, documents, ballots': [18, 21, 31, 38, 70, 83],
  'Accounts, links, who may what': [4, 9, 45, 47, 71, 74, 75],
  'Reception of citizens': [33, 34, 35, 39, 46, 49, 50],
  'Cases, deadlines, assignments': [29, 32, 36, 37, 43],
  'Minutes and papers': [12, 25, 26, 40, 42, 48, 80, 81, 85, 88],
  'Recording, films, captions': [27, 51, 55, 57, 62, 65],
  'Archive, seals, erasure': [52, 58, 59, 60, 61, 64, 68, 69, 82],
  'State secrets': [56, 66],
  'Files of strangers': [20, 72],
  'Figures and reports': [54, 63],
  'Mail, words, forms': [16, 22, 79],
}

const longestLine = 120
const mostLines = 20

export interface Decision {
  readonly file: string
  readonly number: number
  readonly title: string
  readonly lines: readonly string[]
}

export const decisionsIn = (folder: string): Decision[] =>
  readdirSync(folder)
    .filter((file) => /^\d{4}-.*\.md$/.test(file))
    .toSorted()
    .map((file) => {
      const lines = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n')
      return { file, number: Number(file.slice(0, 4)), title: (lines[0] ?? '').replace(/^# \d{4} /, ''), lines }
    })

/** A line for each decision that has no topic, or is longer than agreed. */
export const decisionsAmiss = (decisions: readonly Decision[]): string[] =>
  decisions.flatMap(({ file, number, lines }) => [
    ...(lines[0]?.startsWith(`# ${file.slice(0, 4)} `) ? [] : [`${file} does not begin with its number and title`]),
    ...(topicsOf(number).length === 1 ? [] : [`${file} stands in ${topicsOf(number).length} topics, not in one`]),
    ...(lines.length > mostLines ? [`${file} has ${lines.length} lines, at most ${mostLines} are agreed`] : []),
    ...lines.flatMap((line, index) =>
      [...line].length > longestLine ? [`${file}:${index + 1} is longer than ${longestLine} characters`] : [],
    ),
  ])

const topicsOf = (number: number) => Object.keys(topics).filter((topic) => topics[topic]?.includes(number))

export const decisionIndex = (header: string, decisions: readonly Decision[]): string =>
  page(
    `<!-- ${header} -->`,
    '# Decisions',
    'What was decided, and why, by topic. The details of long ones are in [docs/design](../design).',
    Object.entries(topics).flatMap(([topic, numbers]) => [
      `## ${topic}`,
      decisions
        .filter(({ number }) => numbers.includes(number))
        .map(({ file, title }) => `- [${file.slice(0, 4)} ${title}](${file})`)
        .join('\n'),
    ]),
  )
