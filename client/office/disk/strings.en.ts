import type { TranslationOf } from '../../base/i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'disk.title': 'The disk of the server',
  'disk.free': '{{free}} are left for recordings and films.',
  'disk.daysLeft_one': 'As in the last 30 days (about {{perDay}} a day), that lasts about {{count}} day.',
  'disk.daysLeft': 'As in the last 30 days (about {{perDay}} a day), that lasts about {{count}} days.',
  'disk.nothingMeasured':
    'Nothing was recorded in the last 30 days, so no days can be foretold. Before a session opens, the server counts with the most that browsers send.',
  'disk.soonFull':
    'It is nearly full. Add a disk, or move other data elsewhere. A session that does not fit cannot begin to be recorded.',
  'disk.daysWithoutBucket_one':
    'Should the archive store fail, the disk lasts about {{count}} day as in the last 30 days (about {{perDay}} a day).',
  'disk.daysWithoutBucket':
    'Should the archive store fail, the disk lasts about {{count}} days as in the last 30 days (about {{perDay}} a day).',
  'disk.bucket.title': 'Archive store (S3)',
  'disk.bucket.allThere': 'Every file is in the store. How much room it has left, its own server says.',
  'disk.bucket.waiting_one': 'On its way to the store: {{count}} file ({{size}}), still on the disk of this server.',
  'disk.bucket.waiting': 'On their way to the store: {{count}} files ({{size}}), still on the disk of this server.',
  'disk.bucket.keepsVersions':
    'The store keeps earlier versions: what is erased here can still be read there. Have whoever runs it add a rule that removes noncurrent versions after a day, or give a bucket that never kept versions.',
  'disk.bucket.away': 'The archive store cannot be used since {{since}}',
  'disk.bucket.goesOn':
    'Sessions, recording and taking in documents go on; new files are kept on this server and move by themselves once the store is back. Files that are in the store cannot be opened until then. How to mend it stands at /health.',
  'disk.bucket.trouble.unreachable': 'Its server cannot be reached. Check that server and the network between.',
  'disk.bucket.trouble.untrusted':
    'Its certificate is not trusted. Set S3_CA_FILE to the certificate of the authority that issued it.',
  'disk.bucket.trouble.refused':
    'It refuses the access key. Check S3_ACCESS_KEY_ID, its secret, and that it may read, write, delete and list.',
  'disk.bucket.trouble.no-bucket': 'The bucket is no longer there. Make it again, or check S3_BUCKET.',
  'disk.bucket.trouble.wrong-region': 'The bucket is in another region. Check S3_REGION.',
  'disk.bucket.trouble.full': 'It is full. Make room there, or raise its quota.',
  'disk.bucket.trouble.clock': 'The clocks of the two machines differ. Set them.',
  'disk.bucket.trouble.other': 'Its server does not do what it is asked for. See the log of that server.',
  'disk.session.title': 'The disk of the server has no room to record this session',
  'disk.session.what':
    'Recording and film need about {{needed}}, {{free}} are left. Before the day, ask the administrator to free some, plan a shorter session, or have the agency’s own equipment ready to record.',
}
