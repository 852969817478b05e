import type { TranslationOf } from '../../base/i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'join.tryAgain': 'Try again',
  'join.answerBrowser': 'The browser is asking: press “Allow”.',
  'join.preview': 'Your picture and sound',
  'join.othersSee': 'Others will see you with the name above. The preview is mirrored.',
  'join.sayHello': 'Say something: when the green bar moves, the microphone works.',
  'join.inApp': 'This page is open inside Zalo or Facebook',
  'join.inAppHow':
    'Camera and microphone often do not work here. Press ⋯ in the corner and choose “Open in browser”, or copy the link into Chrome or Safari.',
  'join.copyLink': 'Copy the link',
  'join.linkCopied': 'Link copied',
  'hearing.microphoneOn': 'Mic on',
  'hearing.microphoneOff': 'Mic off',
  'hearing.cameraOn': 'Camera on',
  'hearing.cameraOff': 'Camera off',
  'media.both': 'Camera and microphone',
  'media.speaker': 'Loudspeaker',
  'media.testSpeaker': 'Test the loudspeaker',
  'media.sharpPicture': 'Sharper picture (needs a fast network)',
  'media.interrupted': 'Sound and picture are interrupted; they are being restored.',
  'media.sendProblem': 'Your sound or picture could not be sent. Turn camera and microphone off and on again.',
  'media.unsupported':
    'This browser cannot carry sound and picture. Update it, or use a recent Chrome, Cốc Cốc or Safari.',
  'media.heldBySystem':
    'The device holds camera or microphone back, perhaps for a call. They return when the call is over.',
  'media.mayEnterAnyway': 'You can still enter to watch and listen.',
  'media.problem.denied': 'Not allowed: {{what}}',
  'media.problem.not-found': 'Not found: {{what}}',
  'media.problem.in-use': 'In use by another application: {{what}}',
  'media.problem.unplugged': 'Unplugged: {{what}}',
  'media.problem.insecure': 'Cannot be used on this page: {{what}}',
  'media.problem.no-answer': 'No answer: {{what}}',
  'media.problem.unknown': 'Cannot be used: {{what}}',
  'media.advice.not-found': 'Connect the device and try again.',
  'media.advice.in-use': 'Close Zalo, Zoom or any other application in a video call and try again.',
  'media.advice.unplugged': 'Plug it in again or choose another device, then try again.',
  'media.advice.insecure': 'The address must begin with https://. Please tell the organising agency.',
  'media.advice.no-answer': 'Open the link in Chrome or Safari and try again.',
  'media.advice.unknown': 'Restart the device or use another browser.',
  'media.allow.chrome':
    'Press the icon to the left of the address.\nTurn on “Camera” and “Microphone”.\nReload the page.',
  'media.allow.chromeAndroid':
    'Press the icon to the left of the address.\nChoose “Permissions” and allow camera and microphone.\nReload the page.',
  'media.allow.safari':
    'In the menu bar choose Safari, then “Settings for This Website”.\nSet Camera and Microphone to “Allow”.\nReload the page.',
  'media.allow.safariPhone':
    'Press “AA” or the icon beside the address.\nChoose “Website Settings” and allow Camera and Microphone.\nReload the page.',
  'media.allow.firefox':
    'Press the crossed-out camera beside the address.\nPress ✕ beside “Blocked”.\nPress “Try again” below and choose “Allow”.',
  'media.allow.samsung':
    'Press the padlock beside the address.\nChoose “Permissions” and allow camera and microphone.\nReload the page.',
}
