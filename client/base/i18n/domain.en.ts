// The words of the domain, and what the system says when it must say no.
import type { domain as vietnamese } from './domain.vi.ts'
import type { TranslationOf } from './words.ts'

export const domain: TranslationOf<typeof vietnamese> = {
  'role.chair': 'Chair',
  'role.secretary': 'Secretary',
  'role.siteOperator': 'Site operator',
  'role.citizen': 'Citizen',
  'role.observer': 'Observer',

  'sessionKind.conference': 'Online conference',
  'sessionKind.reception': 'Citizen reception, dialogue',

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

  'participantStatus.invited': 'Not here yet',
  'participantStatus.waiting': 'Waiting',
  'participantStatus.present': 'Present',
  'participantStatus.lost': 'Connection lost',
  'participantStatus.left': 'Left',
  'participantStatus.refused': 'Refused',
  'participantStatus.removed': 'Removed',
  'participantStatus.withdrawn': 'Not attending',

  'quorum.of.sites': 'sites',
  'quorum.of.delegates': 'delegates',
  'quorum.met': 'Quorate: {{present}} of {{total}} {{unit}} present (at least {{needed}} needed).',
  'quorum.notMet': 'No quorum: {{present}} of {{total}} {{unit}} present, at least {{needed}} needed.',
  'quorum.share.none': 'No rule',
  'quorum.share.moreThanHalf': 'More than half',
  'quorum.share.half': 'At least half',
  'quorum.share.twoThirds': 'At least two thirds',
  'quorum.share.threeQuarters': 'At least three quarters',
  'quorum.share.all': 'All',

  'itemStatus.planned': 'Planned',
  'itemStatus.running': 'Going on',
  'itemStatus.finished': 'Finished',
  'itemStatus.skipped': 'Passed over',

  'grade.good': 'Good',
  'grade.usable': 'Usable',
  'grade.bad': 'Not good enough',
  'grade.skipped': 'Not tried',

  'siteRank.centre': 'Centre site',
  'siteRank.branch': 'Branch site',

  'mark.present': 'Present',
  'mark.late': 'Late',
  'mark.leftEarly': 'Left early',
  'mark.absentWithLeave': 'Absent with leave',
  'mark.absentWithoutLeave': 'Absent without leave',
  'mark.substitute': 'Substitute',

  'purpose.speak': 'Speech',
  'purpose.reply': 'Reply',
  'purpose.question': 'Question',
  'purpose.pointOfOrder': 'Point of order',

  'identifiedBy.link': 'By personal link',
  'identifiedBy.document': 'By a document shown',
  'identifiedBy.known': 'Known to staff',

  'entryKind.note': 'Note',
  'entryKind.decision': 'Decision, conclusion',
  'entryKind.assignment': 'Assignment',

  'recordingStatus.announced': 'Will be recorded',
  'recordingStatus.starting': 'About to record',
  'recordingStatus.running': 'Recording',
  'recordingStatus.paused': 'Recording paused',

  'language.vi': 'Vietnamese',
  'language.tyz': 'Tày',
  'language.nut': 'Nùng',
  'language.blt': 'Thái',
  'language.mtq': 'Mường',
  'language.hmn': 'Mông',
  'language.ium': 'Dao',
  'language.km': 'Khmer',
  'language.cjm': 'Chăm',
  'language.rad': 'Ê Đê',
  'language.jra': 'Gia Rai',
  'language.bdq': 'Ba Na',
  'language.sed': 'Xơ Đăng',
  'language.kpm': 'Cơ Ho',
  'language.hre': 'Hrê',
  'language.en': 'English',
  'language.zh': 'Chinese',
  'language.lo': 'Lao',
  'language.fr': 'French',
  'language.ru': 'Russian',
  'language.ja': 'Japanese',
  'language.ko': 'Korean',

  'reaction.agree': 'Agreed',
  'reaction.applaud': 'Applause',
  'reaction.thank': 'Thank you',
  'reaction.cannotHear': 'Cannot hear well',
  'reaction.slower': 'Slower, please',

  'duration.lessThanAMinute': 'less than a minute',
  'duration.minutes': '{{count}} minutes',
  'duration.minutes_one': '{{count}} minute',

  'rejection.unknown-command': 'The server does not know this request. Reload the page and try again.',
  'rejection.invalid': 'What you entered is not valid. Please check it.',
  'rejection.forbidden': 'You are not allowed to do this.',
  'rejection.command-id-reused': 'This request was sent before. Please do it again.',
  'rejection.conflict': 'Several people acted at once. Please try again.',
  'rejection.rate-limited': 'Too fast. Wait a few seconds and try again.',
  'rejection.unavailable':
    'The server cannot record this right now. Sound and picture go on; try again in a few seconds.',
  'rejection.store-away':
    'The file cannot be fetched from the archive store right now. Nothing is lost; try again in a few minutes, and tell whoever runs the server.',
  'rejection.files-not-read':
    'The server takes no files for now: it cannot read them safely. Tell whoever runs the server; the page of its health says what is missing.',
  'rejection.box-unreadable':
    'The server no longer has the key to this ballot box. Withdraw this ballot and hold it again.',
  'rejection.journal-broken':
    'What was kept of this was changed past the system, so it is closed: nothing is shown and nothing is written. Tell the administrator of the server, who restores it from a backup.',
  'rejection.internal': 'The server failed. Incident code for technical support: {{incident}}',

  'rejection.session.already-scheduled': 'This session is already scheduled.',
  'rejection.session.not-scheduled': 'Only a session that has not been opened can be opened, changed or cancelled.',
  'rejection.session.not-open': 'The session is not in progress.',
  'rejection.session.not-suspended': 'The session is not suspended.',
  'rejection.session.not-closed': 'Close the session before sealing it.',
  'rejection.session.over': 'The session is over.',

  'rejection.sites.exists': 'This site is already in the list.',
  'rejection.sites.second-centre': 'A session has one centre site only.',
  'rejection.sites.too-many': 'The list is full: {{maximum}} entries.',
  'rejection.sites.unknown': 'There is no such site.',
  'rejection.sites.delegate-exists': 'This delegate is already in the list.',
  'rejection.sites.unknown-delegate': 'There is no such delegate in the list.',

  'rejection.admission.exists': 'This person is already in the session.',
  'rejection.readiness.unknown-site': 'This site is not in the session.',
  'rejection.readiness.site-missing': 'Not connected: {{site}}. Wait until it is in the room.',
  'rejection.readiness.gates-missing_one':
    'The reception cannot be opened yet: {{count}} gate is not passed. Pass it, or give the reason why it opens all the same.',
  'rejection.readiness.gates-missing':
    'The reception cannot be opened yet: {{count}} gates are not passed. Pass them, or give the reason why it opens all the same.',
  'rejection.readiness.nobody-named': 'Say who decides or confirms it.',
  'rejection.readiness.reason-missing': 'Picture and sound were not measured: say why it is confirmed by hand.',
  'rejection.readiness.all-passed': 'All gates are passed: no reason is needed.',
  'rejection.admission.unknown-site': 'Choose a site for this person.',
  'rejection.admission.second-chair':
    'A session has one chair only. To replace the chair, first note that the present one will not attend.',
  'rejection.admission.connected': 'This person is connected to the session.',
  'rejection.admission.too-many': 'The session is full: {{maximum}} participants.',
  'rejection.admission.unknown': 'There is no such person in the session.',
  'rejection.admission.refused': 'This person has been refused.',
  'rejection.admission.removed': 'This person has been removed.',
  'rejection.admission.not-waiting': 'This person is no longer waiting.',
  'rejection.admission.not-present': 'This person is not in the room.',
  'rejection.admission.not-chair': 'You chair this session no longer: the chair has been handed over.',
  'rejection.admission.may-not-chair':
    'The chair is handed over to a secretary or to who runs a site. Choose somebody else.',
  'rejection.admission.no-chair': 'This session has no chair. Invite another one from the staff page.',
  'rejection.admission.chair-not-away':
    'The chair is in the room, or has been away for less than two minutes. Wait, or ask them to hand the chair over.',
  'rejection.identity.officer-checks':
    'You are checking the papers of a citizen. End the check, then hand the chair over.',
  'rejection.protection.chair-stays-with-staff':
    'This is a visit of somebody who denounces: the chair is handed over to a secretary alone.',
  'rejection.admission.staff': 'This cannot be done to the chair or the secretary.',

  'rejection.selftest.too-many':
    'The test was made {{maximum}} times in this session. If something still does not work, ask the agency.',

  'rejection.agenda.exists': 'This item is on the agenda already.',
  'rejection.agenda.too-many': 'The agenda has {{maximum}} items already.',
  'rejection.agenda.unknown': 'This item is not on the agenda. Somebody may just have taken it off.',
  'rejection.agenda.was-taken-up': 'This item has been taken up, so it stays.',
  'rejection.agenda.running': 'This item is going on already.',
  'rejection.agenda.not-running': 'This item is finished. Somebody else may just have finished it.',

  'rejection.rollcall.other-site': 'You can call the roll of your own site only.',
  'rejection.rollcall.unknown': 'There is no such delegate or site.',
  'rejection.rollcall.substitute-missing': 'Name the substitute.',

  'rejection.floor.unknown-site': 'This site is not in the session.',
  'rejection.floor.nobody-there': 'Nobody is in the room from {{site}}.',
  'rejection.floor.not-by-turns': 'Everybody can speak here; nobody needs to ask for the floor.',
  'rejection.floor.by-turns': 'One speaks by turns here: take the floor back from this person instead.',
  'rejection.floor.conference': 'At a conference one always speaks by turns.',
  'rejection.floor.staff': 'Chair and secretary cannot be silenced.',
  'rejection.floor.not-silenced': 'The microphone of this person was not switched off.',
  'rejection.floor.already-requested': 'You have asked for the floor already; please wait.',
  'rejection.floor.already-held': 'This person has the floor already.',
  'rejection.floor.no-request': 'This request for the floor is gone.',
  'rejection.floor.not-present': 'This person is not in the room.',
  'rejection.floor.observer': 'An observer does not speak.',
  'rejection.floor.in-consultation': 'This person is in a consultation. Give them the floor when they have returned.',
  'rejection.floor.interpreting': 'This person is interpreting. Give them the floor when they have stopped.',
  'rejection.floor.not-holder': 'You no longer have the floor.',
  'rejection.floor.locked': 'The chair has closed the speaker list for now. Please wait until it is opened again.',
  'rejection.floor.not-locked': 'The speaker list is open.',
  'rejection.floor.budget-used':
    'The time the rules of speaking allow is used up. The chair may choose a number of minutes to give more.',
  'rejection.floor.not-of-the-site': 'This person is not of the site that has the floor.',
  'rejection.floor.no-limit': 'This speech has no time limit.',
  'rejection.floor.paused': 'The clock is stopped already.',
  'rejection.floor.not-paused': 'The clock is running.',
  'rejection.floor.not-held': 'Nobody has the floor.',

  'rejection.ballot.exists': 'This motion is already on the list.',
  'rejection.ballot.too-many': 'The session has its {{maximum}} motions already.',
  'rejection.ballot.unknown': 'This motion cannot be found.',
  'rejection.ballot.unknown-item': 'This item is not on the agenda. Please choose again.',
  'rejection.ballot.same-option': 'Two options are the same. Please change one.',
  'rejection.ballot.not-proposed': 'This motion has been put to the vote already, perhaps by somebody else just now.',
  'rejection.ballot.another-open': 'Another ballot is open. Close that one first.',
  'rejection.ballot.no-voters': 'Nobody may vote yet. Enter the delegates, or choose who votes.',
  'rejection.ballot.too-many-voters': 'At most {{maximum}} people can vote in one ballot.',
  'rejection.ballot.too-few-for-secrecy':
    'A secret ballot needs at least {{minimum}} voters; with fewer the result tells who chose what. Hold an open ballot.',
  'rejection.ballot.no-quorum':
    'Not enough are present: {{present}} of {{entitled}}, at least {{needed}} are needed. Check the roll call.',
  'rejection.ballot.not-open': 'The vote on this motion has not begun. Please wait for the chair.',
  'rejection.ballot.over': 'The vote on this motion is over; no more votes are taken.',
  'rejection.ballot.unknown-option': 'There is no such option. Reload the page and choose again.',
  'rejection.ballot.other-site': 'This delegate votes at the page of their own site.',
  'rejection.ballot.not-entitled': 'This person is not on the list of voters for this motion.',
  'rejection.ballot.wrong-code': 'The voting code is wrong. Please check the code handed out: 8 digits.',
  'rejection.ballot.voter-absent':
    'Not marked present, so they cannot vote yet. Ask the secretary or the site operator to call the roll.',
  'rejection.ballot.already-voted': 'This person’s vote is recorded. Everybody votes once.',
  'rejection.ballot.too-few-cast':
    'So far {{cast}} voted. A secret ballot box is opened only with at least {{minimum}} votes in it. Wait, or withdraw this ballot.',
  'rejection.ballot.count-differs':
    'The votes in the box do not match the number of people who voted. Withdraw this ballot and hold it again.',
  'rejection.ballot.unknown-delegate': 'This delegate is not on the list.',
  'rejection.ballot.codes-need-reason':
    'Codes were printed already, or a ballot is open: printing again needs the reason. Earlier codes are dead then.',
  'rejection.ballot.codes-while-open':
    'A ballot is open: only the chair or the secretary, while in the room, can give new codes.',
  'rejection.ballot.too-many-prints': 'Codes were printed too often already ({{maximum}} times).',

  'rejection.stage.not-present': 'This person is not here and cannot be shown large.',

  'rejection.documents.exists': 'This document is in the session already.',
  'rejection.documents.too-many': 'The session holds {{maximum}} documents, no more. Take away those not needed.',
  'rejection.documents.unknown': 'This document cannot be found. It may have just been taken away.',
  'rejection.documents.unknown-item': 'This item is no longer on the agenda. Choose another one.',
  'rejection.documents.mark-needs-pages':
    'This document can only be saved, not shown, so it cannot carry the viewer’s name. Use a PDF file.',
  'rejection.documents.not-presenter':
    'Only the chair, the secretary or, when allowed, the one who has the floor may present.',
  'rejection.documents.not-presented': 'This document is no longer being presented.',
  'rejection.documents.no-pages': 'This document can only be saved, not presented. Use a PDF file.',
  'rejection.documents.no-such-page': 'The last page of this document is {{pages}}.',
  'rejection.documents.no-acknowledgement': 'This document asks for no acknowledgement of study.',
  'rejection.documents.other-site': 'You can only acknowledge for the delegates of your own site.',

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

  'rejection.minutes.sealed': 'The session is sealed; its minutes cannot change.',
  'rejection.minutes.signed':
    'The minutes are signed and cannot change. To change them, take them back or return them first.',
  'rejection.agency.missing':
    'Nothing can be issued yet: nobody has entered the name of the agency, its symbol and its place. Ask an administrator to enter them at /staff/agency, then issue again. Nothing was changed.',
  'rejection.approval.sealed': 'The records of the session are sealed; nothing can change.',
  'rejection.approval.minutes-owed':
    'The minutes are neither issued nor waived, so the session cannot be sealed yet. Issue them, or say with the reason that there will be none.',
  'rejection.approval.already-waived': 'It is noted already that no minutes will be issued.',
  'rejection.approval.signed':
    'Secretary and chair have signed. The text can change only by a correction after the issue.',
  'rejection.approval.too-many': 'There are {{maximum}} comments; no more are taken.',
  'rejection.approval.unknown-comment': 'This comment is gone.',
  'rejection.approval.not-closed': 'The minutes can be signed once the session is closed.',
  'rejection.approval.not-signatory': 'Only the secretary and the chair of the session sign its minutes.',
  'rejection.approval.already-signed': 'This signature is there already.',
  'rejection.approval.secretary-first': 'The secretary signs first, then the chair.',
  'rejection.approval.other-text': 'The text has changed since you read it. Read it again, then sign.',
  'rejection.approval.not-submitted': 'The secretary has not signed and submitted the minutes yet.',
  'rejection.approval.not-signed': 'A paper can be issued once secretary and chair have signed the minutes.',
  'rejection.approval.already-issued': 'This paper has been issued already.',
  'rejection.approval.no-signatory':
    'A notice of conclusions needs who signs it. Enter the form of signing, the office and the name, then issue it again.',
  'rejection.approval.unneeded-signatory':
    'Minutes are signed by the secretary and the chair, by nobody else. Leave the signatory out, then issue them again.',
  'rejection.approval.unknown-recipient': 'A recipient is nobody of this session. Remove it, then issue again.',
  'rejection.approval.not-issued': 'A correction can begin once the minutes are issued.',
  'rejection.minutes.too-many': 'The minutes are full: {{maximum}} entries.',
  'rejection.minutes.unknown': 'This entry is no longer in the minutes.',
  'rejection.minutes.other-kind': 'The kind of an entry cannot change. Strike it out and write a new one.',
  'rejection.minutes.changed-meanwhile':
    'Somebody else has just revised this entry. Look at both versions and choose; what you wrote is still there.',

  'rejection.chat.only-to-staff': 'You can write to the chair and the secretary only.',
  'rejection.chat.other-site': 'You can only write to your own site.',
  'rejection.chat.unknown-recipient': 'There is no such recipient.',
  'rejection.chat.too-many': 'The session is full: {{maximum}} messages.',

  'rejection.announcement.none': 'There is no announcement any more. Somebody else may have just taken it down.',

  'rejection.recording.already-started': 'Recording is paused. Press “Go on recording”.',
  'rejection.recording.not-running': 'No recording is going on now.',
  'rejection.recording.not-paused': 'Recording is not paused.',
  'rejection.secrecy.reception':
    'A reception must be recorded, a secret of the state must not be: a reception cannot have the level Mật or higher. Book a conference.',
  'rejection.secrecy.internet':
    'This server is on the Internet: by the Law on the protection of state secrets nothing of the level Mật, Tối mật or Tuyệt mật is handled here.',
  'rejection.secrecy.agency-network':
    'This server is on a network of agencies: by the Law on the protection of state secrets the levels Mật, Tối mật and Tuyệt mật are for a closed local network alone.',
  'rejection.secrecy.route-found':
    'This server has found a way to the Internet. Until it is cut, nothing of the level Mật, Tối mật or Tuyệt mật is handled here. Tell the administrator.',
  'rejection.secrecy.route-unknown':
    'This server has not yet made sure that it has no way to the Internet. Try again in a minute.',
  'rejection.secrecy.no-chat': 'There is no chat in a session of the level Mật or higher.',
  'rejection.secrecy.marking':
    'The message has the mark of a secret paper (MẬT, TỐI MẬT or TUYỆT MẬT) and was not sent. State secrets do not belong in messages.',
  'rejection.secrecy.no-documents':
    'A session of the level Mật or higher takes no files in. Hand papers out in the room and collect them afterwards.',
  'rejection.accessList.no-part':
    'Links, voting codes and the waiver of the minutes are for whoever booked the session and the accounts named for it.',
  'rejection.accessList.too-many': 'There are {{maximum}} accounts already. Take one back first.',
  'rejection.accessList.not-named': 'This account is not on the list.',
  'rejection.devices.unconfirmed':
    'The device checklist is not confirmed at: {{sites}}. Confirm it of each room before opening or going on.',
  'rejection.devices.going-on':
    'A session of the level Mật or higher is going on: suspend it, add the site, confirm its devices, then resume.',
  'rejection.devices.not-secret': 'This session is not of the level Mật or higher and needs no device checklist.',
  'rejection.devices.unknown-site': 'The session has no such site.',
  'rejection.devices.other-site': 'The operator of a site confirms for that site alone.',
  'rejection.devices.incomplete':
    'Every item has to be confirmed. While one of them is not so, the session must not be held.',
  'rejection.secrecy.above-session':
    'A document cannot have a higher level of secrecy than its session. Choose a lower level, or put it into a session of its own level.',
  'rejection.secrecy.named-only':
    'To a session of the level Mật or higher only chair, secretary and site operators are invited, each by name.',
  'rejection.recording.never': 'This session was booked as one that is not recorded.',
  'rejection.recording.required':
    'A reception must be recorded. It can be paused with a reason; recording ends with the reception.',
  'rejection.recording.reception':
    'A citizen reception must be recorded, sound and picture (Decree 154/2026/NĐ-CP, Article 17.1).',
  'rejection.recording.not-written':
    'It cannot begin yet: the server has not confirmed that it records to its disk. Switch on a microphone or camera and press again; if that does not help, record with the agency’s own equipment.',
  'rejection.recording.no-room':
    'Recording cannot begin: the disk of the server has no room for this session (about {{needed}} MB are needed, {{free}} MB are left). Ask the administrator to free some, plan a shorter session, or record with the agency’s own equipment.',
  'rejection.recording.not-announced': 'The chair and the secretary no longer announce a recording.',

  'rejection.interpretation.offered': 'This language is in the list already.',
  'rejection.interpretation.not-offered': 'This language is no longer in the list.',
  'rejection.interpretation.too-many-channels': 'A session has {{maximum}} languages of interpretation at most.',
  'rejection.interpretation.too-many-interpreters': 'A language has {{maximum}} interpreters at most.',
  'rejection.interpretation.unknown': 'This person is no longer in the session. Please choose another one.',
  'rejection.interpretation.not-appointed': 'This person is no longer an interpreter of that language.',
  'rejection.interpretation.in-consultation': 'There is no interpreting from within a consultation.',
  'rejection.interpretation.not-interpreting': 'You are no longer interpreting.',
  'rejection.interpretation.no-partner': 'No other interpreter is here to take over.',

  'rejection.consultation.too-few': 'Choose at least two people.',
  'rejection.consultation.not-present': 'Somebody chosen is not in the room. Please choose again.',
  'rejection.consultation.observer': 'Observers take no part in a consultation.',
  'rejection.consultation.in-another': 'Somebody chosen is in a consultation. Wait until they return.',
  'rejection.consultation.too-many': 'A consultation has {{maximum}} people at most.',
  'rejection.consultation.over': 'This consultation is over.',
  'rejection.consultation.not-in': 'You are no longer in a consultation.',

  'rejection.submission.not-reception': 'Papers are sent at receptions and dialogues alone.',
  'rejection.submission.not-citizen': 'This way is for citizens. Staff add documents in the Documents panel.',
  'rejection.submission.not-present': 'You are not in the room yet. Wait until you are let in, then send your papers.',
  'rejection.submission.same': 'The officer has this very file from you already.',
  'rejection.submission.too-many':
    'You have sent {{maximum}} papers, which is the most. Tell the officer if there are more.',
  'rejection.submission.too-large':
    'The papers you have sent are together larger than {{megabytes}} MB. Tell the officer: there are other ways.',
  'rejection.submission.unknown': 'This paper is no longer here.',
  'rejection.submission.listed':
    'The officer has put this paper on the list of papers handed in: it cannot be taken back.',
  'rejection.receipt.not-reception': 'Papers are taken in at receptions and dialogues alone.',
  'rejection.receipt.not-citizen': 'Only papers of citizens are taken in.',
  'rejection.receipt.unknown-document': 'This file is no longer in the session. Choose again.',
  'rejection.receipt.too-many': 'There are {{maximum}} papers in this reception, which is the most.',
  'rejection.receipt.unknown-paper': 'This paper is no longer on the list, or is on a receipt already.',
  'rejection.receipt.nothing': 'Nothing was handed in since the last receipt.',
  'rejection.receipt.not-officer': 'Only the chair or the secretary, while in the room, can issue a receipt.',
  'rejection.receipt.unconfirmed': 'The receipt names the identity paper. Look at the papers of the citizen first.',
  'rejection.protection.nothing-waived': 'No agreement in writing is noted that could be taken back.',
  'rejection.protection.not-reception': 'Only a reception can be protected as that of a denouncer.',
  'rejection.protection.no-reader':
    'No account is known that may read this visit. Call the citizen from the queue, or book the visit by an account.',
  'rejection.protection.outsiders-inside':
    'Somebody of a branch site, or who looks on, is still there. Send them out first.',
  'rejection.protection.not-protected': 'This session is no visit of somebody who denounces.',
  'rejection.protection.too-many-readers': '{{maximum}} accounts may read it already.',
  'rejection.protection.not-signed-yet': 'The paper is dated after today. Check the day.',
  'rejection.protection.no-waiver':
    'Who denounces is protected: branch sites and observers take part only once they have agreed in writing. Note the paper in the panel “Reception”.',
  'rejection.protection.interpreter-unknown':
    'Before somebody interprets here, note in the list of people how you know who they are.',
  'rejection.visit.no-note-taker':
    'No secretary is in the room to take notes. Ask the secretary to come in, then open the reception.',
  'rejection.visit.not-reception': 'This is for receptions and dialogues alone.',
  'rejection.visit.not-citizen': 'Whom you chose is not a citizen of this reception.',
  'rejection.visit.not-representative': 'The group has chosen who speaks for it; this person is not among them.',
  'rejection.visit.unknown-ground': 'This ground is not in force. Choose another one.',
  'rejection.visit.too-many': 'No more than {{maximum}} explanations are noted.',
  'rejection.visit.no-group': 'A group begins with {{minimum}} people.',
  'rejection.visit.no-representative': 'Choose who speaks for the group.',
  'rejection.visit.too-many-representatives': 'At most {{maximum}} speak for this group.',
  'rejection.identity.not-reception': 'Papers are looked at in receptions and dialogues alone.',
  'rejection.identity.not-citizen': 'Only the papers of citizens are looked at.',
  'rejection.identity.not-present': 'The citizen is not in the room. Let them in first.',
  'rejection.identity.confirmed': 'The papers of this person are confirmed already.',
  'rejection.identity.not-confirmed': 'The papers of this person are not confirmed.',
  'rejection.identity.going-on': 'Another officer is looking at the papers of this person.',
  'rejection.identity.not-going-on': 'The check has ended. Press “Look at the papers” again.',
  'rejection.identity.not-officer': 'Only the chair or the secretary, while in the room, can confirm.',
  'rejection.identity.papers-missing': 'A paper that must be shown is missing. Tick them all, or choose “Later”.',
  'rejection.consultation.identity-check':
    'Papers are being looked at: by one officer and the citizen alone, until there is a result.',
  'rejection.statement.not-reception': 'Statements are written down in receptions and dialogues alone.',
  'rejection.statement.not-citizen': 'Only the statements of citizens are written down.',
  'rejection.statement.going-on': 'A statement of this person is being written down.',
  'rejection.statement.too-many': 'There are as many as are kept: {{maximum}}.',
  'rejection.statement.unknown': 'There is no such statement.',
  'rejection.statement.not-writing': 'The statement is being read back or is settled: nothing can be added.',
  'rejection.statement.changed-meanwhile': 'Another officer has just written here. You see the newest text.',
  'rejection.statement.too-long': 'The statement is longer than {{maximum}} characters. Write the rest as another one.',
  'rejection.statement.empty': 'There is nothing to read back.',
  'rejection.statement.too-many-versions': 'It was read back {{maximum}} times, which is the most.',
  'rejection.statement.other-version': 'The text has changed. Look at the newest one.',
  'rejection.statement.not-yours': 'This is not your statement.',
  'rejection.statement.no-code': 'The officer has not given a code yet. Please ask them.',
  'rejection.statement.wrong-code': 'The code is wrong. Let the officer read it out again, and type digit by digit.',
  'rejection.statement.not-recorded':
    'Nothing is being recorded, so it cannot be confirmed by word of mouth. Start the recording, announce it, then ask again.',

  'rejection.sharing.already-requested': 'You have asked to share your screen. Please wait for the chair.',
  'rejection.sharing.already-granted': 'This person may share already.',
  'rejection.sharing.in-consultation': 'No screen can be shared from within a consultation.',
  'rejection.sharing.no-request': 'This request to share is gone.',
  'rejection.sharing.not-present': 'This person is not in the room and cannot share yet.',
  'rejection.sharing.observer': 'Observers share no screen.',
  'rejection.sharing.not-granted': 'You may no longer share your screen. Ask again if you need to.',
  'rejection.sharing.nobody': 'Nobody is sharing a screen now.',

  'rejection.media.not-allowed': 'You may not send sound or picture now.',
  'rejection.media.invalid': 'The browser sent sound or picture parameters that are not valid. Reload the page.',
  'rejection.media.unknown': 'The sound and picture connection has changed. Connecting again.',
  'rejection.media.unavailable': 'Sound and picture are interrupted. They come back by themselves.',

  'rejection.assist.not-present': 'They are not in the room, so they cannot be asked.',
  'rejection.assist.unknown-alarm': 'This has been dealt with.',

  'sameBy.record': 'Same entry of a citizen',
  'sameBy.paper': 'Same number of a paper',
  'sameBy.phone': 'Same telephone number',
  'sameBy.email': 'Same e-mail address',
  'sameBy.nameAndAddress': 'Same name and address',
  'earlier.comparedBy.paper': 'number of the paper',
  'earlier.comparedBy.phone': 'telephone number',
  'earlier.comparedBy.email': 'e-mail address',
  'earlier.visits': 'Earlier visits: {{count}}, the last on {{date}}',
  'earlier.visits_one': 'One earlier visit, on {{date}}',
  'earlier.visits.first': 'No earlier visit is known (compared: {{by}}).',
  'earlier.visits.unknown':
    'Too little is known to tell whether this citizen has come before: it takes the number of a paper, a telephone number or an e-mail address.',
  'earlier.visits.notWhole':
    'What people are compared by is being made anew: nothing can be said yet. Look again in some minutes.',

  'farewell.link-invalid': 'The link is wrong or has run out. Ask the organising agency for a new one.',
  'farewell.link-revoked': 'This link was replaced or revoked. Use the newest one, or ask the organising agency.',
  'farewell.account-suspended':
    'This protected visit is shut to your account: its password was reset, or it is disabled. Your page of notices says who can confirm you.',
  'farewell.superseded': 'You have joined on another device, so this one was disconnected.',
  'farewell.left': 'You have left the session.',
  'farewell.refused': 'Your request to enter was not accepted.',
  'farewell.removed': 'You have been asked to leave the session.',
  'farewell.over': 'The session is over. Thank you.',
  'farewell.cancelled': 'This session was cancelled.',
  'farewell.secrecy':
    'This session has a level of secrecy that this server may not handle now. Ask the organising agency.',
  'farewell.protocol': 'This page sent something the server does not accept. Reload the page.',
  'farewell.rate-limited':
    'This page sent too much, or connected too often, in a short time and was cut off. Wait some seconds.',
  'farewell.outdated-page': 'The system has been upgraded. Reload the page to go on.',
  'farewell.unavailable': 'The server is not available right now. Try again in a few minutes.',
  'farewell.journal-broken':
    'What was kept of this session was changed past the system, so the session is closed. Contact the organising agency; the administrator of the server has to restore it from a backup.',
  'farewell.shutdown': 'The server is restarting. This page will connect again by itself.',
}
