// Renders docs/protocol.md: every message, command, event, reason and code.
import type { z } from 'zod'
import { strings as words } from '../../client/strings.en.ts'
import { Commit, VisibleCommit } from '../../shared/kernel/commit.ts'
import { coreRejections } from '../../shared/kernel/rejection.ts'
import { Farewell, farewellReasons } from '../../shared/wire/engine/farewells.ts'
import { MediaNotice, MediaReply, MediaRequest, mediaRejections } from '../../shared/wire/engine/media-requests.ts'
import {
  CaptionReply,
  type ClientToServer,
  CommandMessage,
  CommandReply,
  Hello,
  HelloReply,
  LiveMessage,
  LiveNotice,
  maximumMessageBytes,
  People,
  Person,
  PersonReply,
  protocolVersion,
  type ServerToClient,
  ViewMessage,
} from '../../shared/wire/engine/socket-events.ts'
import { CaptionLine } from '../../shared/wire/hearing/captions.ts'
import { AssistReply, AssistRequest, assistRejections, HealthMessage } from '../../shared/wire/hearing/health.ts'
import {
  LineCheckReply,
  LineCheckRequest,
  lineCheckLimitMs,
  lineCheckNamespace,
} from '../../shared/wire/hearing/line-check.ts'
import { sightsOf, sightWords } from './audiences.ts'
import { modules, senders } from './contracts.ts'
import { fieldTable, shapes } from './fields.ts'
import { code, codes, page, table } from './markdown.ts'

interface Message {
  readonly says: string
  readonly message: z.ZodType
}

/** Without a reply: not answered. */
const toServer: Readonly<Record<keyof ClientToServer, Message & { readonly reply?: z.ZodType }>> = {
  hello: {
    says: 'The first message, once. Enters the session and brings the page up to date in one round trip.',
    message: Hello,
    reply: HelloReply,
  },
  command: {
    says: 'A wish. The reply comes when its events are durable. The same `id` again gets the same reply and no second effect.',
    message: CommandMessage,
    reply: CommandReply,
  },
  registerPerson: {
    says: 'Chair, secretary or a site operator names somebody (a substitute, say) before a command refers to them.',
    message: Person,
    reply: PersonReply,
  },
  media: {
    says: 'A request to the media plane; never journaled, and safe to send twice. Only for those in the room.',
    message: MediaRequest,
    reply: MediaReply,
  },
  live: {
    says: 'Volatile: what the others may be told of the moment. Never stored; dropped when it comes too fast or from who may not say it.',
    message: LiveMessage,
  },
  captionLine: {
    says: 'The captioner has ended a line. It is shown to all who read along, and kept with the draft of the transcript; never journaled (ADR 0062).',
    message: CaptionLine,
    reply: CaptionReply,
  },
  health: {
    says: 'How this page and its line do, every five seconds, from those in the room. Kept in memory for staff, never journaled.',
    message: HealthMessage,
  },
  assist: {
    says: 'Chair or secretary help a site, or tick an alarm off. Never journaled.',
    message: AssistRequest,
    reply: AssistReply,
  },
}

const toPage: Readonly<Record<keyof ServerToClient, Message>> = {
  commit: {
    says: 'The next commit, as this viewer may see it. A page that misses a number says hello again.',
    message: VisibleCommit,
  },
  view: {
    says: 'What this viewer may see has changed as a whole: admitted, or sent back to the waiting room.',
    message: ViewMessage,
  },
  people: { says: 'Names that have become known.', message: People },
  live: { says: 'Volatile: never stored, may be missed.', message: LiveNotice },
  media: { says: 'What the media plane tells without being asked.', message: MediaNotice },
  farewell: { says: 'The last message: why the connection ends.', message: Farewell },
}

const introduction = [
  '# The protocol',
  `One socket.io connection for each page of a participant, version ${protocolVersion} of the protocol. The page connects with \`auth: { token }\`, the token of its personal link, over websocket only. A message that does not fit its schema, or is larger than ${maximumMessageBytes / 1024} KiB, ends the connection. Staff without a page, and everything that is downloaded, use REST: see \`/api/docs\` of a running server.`,
  'Text and lines are trimmed; neither may hold control characters or characters that turn the direction of writing, and a line has no line breaks. Times are epoch milliseconds, UTC. Where a field belongs to some alternatives of a message only, these stand before its meaning in brackets. Who may send and see what is also in [permissions.md](permissions.md).',
]

const messagesFromPage = () => [
  '## From the page to the server',
  ...Object.entries(toServer).flatMap(([name, { says, message, reply }]) => [
    `### ${code(name)}`,
    says,
    fieldTable(message, 'input'),
    ...(reply ? ['The reply:', fieldTable(reply, 'output')] : ['There is no reply.']),
  ]),
]

const messagesToPage = () => [
  '## From the server to the page',
  ...Object.entries(toPage).flatMap(([name, { says, message }]) => [
    `### ${code(name)}${name in toServer ? ' (from the server)' : ''}`,
    says,
    fieldTable(message, 'output'),
  ]),
]

const lineCheck = () => [
  '## The line check',
  `A page tries its line on a second socket, in the namespace ${code(lineCheckNamespace)}, with the same \`auth: { token }\`. It has nothing to do with a session: the picture goes through a router of its own, for ${lineCheckLimitMs / 1000} seconds at most, one test at a time for each link. Every message is a ${code('request')}:`,
  fieldTable(LineCheckRequest, 'input'),
  'The reply:',
  fieldTable(LineCheckReply, 'output'),
]

const namedShapes = () => [
  '## Shapes',
  ...Object.entries(shapes).flatMap(([name, schema]) => [`### ${name}`, fieldTable(schema, 'output')]),
]

const commands = () => [
  '## Commands',
  `Besides the codes named here, any command may be refused with ${codes(coreRejections)}.`,
  ...modules.flatMap(({ name, commands }) => [
    `### Commands of ${name}`,
    ...commands.flatMap(({ type, describe, by, rejections, data }) => [
      `#### ${code(type)}`,
      describe,
      [
        `- May be sent by: ${senders(by)}`,
        ...(rejections.length > 0 ? [`- May be refused with: ${codes(rejections)}`] : []),
      ].join('\n'),
      fieldTable(data, 'input'),
    ]),
  ]),
]

const events = () => [
  '## Events',
  'Facts, as the journal holds them and as a commit brings them to those who may see them.',
  ...modules.flatMap(({ name, events }) => [
    `### Events of ${name}`,
    ...events.flatMap((event) => [
      `#### ${code(event.type)}, version ${event.v}`,
      `- Seen by: ${sightWords(sightsOf(event))}`,
      fieldTable(event.data, 'output'),
    ]),
  ]),
]

const journal = () => [
  '## The journal',
  'Exported as JSON lines: a header, one line for each commit, and a manifest with their number and the last hash. `npm run verify -- FILE` checks it offline. A commit:',
  fieldTable(Commit, 'output'),
]

const reasons = () => [
  '## Reasons for the end of a connection',
  table(
    ['Reason', 'What the page says'],
    farewellReasons.map((reason) => [code(reason), words[`farewell.${reason}`]]),
  ),
]

function rejectionCodes(): string[] {
  const sentences: Readonly<Record<string, string>> = words
  const users = new Map<string, string[]>()
  for (const { type, rejections } of modules.flatMap(({ commands }) => commands))
    for (const rejection of rejections) users.set(rejection, [...(users.get(rejection) ?? []), type])
  const row = (rejection: string, by: string) => [code(rejection), sentences[`rejection.${rejection}`] ?? '', by]
  return [
    '## Codes of rejection',
    'The codes are stable. Their words come from the catalogues of the page; here they are in English.',
    table(
      ['Code', 'In words', 'Given to'],
      [
        ...coreRejections.map((rejection) => row(rejection, 'any command')),
        ...mediaRejections.map((rejection) => row(rejection, 'media requests')),
        ...assistRejections.map((rejection) => row(rejection, code('assist'))),
        ...[...users].map(([rejection, by]) => row(rejection, codes(by))),
      ],
    ),
  ]
}

export const protocol = (header: string): string =>
  page(
    header,
    introduction,
    messagesFromPage(),
    messagesToPage(),
    lineCheck(),
    namedShapes(),
    commands(),
    events(),
    journal(),
    reasons(),
    rejectionCodes(),
  )
