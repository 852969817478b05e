// Renders docs/operate/settings.md: every setting, with the text of `npm start -- --help`.
import { settingNotes } from '../../server/platform/config/config.ts'
import { code, page, table } from './markdown.ts'

export const settings = (header: string): string =>
  page(
    `<!-- ${header} -->`,
    '# Settings',
    'Read from the environment at the start; a wrong value stops it with the reason. An empty value counts as not set.',
    table(
      ['Setting', 'What it is', 'Value', 'Not set', 'Example'],
      settingNotes().map(({ name, about, expected, unset, example }) => [
        code(name),
        about,
        expected,
        unset,
        code(example),
      ]),
    ),
  )
