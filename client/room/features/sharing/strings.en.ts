import type { TranslationOf } from '../../../base/i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'rejection.sharing.already-requested': 'You have asked to share your screen. Please wait for the chair.',
  'rejection.sharing.already-granted': 'This person may share already.',
  'rejection.sharing.in-consultation': 'No screen can be shared from within a consultation.',
  'rejection.sharing.no-request': 'This request to share is gone.',
  'rejection.sharing.not-present': 'This person is not in the room and cannot share yet.',
  'rejection.sharing.observer': 'Observers share no screen.',
  'rejection.sharing.not-granted': 'You may no longer share your screen. Ask again if you need to.',
  'rejection.sharing.nobody': 'Nobody is sharing a screen now.',

  'hearing.sharing': 'Screen sharing',
  'hearing.sharingInvited': 'You may share your screen now.',
  'hearing.sharingYours': 'Everybody sees your screen.',
  'hearing.sharingBegin': 'Choose what to share',
  'hearing.sharingDecline': 'No, thank you',
  'hearing.sharingStop': 'Stop sharing',

  'panels.sharing.title': 'Screen',
  'panels.sharing.nobody': 'Nobody is sharing a screen.',
  'panels.sharing.now': 'Sharing now',
  'panels.sharing.invited': 'May share, has not begun',
  'panels.sharing.revoke': 'End the sharing',
  'panels.sharing.requests': 'Asking to share',
  'panels.sharing.grant': 'Let share',
  'panels.sharing.grantName': 'Let share: {{name}}',
  'panels.sharing.deny': 'Deny',
  'panels.sharing.denyName': 'Deny sharing: {{name}}',
  'panels.sharing.ask': 'Ask to share my screen',
  'panels.sharing.asked': 'You have asked to share. Please wait for the chair.',
  'panels.sharing.withdraw': 'Do not share after all',
  'panels.sharing.own': 'Share my screen',
  'panels.sharing.ownHint': 'Choose a screen, a window or a tab; for its sound, tick “share audio”.',
  'panels.sharing.impossible': 'This device cannot share a screen. To share one, enter with a computer.',
}
