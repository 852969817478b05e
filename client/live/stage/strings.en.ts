import type { TranslationOf } from '../../base/i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'reaction.agree': 'Agreed',
  'reaction.applaud': 'Applause',
  'reaction.thank': 'Thank you',
  'reaction.cannotHear': 'Cannot hear well',
  'reaction.slower': 'Slower, please',

  'rejection.stage.not-present': 'This person is not here and cannot be shown large.',

  'stage.pages': 'Pages of sites',
  'stage.page': 'Page {{page}} of {{count}}',
  'stage.previousPage': 'Previous page',
  'stage.nextPage': 'Next page',
  'stage.aside': 'In consultation',
  'stage.screenOf': 'Screen of {{name}}',
  'stage.screenComing': 'Waiting for the picture from {{name}}',
  'stage.fullScreen': 'Full screen',
  'stage.empty': 'Nobody is in the room yet.',
  'stage.everybody': 'Those in the room',
  'stage.self': '{{name}} (you)',
  'stage.showLarge': 'Show large: {{name}}',
  'stage.speaking': 'speaking',
  'stage.hasFloor': 'has the floor',
  'stage.muted': 'microphone off',
  'stage.lost': 'Connection lost',
  'presenting.byYou': 'You are presenting',
  'presenting.by': 'Following {{name}}',
  'presenting.byNobody': 'The presenter has left the room',
  'presenting.onYourOwn': 'You are reading on your own. The presenter is at page {{page}}.',
  'presenting.follow': 'Follow the presenter',
  'presenting.takeOver': 'Present myself',
  'presenting.end': 'Stop presenting',
  'stage.tapToHear': 'Tap to hear',
  'stage.tapToHearWhy': 'The browser plays sound only after you have touched the page.',
}
