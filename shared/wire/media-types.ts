// The media types of the files that are handed out (RFC 6838, IANA's registry).
const office = 'application/vnd.openxmlformats-officedocument'

export const mediaTypes = {
  pdf: 'application/pdf',
  docx: `${office}.wordprocessingml.document`,
  xlsx: `${office}.spreadsheetml.sheet`,
  pptx: `${office}.presentationml.presentation`,
  csv: 'text/csv',
  txt: 'text/plain',
  vtt: 'text/vtt',
  ics: 'text/calendar',
  json: 'application/json',
  jsonl: 'application/jsonl',
  zip: 'application/zip',
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  mp4: 'video/mp4',
  m4a: 'audio/mp4',
} as const
