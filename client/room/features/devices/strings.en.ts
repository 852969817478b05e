import type { TranslationOf } from '../../../base/i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'rejection.devices.unconfirmed':
    'The device checklist is not confirmed at: {{sites}}. Confirm it of each room before opening or going on.',
  'rejection.devices.going-on':
    'A session of the level Mật or higher is going on: suspend it, add the site, confirm its devices, then resume.',
  'rejection.devices.not-secret': 'This session is not of the level Mật or higher and needs no device checklist.',
  'rejection.devices.unknown-site': 'The session has no such site.',
  'rejection.devices.other-site': 'The operator of a site confirms for that site alone.',
  'rejection.devices.incomplete':
    'Every item has to be confirmed. While one of them is not so, the session must not be held.',

  'panels.devices.title': 'Room checklist',
  'panels.devices.hint':
    'A session with state secrets opens once every room is confirmed. The minutes say who confirmed it, and when.',
  'panels.devices.confirmed': 'Confirmed',
  'panels.devices.open': 'Not confirmed',
  'panels.devices.confirmedBy': '{{who}}, {{time}}',
  'panels.devices.items': 'Confirm at {{site}}',
  'panels.devices.site': 'Site',
  'panels.devices.confirm': 'Confirm every item',
  'panels.devices.offer': '{{count}} rooms have not confirmed the device checklist. The session cannot open yet.',
  'panels.devices.offer_one': 'One room has not confirmed the device checklist. The session cannot open yet.',
  'panels.devices.look': 'Open the checklist',
  'panels.devices.item.permission':
    'The competent authority has permitted the session, and there is a plan to protect it.',
  'panels.devices.item.closedRoom': 'A closed room on the premises, with only those named in it.',
  'panels.devices.item.wiredMicrophones': 'Only wired microphones are used.',
  'panels.devices.item.checkedDevices': 'The devices have been checked for security.',
  'panels.devices.item.protectedLine': 'The line is protected under the law on ciphers.',
  'panels.devices.item.chairDecided': 'Personal devices are in the room only as the chair has decided.',
  'panels.devices.item.noOwnDevices': 'Nobody brings a phone or anything else that records or transmits.',
}
