import type { TranslationOf } from '../i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'rejection.document.no-file': 'No file arrived. Choose the file and send it again.',
  'rejection.document.empty': 'This file is empty.',
  'rejection.document.too-large': 'This file is larger than 50 MB. Make it smaller or split it.',
  'rejection.document.bad-name':
    'The name of the file has hidden characters or such as turn the reading direction, as fake files do. Rename it and send it again.',
  'rejection.document.name-too-long':
    'The name of the file is longer than 200 characters. Shorten it and send it again.',
  'rejection.document.unknown-type':
    'This type of file is not taken. Only PDF, Word (docx), Excel (xlsx), PowerPoint (pptx) and PNG, JPEG or WebP pictures are.',
  'rejection.document.wrong-type':
    'What is in the file is not what its name says. Open it, save it as the right type, send it again.',
  'rejection.document.state-secret':
    'This file bears the mark of a state secret (MẬT, TỐI MẬT or TUYỆT MẬT) and is not taken. By the Law on State Secrets no such paper is put on this system: hand it over on paper.',
  'rejection.document.unpacks-too-large': 'This file unpacks to an unusual size and is not taken.',
  'rejection.document.no-room':
    'The disk of the server is full up to what the journals of the sessions need. The file was not taken; try again later, and tell whoever runs the server.',
  'rejection.document.too-demanding':
    'This file needs too much memory or time to be read. Print it to a new PDF, or photograph its pages, and send that.',
  'rejection.document.broken': 'This file is damaged and cannot be read. Open it, save it again and send it.',
  'rejection.document.encrypted': 'This file is protected by a password. Save a copy without one and send that.',
  'rejection.document.too-many-pages': 'This file has too many pages. Split it.',
  'rejection.document.picture-too-large': 'This picture is too large. Make it smaller and send it again.',
  'rejection.document.infected': 'The virus scanner found something harmful in this file. It was not taken.',
  'rejection.document.scan-failed':
    'The virus scanner of the server does not answer, so the file was not taken. Tell technical support.',
  'rejection.document.cannot-be-marked':
    'The viewer’s name cannot be set into this file. Hand in another PDF, or without “Show the viewer’s name across it”.',
  'rejection.document.marked': 'This document is only shown on the screen; it cannot be saved.',

  'panels.documents.title': 'Documents',
  'panels.documents.pages': '{{count}} pages',
  'panels.documents.pages_one': 'one page',
  'panels.documents.readBefore': 'To be read before',
  'panels.documents.marked': 'Carries the viewer’s name',
  'panels.documents.notScanned': 'Not scanned for viruses',
  'panels.documents.remove': 'Take away',
  'panels.documents.removeTitle': 'Take this document away?',
  'panels.documents.removeHint':
    'Nobody can open it any more, and the file is deleted from the server. The journal still says that it was there and when it went.',
  'uploads.title': 'Hand in documents',
  'uploads.choose': 'Choose files',
  'uploads.scan': 'Photograph papers',
  'uploads.scan.failed': 'The camera part could not be opened. Check the network, then press again.',
  'uploads.hint': 'Or drop files here. PDF, Word, Excel, PowerPoint, pictures; 50 MB each at most.',
  'uploads.files': 'Files',
  'uploads.files.remove': 'Take away',
  'uploads.files.removeName': 'Take away {{name}}',
  'uploads.files.sending': 'Sending {{percent}}%',
  'uploads.files.checking': 'Checking the files',
  'uploads.files.tooMany': 'At most {{count}} files go at once.',
  'uploads.files.tooMany_one': 'At most one file goes at once.',
  'uploads.files.notAttached': 'This file does not go along; everything else can be sent.',
  'uploads.files.pressAgain':
    'Nothing was sent yet, and what you typed is still there. Press “{{button}}” once more to send everything but this file.',
  'uploads.files.leftOut': 'Sent, but {{count}} files did not go along',
  'uploads.files.leftOut_one': 'Sent, but one file did not go along',
  'uploads.readBefore': 'To be read before',
  'uploads.readBefore.hint':
    'Those invited can read it from their own link at once, also while they wait; the secretary sees who has opened it.',
  'uploads.needsAcknowledgement': 'Asks for acknowledgement of study',
  'uploads.needsAcknowledgement.hint':
    'Each person and site says that they have studied it; kept with the time and in the minutes.',
  'uploads.isMarked': 'Show the viewer’s name across it',
  'uploads.isMarked.hint':
    'The viewer’s name, site and the time are set faintly into each page they are sent; participants can only look at it, not save it.',
  'uploads.item': 'Belongs to',
  'uploads.noItem': 'No item of the agenda',
  'uploads.sending': 'Sending: {{name}}',
  'uploads.checking': 'Checking: {{name}}',
  'uploads.refused': '{{name}} was not taken in',
  'uploads.again': 'Send again',
  'uploads.dismiss': 'Dismiss',
  'uploads.unreachable': 'The connection broke while sending. Check the network and choose the file again.',
}
