// Renders docs/permissions.md: who may send each command and who sees each event.
import type { Permission, Viewer } from '../../shared/kernel/actor.ts'
import { maySee } from '../../shared/kernel/actor.ts'
import { ParticipantId, Role } from '../../shared/kernel/ids.ts'
import { type Sight, sightsOf } from './audiences.ts'
import { modules } from './contracts.ts'
import { code, page, table } from './markdown.ts'

const mark = '✓'
const standings = (by: Permission, role: Role): string => {
  if (!by.roles.includes(role)) return ''
  if (by.standing.includes('outside')) return `${mark} also before`
  return by.standing.includes('waiting') ? `${mark} also waiting` : mark
}

const commandMatrix = () =>
  modules.flatMap(({ name, commands }) => [
    `### ${name}`,
    table(
      ['Command', ...Role.options, 'account', 'system'],
      commands.map(({ type, by }) => [
        code(type),
        ...Role.options.map((role) => standings(by, role)),
        by.account ? mark : '',
        by.system ? mark : '',
      ]),
    ),
  ])

/** Those who look, from inside outwards. */
const viewers: readonly (readonly [who: string, role: Role, standing: Viewer['standing']])[] = [
  ['chair, secretary', 'chair', 'present'],
  ['others in the room', 'citizen', 'present'],
  ['the waiting room', 'citizen', 'waiting'],
]

function sees(sights: readonly Sight[], role: Role, standing: Viewer['standing']): string {
  const viewer: Viewer = { participantId: ParticipantId.parse('somebody'), role, siteId: null, standing }
  const seen = sights.filter(({ to }) => maySee(to, viewer))
  if (seen.length === 0) return ''
  return seen.length === sights.length ? mark : `${mark} if ${seen.map(({ when }) => when).join(', or ')}`
}

function besides(sights: readonly Sight[]): string {
  const named = sights.filter(({ and, inside, atSite }) => and.length > 0 || inside.length > 0 || atSite !== null)
  return named
    .map(({ when, and, inside, atSite }) => {
      const whileInside = inside.map((field) => `${code(field)} while in the room`)
      const fields = [
        ...and.map(code),
        ...whileInside,
        ...(atSite === null ? [] : [`those of the site in ${code(atSite)}`]),
      ]
      return `${fields.join(' and ')}${named.length < sights.length ? `, if ${when}` : ''}`
    })
    .join('; ')
}

const eventMatrix = () =>
  modules.flatMap(({ name, events }) => [
    `### ${name}`,
    table(
      ['Event', ...viewers.map(([who]) => who), 'and the participant in'],
      events.map((event) => {
        const sights = sightsOf(event)
        return [code(event.type), ...viewers.map(([, role, standing]) => sees(sights, role, standing)), besides(sights)]
      }),
    ),
  ])

export const permissions = (header: string): string =>
  page(
    header,
    '# Who may do and see what',
    [
      '## Commands',
      `${mark}: may send it, inside the room. “Also waiting”: from the waiting room too. “Also before”: from there and, by the own link, from outside too. Nobody else may do anything from outside: not yet arrived, lost, left, refused or removed. An account is somebody of the agency who has signed in, through REST; the system reports connections and deadlines. The rules of a module may still refuse: see [protocol.md](protocol.md).`,
    ],
    commandMatrix(),
    [
      '## Events',
      `${mark}: is sent it. What nobody is sent stays in the journal. A page in the waiting room knows the session, its own participant and its own messages.`,
    ],
    eventMatrix(),
  )
