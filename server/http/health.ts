// The health of the server, part by part: what does not work, and what to do about it, in words for whoever runs it.
// Called by operation-routes.ts.

import type { SpeechStatus } from '../../shared/wire/hearing/captions.ts'
import type { Health } from '../../shared/wire/server-health.ts'
import type { SecrecyGate } from '../identity/secrecy/gate.ts'
import type { WorkerTrouble } from '../media/sfu/plane.ts'
import { type BrokenJournal, inWords } from '../platform/broken-journal.ts'
import type { MediaStatistics } from '../platform/metrics.ts'
import type { Durability } from '../platform/redis-durability.ts'
import { WritesRefused } from '../platform/redis-durability.ts'
import type { Standstill } from '../platform/standing-still.ts'
import { type BucketState, versionsToDo } from '../platform/store/spooled-place.ts'
import { noNetworkWallText } from '../platform/walls.ts'

export interface HealthDependencies {
  readonly secrecyGate: SecrecyGate
  /** Throws when Redis cannot be reached. */
  readonly durability: () => Promise<Durability>
  /** Throws where Redis takes no writes. */
  readonly writeProbe: () => Promise<void>
  /** By how much the clock of the machine is ahead of `now`; below 0: behind. */
  readonly clockAheadMs: () => number
  /** Whether the programs that read handed-in files can be kept from the network (ADR 0072): otherwise none is read. */
  readonly readsFiles: () => Promise<boolean>
  /** Whether a virus scanner looks at files before they are taken in. */
  readonly scansFiles: () => boolean
  /** Closed until they are mended. */
  readonly brokenJournals: () => readonly BrokenJournal[]
  /** null: files stay on this machine. */
  readonly bucketState: () => Promise<BucketState | null>
  /** `fault`: why the last one did not come. null: no authority is named. */
  readonly timeStampState: () => { readonly fault: string | null } | null
  readonly mediaStatistics: () => MediaStatistics
  readonly mediaTrouble: () => WorkerTrouble
  /** Programs beside the media workers that stood still, were ended, and were begun anew. */
  readonly standstills: () => readonly Standstill[]
  /** null: no speech is recognised here. */
  readonly speech: () => SpeechStatus | null
}

type Part = Health['parts'][number]

const patienceMs = 2000
const gravity = ['ok', 'warning', 'down'] as const

export async function healthOf({
  durability,
  brokenJournals,
  writeProbe,
  bucketState,
  timeStampState,
  mediaStatistics,
  mediaTrouble,
  standstills,
  speech,
  clockAheadMs,
  readsFiles,
  scansFiles,
  secrecyGate,
}: HealthDependencies): Promise<Health> {
  const bucket = await bucketState()
  const timeStamps = timeStampState()
  const parts = [
    await redisPart(durability, writeProbe),
    ...journalParts(brokenJournals()),
    mediaPart(mediaStatistics(), mediaTrouble()),
    ...speechParts(speech()),
    ...standstillParts(standstills()),
    ...(bucket === null ? [] : [storePart(bucket)]),
    ...(timeStamps === null ? [] : [timeStampPart(timeStamps)]),
    ...clockParts(clockAheadMs()),
    ...filesParts(await readsFiles()),
    ...scannerParts({ scansFiles: scansFiles(), hasPublicPages: secrecyGate.hasPublicPages() }),
  ]
  const status = gravity[Math.max(...parts.map((part) => gravity.indexOf(part.status)))] ?? 'down'
  return { status, parts }
}

async function redisPart(durability: () => Promise<Durability>, writeProbe: () => Promise<void>): Promise<Part> {
  const name = 'redis'
  let patience: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_resolve, refuse) => {
    patience = setTimeout(() => refuse(new Error('no answer')), patienceMs)
  })
  try {
    const [found] = await Promise.race([Promise.all([durability(), writeProbe()]), tooLong])
    if (found.durable)
      return { name, status: 'ok', message: 'Redis answers, takes what is written and keeps what it acknowledges.' }
    return {
      name,
      status: 'warning',
      message: `Redis may lose what it acknowledged, minutes included: ${found.reasons.join('; ')}. Mend its configuration.`,
    }
  } catch (error) {
    if (error instanceof WritesRefused)
      return { name, status: 'down', message: `${error.message} Running sessions go on, but nothing can be changed.` }
    return {
      name,
      status: 'down',
      message:
        'Redis cannot be reached: running sessions go on, but nothing can be changed. Start it, or check REDIS_URL.',
    }
  } finally {
    clearTimeout(patience)
  }
}

/** Most are named; all are in the log. */
const mostNamed = 20

/** None while all hold. Never down: all but these go on. */
function journalParts(broken: readonly BrokenJournal[]): Part[] {
  if (broken.length === 0) return []
  const named = broken
    .slice(0, mostNamed)
    .map(({ kind, id, seq, reason }) => `${kind} ${id}, commit ${seq} ${inWords[reason]}`)
  const others = broken.length > named.length ? `; and ${broken.length - named.length} more, see the log` : ''
  return [
    {
      name: 'journals',
      status: 'warning',
      message:
        `Journals are not what was written, and closed until they are: ${named.join('; ')}${others}. Somebody has changed Redis past this server, or put an ` +
        'older state of it back. Keep what is there as evidence, restore Redis from a backup, start the server again (docs/operate/backup.md).',
    },
  ]
}

/** `workers`: those that answer. */
function mediaPart({ workers }: { workers: number }, { silent, replaced }: WorkerTrouble): Part {
  const name = 'media'
  const run = `${workers} media processes run.`
  if (silent.length > 0) {
    const which = silent.map(({ pid, forMs }) => `Media process ${pid} has not answered for ${seconds(forMs)} s.`)
    const who = workers > 0 ? 'whose session is in it' : 'in any session'
    return {
      name,
      status: workers > 0 ? 'warning' : 'down',
      message: `${which.join(' ')} Nobody ${who} sees or hears anything; it is ended and replaced after some seconds, and they go on by themselves. ${ofStandstill}`,
    }
  }
  if (workers === 0)
    return {
      name,
      status: 'down',
      message:
        'No media process runs: nobody sees or hears anything. The log says why they end; see MEDIASOUP_WORKER_BIN.',
    }
  if (replaced.length === 0) return { name, status: 'ok', message: run }
  const which = replaced.map(({ pid, agoMs }) => `${pid} (${minutes(agoMs)} minutes ago)`)
  return {
    name,
    status: 'warning',
    message: `${run} In the last hour some did not answer and were replaced: ${which.join(', ')}. ${ofStandstill}`,
  }
}

const ofStandstill =
  'If it comes again, see whether the machine is overloaded or swaps (top, vmstat 1), or whether something stops the process (kill -STOP, a debugger, a container that is paused).'
const seconds = (milliseconds: number) => Math.round(milliseconds / 1000)
const minutes = (milliseconds: number) => Math.ceil(milliseconds / 60_000)

const watchedPrograms: Readonly<Record<Standstill['program'], string>> = {
  mediaWorker: 'a media process',
  recorder: 'the program that records a track',
  film: 'the program that makes a film',
  speech: 'the program that recognises speech',
  sound: 'the program that takes in sound for it',
}

/** None while all of the last hour answered. Never down: each was begun anew. */
function standstillParts(ended: readonly Standstill[]): Part[] {
  if (ended.length === 0) return []
  const which = ended.map(
    ({ program, pid, agoMs }) => `${watchedPrograms[program]} (process ${pid}, ${minutes(agoMs)} minutes ago)`,
  )
  return [
    {
      name: 'programs',
      status: 'warning',
      message: `In the last hour programs stood still, were ended and begun anew: ${which.join(', ')}. ${ofStandstill}`,
    },
  ]
}

/** Never down: what cannot be moved waits on this machine, and sessions go on. */
function storePart({ fault, waiting, keepsVersions }: BucketState): Part {
  const name = 'store'
  const waits = `${waiting.files} files (${Math.ceil(waiting.bytes / 1_000_000)} MB) wait on this machine`
  if (fault)
    return { name, status: 'warning', message: `${fault.message} Until then ${waits}; earlier ones cannot be opened.` }
  return keepsVersions
    ? { name, status: 'warning', message: `The bucket of the store answers; ${waits}. It ${versionsToDo}` }
    : { name, status: 'ok', message: `The bucket of the store answers; ${waits}.` }
}

/** Never down: what is sealed and signed stands without. */
function timeStampPart({ fault }: { fault: string | null }): Part {
  const name = 'timeStamps'
  if (fault === null) return { name, status: 'ok', message: 'A time stamp authority is named, and has not failed.' }
  return {
    name,
    status: 'warning',
    message: `There are no time stamps: ${fault}. Check TIME_STAMP_URL and TIME_STAMP_CA_FILE. Seals wait and are stamped later; papers that are issued meanwhile are signed without.`,
  }
}

/** None while the clocks agree. */
function clockParts(aheadMs: number): Part[] {
  if (aheadMs === 0) return []
  const by = `${seconds(Math.abs(aheadMs))} s ${aheadMs > 0 ? 'ahead of' : 'behind'}`
  return [
    {
      name: 'clock',
      status: 'warning',
      message: `The clock of this machine was set, or the machine slept: it is ${by} the time of the sessions, which comes nearer slowly so that attendance is counted right. See which is right and what set it (timedatectl, chronyc tracking); a start of the server takes the time of the machine over at once.`,
    },
  ]
}

/** None while files are read. Never down: sessions go on. */
const filesParts = (areRead: boolean): Part[] =>
  areRead ? [] : [{ name: 'files', status: 'warning', message: noNetworkWallText }]

/** None where strangers hand nothing in. */
function scannerParts({ scansFiles, hasPublicPages }: { scansFiles: boolean; hasPublicPages: boolean }): Part[] {
  if (scansFiles || !hasPublicPages) return []
  return [
    {
      name: 'scanner',
      status: 'warning',
      message:
        'Citizens hand in files that no virus scanner looks at. Install clamav-daemon and set CLAMD_SOCKET (docs/operate/install.md).',
    },
  ]
}

/** None without an engine: nobody misses what was never switched on. */
function speechParts(status: SpeechStatus | null): Part[] {
  if (status === null) return []
  const name = 'speech'
  switch (status.state) {
    case 'ready':
      return [{ name, status: 'ok', message: 'Speech is recognised for captions.' }]
    case 'starting':
      return [{ name, status: 'ok', message: 'The model that recognises speech is being loaded.' }]
    case 'behind':
    case 'full':
      return [
        {
          name,
          status: 'warning',
          message:
            'Automatic captions leave words out: more is said than this machine recognises. Take a smaller model, or a faster machine.',
        },
      ]
    case 'stopped':
      return [
        {
          name,
          status: 'warning',
          message:
            'There are no automatic captions: the program that recognises speech ended, and is started again. The log says why; a model whose files are torn ends it each time.',
        },
      ]
    case 'unreadable':
      return [
        {
          name,
          status: 'warning',
          message: `There are no automatic captions: ${status.folder} cannot be read. Check SPEECH_MODEL_DIR and the rights of the folder.`,
        },
      ]
    case 'incomplete':
      return [
        {
          name,
          status: 'warning',
          message: `There are no automatic captions: ${status.missing.join(', ')} is missing or empty in ${status.folder}. Copy it there; it is found within a minute.`,
        },
      ]
  }
}
