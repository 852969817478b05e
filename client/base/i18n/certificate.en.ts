// The words of the certificate of the agency, by which issued papers are signed, and of what was sealed when a session was.
export const certificate = {
  'certificate.title': 'Certificate of the agency',
  'certificate.hint':
    'The PDF of each issued paper is signed with it. That is the digital signature of the agency, not of a person.',
  'certificate.standing.none': 'There is none: issued papers carry no digital signature.',
  'certificate.standing.valid': 'Valid.',
  'certificate.standing.expiresSoon': 'Expires soon. Hand in a new one before that day.',
  'certificate.standing.expired': 'Expired: papers are still issued, without a digital signature.',
  'certificate.standing.notYetValid':
    'Not valid yet, or the clock of the server was set back: papers are still issued, without a digital signature.',
  'certificate.standing.unreadable':
    'The server cannot read its file: papers are still issued, without a digital signature. Hand it in again.',
  'certificate.subject': 'Made out to',
  'certificate.issuer': 'Made out by',
  'certificate.validity': 'Valid',
  'certificate.period': 'From {{from}} to {{until}}',
  'certificate.proves':
    'The signature shows that the agency has issued the paper and that nobody changed it. Its hour is that of the server’s clock, unless the server is connected to a time stamp authority; whether the certificate was revoked is not checked.',
  'certificate.file': 'Certificate file (.p12 or .pfx)',
  'certificate.password': 'Password of the file',
  'certificate.submit': 'Use this certificate',
  'certificate.kept': 'The certificate is kept. Papers issued from now on are signed.',
  'certificate.remove': 'Take the certificate away',
  'certificate.remove.what': 'Papers issued after that are not signed. Those that are signed do not change.',
  'certificate.unreadableFile': 'The browser cannot read the file. Choose it again.',
  'certificate.signedBy':
    'The PDF is the signed original: digital signature of {{name}}. The DOCX is for copying words, it bears none.',
  'certificate.stampedAt': 'The signature bears a time stamp: {{time}}.',
  'certificate.unsigned': 'Not signed',
  'certificate.unsigned.expired': 'No digital signature: the certificate of the agency had expired.',
  'certificate.unsigned.notYetValid': 'No digital signature: the certificate of the agency was not valid yet.',
  'certificate.unsigned.unreadable': 'No digital signature: the server could not read the certificate.',
  'certificate.unsigned.failed': 'No digital signature: signing failed. Tell whoever runs the server.',

  'staff.problem.certificate.not-pkcs12':
    'This is no PKCS#12 file (.p12, .pfx). Ask who has made out the certificate for one.',
  'staff.problem.certificate.too-demanding':
    'Opening this file takes too long and was stopped. Export the certificate again with the usual settings.',
  'staff.problem.certificate.wrong-password': 'The password does not open this file. Type it again.',
  'staff.problem.certificate.no-private-key':
    'The file has no private key, so nothing can be signed with it. Export it again with its key.',
  'staff.problem.certificate.no-certificate':
    'The file has no certificate that belongs to its private key. Export both together.',
  'staff.problem.certificate.weak-key':
    'The key is too weak, or of a kind that cannot be used (RSA from 2048 bits on, or P-256, P-384, P-521).',
  'staff.problem.certificate.key-usage': 'This certificate was not made out to sign documents. Ask for one that was.',
  'staff.problem.certificate.expired': 'The certificate has expired. Ask for a new one.',
  'staff.problem.certificate.not-yet-valid':
    'The certificate is not valid yet. Hand it in from that day on, or set the clock of the server right.',

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
} as const
