// The table of settings: every variable of the environment that the server reads, with its shape and what is said of it
// in messages, --help and the documentation. Data.
import { z } from 'zod'
import { InstallationProfile } from '../../../shared/secrecy/levels.ts'
import {
  ANY_ADDRESS,
  address,
  isExecutableFile,
  isProxyAddress,
  isTarget,
  LAST_PORT,
  origin,
  senderOf,
  text,
  webAddress,
  wholeNumber,
  yesOrNo,
} from './value-shapes.ts'

export type Notes = {
  about: string
  /** Ends the sentence "… is not". */
  expected: string
  example: string
  /** What happens when the variable is not set. */
  unset: string
  /** A value that must not be repeated in a message or a log. */
  secret?: true
}
const notes = z.registry<Notes>()

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const PORT = 'a whole number from 0 to 65535'
const YES_OR_NO = '1 or 0'

export const variables = {
  PORT: wholeNumber(0, LAST_PORT).default(3000).register(notes, {
    about: 'TCP port of the pages and the API; 0 takes a free one',
    expected: PORT,
    example: '3000',
    unset: '3000',
  }),
  HOST: address.default('0.0.0.0').register(notes, {
    about: 'address to listen on, for pages and for media; on 127.0.0.1 other machines have neither',
    expected: 'an IP address or a host name',
    example: '10.1.2.3',
    unset: '0.0.0.0, every interface',
  }),
  PUBLIC_URL: origin.optional().register(notes, {
    about: 'origin at which browsers open the pages; links are made from it',
    expected: 'an http or https address without path',
    example: 'https://diemcau.example.gov.vn',
    unset: 'http://localhost:PORT',
  }),
  ANNOUNCED_ADDRESS: address
    .refine((value) => !ANY_ADDRESS.includes(value))
    .optional()
    .register(notes, {
      about: 'address at which browsers reach the media ports',
      expected: 'an IP address or a host name that browsers can reach',
      example: '203.0.113.7',
      unset: 'HOST when it is one address, else the first IPv4 address of this machine',
    }),
  REDIS_URL: text
    .regex(/^rediss?:\/\/\S+$/)
    .optional()
    .register(notes, {
      about: 'Redis that keeps the journal; it must run with appendonly yes, appendfsync always, noeviction',
      expected: 'a redis:// or rediss:// address',
      example: 'redis://:password@10.1.2.4:6379/0',
      unset: 'a redis-server of its own, in DATA_DIR',
      secret: true,
    }),
  REDIS_ALLOW_VOLATILE: yesOrNo.default(false).register(notes, {
    about: 'accept a Redis that may lose acknowledged commands',
    expected: YES_OR_NO,
    example: '1',
    unset: '0, such a Redis is refused',
  }),
  DATA_DIR: text.default('.data').register(notes, {
    about: 'folder of everything that must outlive a restart, recordings included',
    expected: 'a path',
    example: '/var/lib/diemcau',
    unset: './.data',
  }),
  STORE_KEYS_FILE: text.optional().register(notes, {
    about: 'file of the keys that stored files are encrypted with, elsewhere than beside them',
    expected: 'a path',
    example: '/etc/diemcau/store-keys.json',
    unset: 'store-keys.json in DATA_DIR',
  }),
  S3_ENDPOINT: origin.optional().register(notes, {
    about: 'S3-compatible server that keeps documents, recordings and films, encrypted by this server',
    expected: 'an http or https address without path',
    example: 'https://s3.example.gov.vn:9000',
    unset: 'none, they stay in DATA_DIR',
  }),
  S3_BUCKET: text
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)
    .optional()
    .register(notes, {
      about: 'bucket on S3_ENDPOINT; it must be there already, and keep no versions',
      expected: 'the name of a bucket',
      example: 'diemcau',
      unset: 'none; needed with S3_ENDPOINT',
    }),
  S3_PREFIX: text
    .regex(/^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/)
    .default('')
    .register(notes, {
      about: 'what the names of this installation begin with, when others use the bucket, too',
      expected: 'words of letters, digits, -, _ and ., with / between them',
      example: 'xa-tan-lap',
      unset: 'nothing',
    }),
  S3_REGION: text.default('us-east-1').register(notes, {
    about: 'region that requests are signed for',
    expected: 'a name',
    example: 'vn-hcm-1',
    unset: 'us-east-1, as most servers of one’s own have it',
  }),
  S3_PATH_STYLE: yesOrNo.default(true).register(notes, {
    about: 'the bucket stands in the path of S3_ENDPOINT; 0: before its name',
    expected: YES_OR_NO,
    example: '0',
    unset: '1',
  }),
  S3_ACCESS_KEY_ID: text.optional().register(notes, {
    about: 'key that may read, write, delete and list in S3_BUCKET',
    expected: 'a name',
    example: 'diemcau-server',
    unset: 'none; needed with S3_ENDPOINT',
  }),
  S3_SECRET_ACCESS_KEY: text.optional().register(notes, {
    about: 'secret of that key',
    expected: 'a secret',
    example: 'what the server gave with the key',
    unset: 'none; needed with S3_ENDPOINT, or the file',
    secret: true,
  }),
  S3_SECRET_ACCESS_KEY_FILE: text.optional().register(notes, {
    about: 'file that has the secret of that key alone; read again every few minutes',
    expected: 'a path',
    example: '/run/secrets/s3-secret',
    unset: 'none',
  }),
  S3_CA_FILE: text.optional().register(notes, {
    about: 'certificates (PEM) of the authority that issued the one of S3_ENDPOINT',
    expected: 'a path',
    example: '/etc/diemcau/agency-ca.pem',
    unset: 'the authorities that Node knows',
  }),
  TIME_STAMP_URL: webAddress.optional().register(notes, {
    about: 'time stamp authority (RFC 3161), which proves the hour of seals and signed papers; only hashes go there',
    expected: 'an http or https address without name and password',
    example: 'http://tsa.example.gov.vn/tsa',
    unset: 'none, the hours are those of this server',
  }),
  TIME_STAMP_CA_FILE: text.optional().register(notes, {
    about: 'certificates (PEM) of who certified that authority; stamps of another are refused',
    expected: 'a path',
    example: '/etc/diemcau/time-stamp-ca.pem',
    unset: 'whoever answers is believed; whose a stamp is, is checked with the archive',
  }),
  MEDIA_PORT: wholeNumber(0, LAST_PORT).default(40_000).register(notes, {
    about: 'first of MEDIA_WORKERS consecutive ports for media, each UDP and TCP; 0 takes free ones',
    expected: PORT,
    example: '40000',
    unset: '40000',
  }),
  MEDIA_WORKERS: wholeNumber(1, 256).optional().register(notes, {
    about: 'number of media processes',
    expected: 'a whole number from 1 to 256',
    example: '4',
    unset: 'one per core',
  }),
  MEDIASOUP_WORKER_BIN: text.refine(isExecutableFile).optional().register(notes, {
    about: 'mediasoup-worker program to run',
    expected: 'a program that this user may run',
    example: '/opt/diemcau/mediasoup-worker',
    unset: 'the one that npm run setup obtained',
  }),
  TURN_URLS: text
    .transform((value) => value.split(',').map((url) => url.trim()))
    .pipe(z.array(z.string().regex(/^turns?:[^\s?]+(\?transport=(udp|tcp))?$/)))
    .default([])
    .register(notes, {
      about: 'TURN servers for browsers that cannot reach the media ports, separated by commas',
      expected: 'a list of turn: or turns: addresses',
      example: 'turn:turn.example.gov.vn:3478?transport=udp,turns:turn.example.gov.vn:5349',
      unset: 'none',
    }),
  TURN_SECRET: text.min(16).optional().register(notes, {
    about: 'secret shared with the TURN servers (coturn: static-auth-secret)',
    expected: 'at least 16 characters',
    example: 'the output of: openssl rand -hex 32',
    unset: 'none',
    secret: true,
  }),
  SMTP_URL: text
    .regex(/^smtps?:\/\/\S+$/)
    .refine((value) => URL.canParse(value))
    .optional()
    .register(notes, {
      about:
        'mail server by which invitations, letters about appointments, reminders and lists of deadlines go out; name and password percent-encoded',
      expected: 'an smtp:// or smtps:// address',
      example: 'smtp://name:password@mail.example.gov.vn:587',
      unset: 'no mail is sent: links are handed out by hand, reminders and deadlines are on the pages of staff alone',
      secret: true,
    }),
  MAIL_FROM: text
    .max(300)
    .transform((value) => senderOf(value))
    .pipe(z.object({ name: z.string().regex(/^[^\p{Cc}"<>]*$/u), address: z.email() }))
    .optional()
    .register(notes, {
      about: 'sender of all mail',
      expected: 'an e-mail address, with or without a name before it',
      example: 'Văn phòng UBND <vanphong@example.gov.vn>',
      unset: 'none; needed with SMTP_URL',
    }),
  CLAMD_SOCKET: text.optional().register(notes, {
    about: 'socket of clamd, which scans every file that is handed in; one that clamd does not call clean is refused',
    expected: 'a path',
    example: '/run/clamav/clamd.ctl',
    unset: 'files are not scanned, and documents are shown as such',
  }),
  SPEECH_MODEL_DIR: text.optional().register(notes, {
    about: 'folder with a model of sherpa-onnx, with which this machine recognises speech for captions',
    expected: 'a folder',
    example: '/srv/models/sherpa-onnx-zipformer-vi-30M-int8-2026-02-09',
    unset: 'none, captions are typed by people alone',
  }),
  HOLIDAYS: text
    .transform((value) => value.split(',').map((day) => day.trim()))
    .pipe(z.array(z.iso.date()))
    .default([])
    .register(notes, {
      about: 'days off besides weekends, of years that nobody has entered at /staff/law, separated by commas',
      expected: 'a list of days as in 2027-01-01',
      example: '2027-01-01,2027-04-30,2027-05-01,2027-09-02',
      unset: 'none',
    }),
  INSTALLATION_PROFILE: InstallationProfile.default('internet').register(notes, {
    about: 'where this server stands; secrets of the state (Mật and above) are handled on closedLan alone',
    expected: `one of ${InstallationProfile.options.join(', ')}`,
    example: 'agencyNetwork',
    unset: 'internet',
  }),
  INTERNET_CHECK: text
    .transform((value) => value.split(',').map((target) => target.trim()))
    .pipe(z.array(z.string().refine(isTarget)))
    .default(['1.1.1.1:443', '8.8.8.8:53', '9.9.9.9:53', 'dns.google:443'])
    .register(notes, {
      about:
        'what a closedLan server tries every minute, to be sure that it has no way to the Internet, separated by commas',
      expected: 'a list of addresses or names, each with its port',
      example: '1.1.1.1:443,dns.google:443',
      unset: '1.1.1.1:443,8.8.8.8:53,9.9.9.9:53,dns.google:443',
    }),
  LOG_LEVEL: z
    .enum(LOG_LEVELS)
    .default('info')
    .register(notes, {
      about: 'least severe log line that is written',
      expected: `one of ${LOG_LEVELS.join(', ')}`,
      example: 'warn',
      unset: 'info',
    }),
  TRUST_PROXY: text
    .transform((value) => value.split(',').map((part) => part.trim()))
    .pipe(z.array(z.string().refine(isProxyAddress)))
    .default([])
    .register(notes, {
      about: 'reverse proxies in front, whose X-Forwarded-* headers are believed, separated by commas',
      expected: 'a list of IP addresses and networks; loopback and uniquelocal are names of such',
      example: '127.0.0.1,10.1.2.0/24',
      unset: 'none, the headers are ignored',
    }),
  SOCKETS_PER_NETWORK: wholeNumber(8, 100_000).default(1000).register(notes, {
    about:
      'pages of one network address that may be connected at once; a quarter of them may still be saying who they are',
    expected: 'a whole number from 8 to 100000',
    example: '3000',
    unset: '1000',
  }),
  METRICS_TOKEN: text.min(16).optional().register(notes, {
    about: 'bearer token with which /metrics may be read from other machines',
    expected: 'at least 16 characters',
    example: 'the output of: openssl rand -hex 32',
    unset: 'none, /metrics answers to this machine alone',
    secret: true,
  }),
  COOKIE_SECURE: yesOrNo.optional().register(notes, {
    about: 'cookies travel over https only',
    expected: YES_OR_NO,
    example: '1',
    unset: '1 when PUBLIC_URL is https',
  }),
  ORGANISATION_NAME: text.optional().register(notes, {
    about: 'name of the agency, as printed on its papers, until an administrator sets it at /staff/agency',
    expected: 'a name',
    example: 'Ủy ban nhân dân xã Tân Lập',
    unset: 'none; no paper is issued before name, abbreviation and place are known',
  }),
  PARENT_ORGANISATION_NAME: text.optional().register(notes, {
    about: 'name of the agency above it, printed over its own, until that is set at /staff/agency',
    expected: 'a name',
    example: 'Ủy ban nhân dân tỉnh Đắk Lắk',
    unset: 'none',
  }),
  ORGANISATION_ABBREVIATION: text.max(20).optional().register(notes, {
    about:
      'abbreviation of the agency in the symbol of its papers, as in 05/BB-UBND, until that is set at /staff/agency',
    expected: 'an abbreviation of at most 20 letters',
    example: 'UBND',
    unset: 'none',
  }),
  PLACE_NAME: text.optional().register(notes, {
    about: 'place printed before the date on papers, until that is set at /staff/agency',
    expected: 'a name',
    example: 'Tân Lập',
    unset: 'none',
  }),
}

export type VariableName = keyof typeof variables
export type Environment = z.output<z.ZodObject<typeof variables>>

/** Every variable that the server reads, in the order of --help. */
export const variableNames = Object.keys(variables) as VariableName[]

export function notesOf(name: VariableName): Notes {
  const found = notes.get(variables[name])
  if (!found) throw new Error(`${name} is not described`)
  return found
}
