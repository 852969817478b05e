// A transcript as plain text, and as WebVTT (https://www.w3.org/TR/webvtt1/) for use with a film. Each states that it
// is not the record.
import type { Ms } from '../../../shared/kernel/ids.ts'
import type { Transcript } from '../../../shared/wire/hearing/captions.ts'

type Lines = Transcript['lines']

const nature = 'BẢN GHI LỜI (NHÁP) – KHÔNG PHẢI BIÊN BẢN'
const automatic = '(tự động)'
const automaticNature = `Dòng có chữ ${automatic} do máy nhận dạng, chưa có người kiểm tra.`
const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

export const transcriptText = (title: string, lines: Lines): string =>
  [
    nature,
    title,
    ...(hasAutomatic(lines) ? [automaticNature] : []),
    '',
    ...lines.map(({ from, speakerName, text, isAutomatic }) => {
      const words = speakerName === null ? text : `${speakerName}: ${text}`
      return `[${clock.format(from)}] ${isAutomatic ? `${automatic} ` : ''}${words}`
    }),
    '',
  ].join('\n')

const hasAutomatic = (lines: Lines) => lines.some(({ isAutomatic }) => isAutomatic)

/** `beganAt`: what its times count from; null: from its own first word. */
export function transcriptVtt(title: string, lines: Lines, beganAt: Ms | null): string {
  const origin = beganAt ?? lines[0]?.from ?? 0
  // A comment of WebVTT may not hold the arrow.
  const heading = [
    `NOTE ${nature}`,
    title.replaceAll('-->', '→'),
    ...(hasAutomatic(lines) ? [automaticNature] : []),
  ].join('\n')
  const cues = lines.map(({ from, to, speakerName, text, isAutomatic }) => {
    const times = `${cueTime(from - origin)} --> ${cueTime(Math.max(to, from + shortestCueMs) - origin)}`
    const voice = speakerName === null ? '' : `<v ${escaped(speakerName)}>`
    return `${times}\n${voice}${isAutomatic ? `${automatic} ` : ''}${escaped(text)}`
  })
  return `${['WEBVTT', heading, ...cues].join('\n\n')}\n`
}

/** A cue must end after it has begun, and somebody is to read it. */
const shortestCueMs = 1000

function cueTime(milliseconds: number): string {
  const whole = Math.max(0, Math.round(milliseconds))
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  const hours = two(whole / 3_600_000)
  const minutes = two((whole / 60_000) % 60)
  const seconds = two((whole / 1000) % 60)
  return `${hours}:${minutes}:${seconds}.${String(whole % 1000).padStart(3, '0')}`
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
