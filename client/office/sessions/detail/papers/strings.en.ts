import type { TranslationOf } from '../../../../base/i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'certificate.signedBy':
    'The PDF is the signed original: digital signature of {{name}}. The DOCX is for copying words, it bears none.',
  'certificate.stampedAt': 'The signature bears a time stamp: {{time}}.',
  'certificate.unsigned': 'Not signed',
  'certificate.unsigned.expired': 'No digital signature: the certificate of the agency had expired.',
  'certificate.unsigned.notYetValid': 'No digital signature: the certificate of the agency was not valid yet.',
  'certificate.unsigned.unreadable': 'No digital signature: the server could not read the certificate.',
  'certificate.unsigned.failed': 'No digital signature: signing failed. Tell whoever runs the server.',

  'seal.pending': 'Being sealed: waiting for the recording to be written. This page renews itself.',
  'seal.made': '{{files}} files were sealed at {{time}}.',
  'seal.faults':
    'When it was sealed, {{count}} files were gone or changed on the server: seal.json in the archive names them.',
  'seal.faults_one':
    'When it was sealed, {{count}} file was gone or changed on the server: seal.json in the archive names it.',
  'seal.recordingOpen':
    'When it was sealed, the recording had not ended. What was written after comes under a supplement by itself, once it has ended. If that takes long, tell the person who looks after the server: its log names the program.',
  'seal.supplement.recording':
    'Supplement {{number}}, made at {{time}}: what the recorder wrote that had not ended at the sealing, {{files}} files. SHA-256:',
  'seal.supplement.addition':
    'Supplement {{number}}, made at {{time}}: an addition to the issued minutes, {{files}} files. SHA-256:',
  'seal.supplement.correction':
    'Supplement {{number}}, made at {{time}}: a correction of the issued minutes, {{files}} files. SHA-256:',
  supplements: 'Additions and corrections',
  'supplements.hint':
    'After the sealing the minutes stay as they are. What is missing or wrong in them is written in a paper with a number of its own, which is sealed, too.',
  'supplements.none': 'Nothing has been added or corrected.',
  'supplements.write': 'Add to the minutes, or correct them',
  'supplements.of': 'To the minutes number {{number}} of {{year}}, issued {{time}}.',
  'supplements.by': 'Written by {{name}}, {{time}}',
  'supplements.kind': 'What it is',
  'supplements.addition': 'Addition to the minutes',
  'supplements.addition.what': 'Something is missing in the minutes.',
  'supplements.addition.example': 'For example: “In part II, add the opinion of Ms Hoa: …”',
  'supplements.correction': 'Correction of the minutes',
  'supplements.correction.what': 'Something is wrong in the minutes.',
  'supplements.correction.example': 'For example: “In part II, for ‘100 m²’ read ‘120 m²’.”',
  'supplements.text': 'What is added, or how it must read',
  'supplements.reason.hint': 'It stands on the paper.',
  'supplements.picture': 'First page of the paper to be issued, without number yet',
  'supplements.final':
    'It takes the next number of minutes. Once it is issued it cannot be changed: what is wrong in it is put right by another one.',
  'supplements.issue': 'Issue',
  'seal.hash': 'SHA-256 of the seal. Note it outside of the server, in a book for instance, to compare it later:',
  'seal.stamp.pending': 'It has no time stamp yet: the server asks the authority for one. This page renews itself.',
  'seal.stamp.stamped': 'Time stamp of {{by}}: this seal was there at {{time}}.',
  'seal.clock':
    'The clock of the server had been set back when it was sealed: the order is certain, the hours are not.',

  'staff.issued': 'Issued papers',
  'staff.issued.hint': 'What you download is the very file that was issued, not a new print.',
  'staff.issued.paper': '{{kind}} number {{number}} of {{year}}',
  'staff.issued.on': 'On {{date}}.',
  'staff.issued.check': 'Code {{code}}',
  'staff.issued.reason': 'Reason: {{reason}}',
  'staff.issued.withdrawn': 'Withdrawn',
  'staff.issued.replaced': 'Replaced',
  'staff.issued.withdraw': 'Withdraw',
  'staff.issued.withdrawOf': 'Withdraw {{name}}',
  'staff.issued.withdraw.title': 'Withdraw a paper',
  'staff.issued.withdraw.what': 'The public page will say that the paper stands no more. This cannot be undone.',
  'staff.issued.withdraw.reason': 'It stays in the journal of the session for ever: do not name the citizen.',
  'staff.issued.withdraw.by': 'Replaced by paper number (if any)',
  'staff.issued.withdraw.year': 'Year',
  'sealing.owed.session': 'The session is not sealed until its minutes are issued. If there will be none, say why.',
  'sealing.waivedBy': '{{name}} said at {{time}} that no minutes will be issued. Reason: {{reason}}',
  'staff.archive': 'Archive',
  'staff.archive.hint':
    'The sealed journal and the files of the session in one file, signed by the server. Recordings, papers and signatures of citizens and documents shown with a mark are in what administrators download only; of a protected visit there is the journal alone.',
  'staff.archive.download': 'Download the archive (ZIP)',
  'staff.archive.verify':
    'To check it on another machine, without a network: run this in the folder of Điểm Cầu. The last part is the fingerprint of the signing key.',
  'staff.archive.file': 'FILE.zip',
  'staff.problem.archive.not-sealed':
    'The session is not sealed yet, so it has no archive. Seal it, then load the page again.',
  'staff.papers': 'Papers of the session',
  'staff.papers.notFinal': 'The session is not over: what is downloaded now goes as far as this moment.',
}
