// Clauses of the minutes about what was shown and what was recorded.
import type { CourseLine, RecordingStep } from '../../../shared/projections/minutes.ts'
import type { MediaSource } from '../../../shared/wire/engine/media-requests.ts'
import type { InterruptionCause } from '../../../shared/wire/hearing/recording.ts'
import { hourAndMinute, twoDigits } from '../model/times.ts'
import { type Meeting, meetingNoun } from './meeting-nouns.ts'
import { described, mention, office } from './name-wording.ts'

/** What is shown and recorded. */
type ShownKind =
  | 'documentPresented'
  | 'documentStudied'
  | 'screenShared'
  | 'cameraOff'
  | 'recordingGap'
  | 'recording'
  | 'ownRecording'

export function shownClause(line: Extract<CourseLine, { kind: ShownKind }>, meeting: Meeting): string {
  const noun = meetingNoun(meeting)
  switch (line.kind) {
    case 'documentPresented':
      return `${mention(line.who)} trình chiếu tài liệu “${line.title}”`
    case 'documentStudied':
      return documentStudied(line)
    case 'screenShared':
      return `${mention(line.who)} trình chiếu màn hình`
    case 'cameraOff':
      return line.until === null
        ? `không có hình của ${mention(line.who)}`
        : `không có hình của ${mention(line.who)} đến ${hourAndMinute(line.until)}`
    case 'recordingGap':
      return recordingGap(line)
    case 'recording':
      if (line.step === 'confirmed') return 'máy chủ bắt đầu ghi âm, ghi hình'
      return `${office(line.by)} thông báo ${recordingStep(line, line.step, noun)}`
    case 'ownRecording':
      return line.isAllowed
        ? `Chủ tọa thông báo công dân được tự ghi âm, ghi hình ${noun}`
        : `Chủ tọa thông báo công dân không được tự ghi âm, ghi hình, phát trực tiếp ${noun}`
  }
}

function documentStudied({ title, people, sites }: CourseLine & { kind: 'documentStudied' }): string {
  const where = sites > 0 ? ` tại ${twoDigits(sites)} điểm cầu` : ''
  return `đã có ${twoDigits(people)} người${where} xác nhận đã quán triệt tài liệu “${title}”`
}

/** Whose recording it is stands where it begins: ADR 0027, ADR 0051. */
function recordingStep(
  { reason, equipment }: CourseLine & { kind: 'recording' },
  step: Exclude<RecordingStep, 'confirmed'>,
  noun: string,
): string {
  switch (step) {
    case 'announced':
      return `${noun} được ghi âm, ghi hình`
    case 'withdrawn':
      return `${noun} không được ghi âm, ghi hình`
    case 'started':
      return `bắt đầu ghi âm, ghi hình bằng thiết bị của cơ quan${
        equipment ? ` (${equipment.device}), người ghi: ${described(equipment.recorder)}. Lý do: ${reason}` : ''
      }`
    case 'paused':
      return `tạm dừng ghi âm, ghi hình. Lý do: ${reason}`
    case 'resumed':
      return 'tiếp tục ghi âm, ghi hình'
    case 'stopped':
      return 'kết thúc ghi âm, ghi hình'
  }
}

const sourceWords: Readonly<Record<MediaSource, string>> = {
  microphone: 'tiếng nói',
  camera: 'hình',
  screen: 'màn hình trình chiếu',
  screenSound: 'tiếng của màn hình trình chiếu',
}

const causeWords: Readonly<Record<InterruptionCause, string>> = {
  noRecorder: 'máy chủ không có chương trình ghi',
  diskFull: 'ổ đĩa của máy chủ hết chỗ',
  programEnded: 'chương trình ghi dừng đột ngột',
  nothingWritten: 'dữ liệu không ghi được xuống ổ đĩa',
  clockChanged: 'đồng hồ máy chủ bị chỉnh',
  serverRestarted: 'máy chủ khởi động lại',
}

function recordingGap({ of, cause, until }: CourseLine & { kind: 'recordingGap' }): string {
  const what = of
    ? `không ghi được ${sourceWords[of.source]} của ${mention(of.who)}`
    : 'việc ghi âm, ghi hình gián đoạn'
  return `${what}${until === null ? '' : ` đến ${hourAndMinute(until)}`} (${causeWords[cause]})`
}
