import type { TranslationOf } from '../../../base/i18n/words.ts'
import type { strings as vietnamese } from './strings.vi.ts'

export const strings: TranslationOf<typeof vietnamese> = {
  'recordingStatus.announced': 'Will be recorded',
  'recordingStatus.starting': 'About to record',
  'recordingStatus.running': 'Recording',
  'recordingStatus.paused': 'Recording paused',

  'rejection.session.already-scheduled': 'This session is already scheduled.',
  'rejection.session.not-scheduled': 'Only a session that has not been opened can be opened, changed or cancelled.',
  'rejection.session.not-open': 'The session is not in progress.',
  'rejection.session.not-suspended': 'The session is not suspended.',
  'rejection.session.not-closed': 'Close the session before sealing it.',
  'rejection.session.over': 'The session is over.',

  'rejection.announcement.none': 'There is no announcement any more. Somebody else may have just taken it down.',

  'rejection.recording.already-started': 'Recording is paused. Press “Go on recording”.',
  'rejection.recording.not-running': 'No recording is going on now.',
  'rejection.recording.not-paused': 'Recording is not paused.',
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

  'hearing.cameraMissed': 'Your camera',
  'hearing.cameraMissedWhat': 'Cameras must stay on in this session, but the others do not see you.',
  'hearing.cameraSwitchOn': 'Switch the camera on',
  'hearing.soundCheck': 'Sound check',
  'hearing.soundCheck.what':
    'The sound of your site is being checked: all hear you. Switch the mic on and say a few words.',
  'hearing.leave': 'Leave',

  'hearing.announcement': 'Announcement',
  'hearing.recording.equipment': '{{status}}, by the agency’s own equipment',
  'hearing.recording.server': '{{status}}, on the agency’s server',
  'hearing.recordingPausedFor': 'Paused because: {{reason}}',
  'hearing.recordingNotice': 'This session is recorded',
  'hearing.recordingNoticeWhat':
    'The agency records sound and picture of this session, your voice and your picture among them.',
  'hearing.recordingNoticeWhen': 'While it is being recorded, the top of the screen says “Recording”.',
  'hearing.recordingNoticeKnown': 'I have read this',
  'hearing.recordingStarting':
    'Waiting for the first data to reach the disk. At least one microphone or camera must be on.',
  'hearing.notRecorded': 'Recording is interrupted',
  'hearing.notRecordedAll':
    'This session is not being recorded just now: {{cause}}. The server tries again by itself; consider suspending the session or recording with the agency’s own equipment.',
  'hearing.notRecordedTrack':
    'The {{source}} of {{name}} is not being recorded: {{cause}}. The server tries again by itself.',
  'hearing.notRecordedTracks':
    'Picture or sound of {{count}} people is not being recorded. The server tries again by itself.',
  'hearing.notRecordedTracks_one':
    'Picture or sound of one person is not being recorded. The server tries again by itself.',
  'recordingSource.microphone': 'voice',
  'recordingSource.camera': 'picture',
  'recordingSource.screen': 'shared screen',
  'recordingSource.screenSound': 'sound of the shared screen',
  'recordingCause.noRecorder': 'the program that records (ffmpeg) is not installed on the server',
  'recordingCause.diskFull': 'the disk of the server is full',
  'recordingCause.programEnded': 'the program that records has stopped',
  'recordingCause.nothingWritten': 'no data reach the disk',
  'recordingCause.clockChanged': 'the clock of the server was set',
  'recordingCause.serverRestarted': 'the server was restarted',

  'hearing.react': 'React',
  'hearing.reacted': '{{name}}: {{reaction}}',
  'hearing.handOver': 'Hand the chair over',
  'hearing.handOver.to': 'Who chairs from now on',
  'hearing.handOver.what':
    'Everybody is told, and the minutes have both names and the time. Given to a secretary, you become secretary; given to a site, you run your own site.',
  'hearing.handOver.nobody':
    'There is no secretary and nobody who runs a site in the room. Wait until one of them has come.',
  'hearing.handOver.stay': 'Hand over and stay',
  'hearing.handOver.leave': 'Hand over and leave',
  'hearing.chairChanged': 'Another chair',
  'hearing.chairChanged.what': '{{name}} chairs from now on, in place of {{from}}.',
  'hearing.chairChanged.toYou': 'You chair from now on, in place of {{from}}.',
  'hearing.chairChanged.fromYou': '{{name}} chairs from now on. You go on as: {{office}}.',
  'hearing.chairChanged.known': 'Understood',
  'hearing.takeChair': 'Take the chair',
  'hearing.takeChair.title': 'Take the chair?',
  'hearing.takeChair.what':
    'You chair from now on; everybody is told, and the minutes say so. When they come back, whoever chaired before is secretary; you can hand the chair back.',
  'hearing.chairAway': 'The chair is not in the room',
  'hearing.chairAway.what':
    'The chair has not been in the room for more than two minutes. The session is not over; please wait.',
  'hearing.chairLeft.what': 'The chair has left the room. The session is not over; please wait.',

  'panels.session.title': 'Session',
  'panels.session.scheduledAt': 'Planned: {{time}}',
  'panels.session.running': 'Opened at {{time}}, running for {{duration}}',
  'panels.session.lasted': 'Held from {{from}} to {{to}}',
  'panels.session.suspendedFor': 'Suspended: {{reason}}',
  'panels.session.readiness': 'Before opening',
  'panels.session.secretaryHere': 'The secretary is here',
  'panels.session.secretaryMissing': 'The secretary is not here yet',
  'panels.session.siteConnected': '{{site}}: connected',
  'panels.session.siteMissing': '{{site}}: not connected yet',
  'panels.session.chairOnly': 'The chair takes this step.',
  'panels.session.open.hint':
    'The time goes into the minutes. Where one speaks by turns, people may ask for the floor from then on.',
  'panels.session.layout': 'Layout for everybody',
  'panels.session.layoutHint': 'Each may still choose another layout on their own screen.',
  'panels.session.layoutEach': 'Left to each',
  'panels.session.byTurns': 'Speak by turns',
  'panels.session.byTurnsHint':
    'On: beside the chair and the secretary only whoever has been given the floor can speak; open Floor to give it. Off: everybody in the room can speak.',
  'panels.session.cameraRequired': 'Sites and citizens must keep their cameras on',
  'panels.session.cameraRequiredHint':
    'Whoever has no picture for ten seconds is reminded, and the minutes tell how long.',
  'panels.session.suspend': 'Suspend',
  'panels.session.suspend.hint': 'For a break or a fault to be mended. Whoever has the floor loses it.',
  'panels.session.suspend.reasonHint': 'Everybody sees the reason, and it goes into the minutes.',
  'panels.session.resume': 'Resume',
  'panels.session.resume.hint': 'The time goes into the minutes.',
  'panels.session.close.hint': 'Ends the session for everybody.',
  'panels.session.close.title': 'Close this session?',
  'panels.session.close.media': 'Sound and picture end for everybody. Nobody can speak any more.',
  'panels.session.close.minutes':
    'The minutes can be completed, signed and issued for 7 days. The roll call can no longer change.',
  'panels.session.close.final': 'A closed session cannot be opened again.',
  'panels.session.seal.deadline_one':
    'The record is sealed by itself {{count}} working day after the minutes are issued or waived, unless somebody does it earlier.',
  'panels.session.seal.deadline':
    'The record is sealed by itself {{count}} working days after the minutes are issued or waived, unless somebody does it earlier.',
  'panels.session.seal.owed': 'It cannot be sealed yet: the minutes are neither issued nor waived.',
  'panels.session.seal.title': 'Seal the record of this session?',
  'panels.session.seal.what':
    'The journal is locked: minutes, roll call and messages can no longer be added to or changed. Everybody leaves the room.',
  'panels.session.seal.final': 'Check the minutes first. This cannot be undone.',
  'panels.session.sealedHint': 'The record is sealed and cannot change.',

  'panels.room.recording': 'Recording',
  'panels.room.recording.honest':
    'The server records the voice of those who speak and the picture of the sites. Consultations and the check of papers are never recorded. If the server cannot record, switch on the agency’s own equipment and tell everybody here.',
  'panels.room.recording.announce': 'Announce recording',
  'panels.room.recording.request': 'Record on the server',
  'panels.room.recording.start': 'Record with our own equipment',
  'panels.room.recording.gaps': 'Not being recorded just now:',
  'panels.session.open.recording': 'Getting ready to record…',
  'panels.session.open.notRecorded': 'The server does not record yet',
  'panels.session.open.notRecordedHow':
    'A reception begins only once it is being recorded. Switch on a microphone or camera and press “Open” again. If that does not help, switch on the agency’s own equipment and press the button below.',
  'panels.room.recording.pause': 'Pause recording',
  'panels.room.recording.pauseReason': 'Everybody sees the reason, and it goes into the minutes.',
  'panels.room.recording.resume': 'Go on recording',
  'panels.room.recording.stop': 'End recording',
  'panels.room.recording.withdraw': 'No recording after all',
  'panels.room.recording.known': '{{known}} of {{all}} in the room have confirmed being told',
  'panels.room.recording.unknown': 'Not yet confirmed:',
  'panels.room.announcement': 'Announcement to the room',
  'panels.room.announcement.hint':
    'Stands on top of everybody’s screen until it is taken down, and goes into the minutes.',
  'panels.room.announcement.post': 'Put up',
  'panels.room.announcement.replace': 'Replace',
  'panels.room.announcement.takeDown': 'Take down',
  'panels.room.announcement.since': 'Up since {{time}}',
  'panels.room.reactions': 'Quick reactions',
  'panels.room.reactions.hint': 'Agreed, applause, thank you, cannot hear, slower please. Not kept.',
  'panels.room.reactions.nobody': 'Off',
  'panels.room.reactions.officials': 'Officials',
  'panels.room.reactions.everybody': 'Citizens too',

  'readiness.short.passed': 'Passed – {{gate}}',
  'readiness.short.open': 'Not passed – {{gate}} (until {{due}})',
  'readiness.sound': 'Sound check of each site',
  'readiness.sound.how':
    'Before the opening all hear the site whose sound is checked, and no other. It is noted by itself after some seconds; then check the next.',
  'readiness.sound.check': 'Check sound',
  'readiness.sound.checkOf': 'Check the sound: {{site}}',
  'readiness.sound.end': 'Stop',
  'readiness.sound.endOf': 'Stop checking the sound: {{site}}',
  'readiness.equipment.title': 'Record with our own equipment?',
  'readiness.equipment.what': 'The server keeps no recording of this session. What follows goes into the minutes.',
}
