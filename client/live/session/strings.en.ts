import type { TranslationOf } from '../../base/i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'captions.you': 'you',
  'captions.speech.behind': 'The server cannot keep up: automatic captions leave some words out.',
  'captions.speech.full': 'Too many people speak at once for the server: automatic captions leave some of them out.',
  'captions.speech.stopped':
    'Automatic captions have stopped: the program that recognises speech failed and is being started again. The session goes on. If captions are needed now, let somebody type them.',
  'captions.speech.unreadable':
    'There are no automatic captions: the server cannot read the folder of the model, {{folder}}. Please tell the administrator of the server.',
  'captions.speech.incomplete':
    'There are no automatic captions: {{missing}} is missing in {{folder}}. Please tell the administrator of the server.',

  'sessionStatus.unscheduled': 'Not scheduled',
  'sessionStatus.scheduled': 'Not opened yet',
  'receptionStatus.awaited': 'Waiting for the officer to begin',
  'receptionStatus.scheduled': 'Not begun',
  'receptionStatus.closed': 'Over',
  'sessionStatus.open': 'In progress',
  'sessionStatus.suspended': 'Suspended',
  'sessionStatus.closed': 'Closed',
  'sessionStatus.sealed': 'Sealed',
  'sessionStatus.cancelled': 'Cancelled',

  'rejection.unconfirmed':
    'The connection was lost, so it is not certain that this reached the server. Look at the screen, and try again if needed.',

  'connection.good': 'Your line is good',
  'connection.weak': 'Your line is weak',
  'connection.poor': 'Your line is very weak',
  'connection.yours': 'Your line',
  'connection.audioOnly': 'Sound only, no pictures',
  'connection.audioOnlyWhy': 'On a weak line the sound gets clearer. Documents and a shared screen still show.',
  'connection.offerAudioOnly':
    'Your line is very weak, the sound may break up. It helps to stop receiving pictures for now.',
  'connection.takeAudioOnly': 'Sound only',
  'connection.keepPictures': 'Leave it',
  'connection.isAudioOnly': 'You hear everybody and receive no pictures of them.',
  'connection.picturesAgain': 'Pictures again',
  'connection.lost': 'Connection lost',
  'connection.networkDown': 'This device has no network. Check Wi-Fi or mobile data.',
  'connection.serverUnreachable': 'The server cannot be reached.',
  'connection.serverRestarting': 'The server is restarting.',
  'connection.tooFast':
    'This page sent too much in a short time and was cut off; it connects again by itself in some seconds.',
  'connection.noAnswer': 'The server does not answer.',
  'connection.comingBack': 'The page is reconnecting by itself ({{count}} s).',
}
