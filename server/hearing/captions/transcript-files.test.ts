import { expect, it } from 'vitest'
import type { Transcript } from '../../../shared/wire/hearing/captions.ts'
import { transcriptText, transcriptVtt } from './transcript-files.ts'

// 09:00 in Vietnam.
const nine = Date.parse('2026-11-26T02:00:00Z')
const lines: Transcript['lines'] = [
  {
    lineId: 'a',
    from: nine + 61_250,
    to: nine + 64_000,
    speaker: null,
    speakerName: null,
    text: 'Kính thưa hội nghị',
    isAutomatic: false,
  },
  {
    lineId: 'b',
    from: nine + 3_600_000,
    to: nine + 3_600_000,
    speaker: null,
    speakerName: 'Phạm <Thu> Hà',
    text: 'Giá đất --> tăng & giảm',
    isAutomatic: false,
  },
]

it('as text, has Vietnamese time and speaker names, and states that it is not the record', () => {
  expect(transcriptText('Hội nghị giao ban', lines).split('\n')).toEqual([
    'BẢN GHI LỜI (NHÁP) – KHÔNG PHẢI BIÊN BẢN',
    'Hội nghị giao ban',
    '',
    '[09:01:01] Kính thưa hội nghị',
    '[10:00:00] Phạm <Thu> Hà: Giá đất --> tăng & giảm',
    '',
  ])
})

it('as WebVTT, counts times from the start of the recording and escapes all markup', () => {
  expect(transcriptVtt('A --> B', lines, nine)).toBe(
    [
      'WEBVTT',
      '',
      'NOTE BẢN GHI LỜI (NHÁP) – KHÔNG PHẢI BIÊN BẢN',
      'A → B',
      '',
      '00:01:01.250 --> 00:01:04.000',
      'Kính thưa hội nghị',
      '',
      '01:00:00.000 --> 01:00:01.000',
      '<v Phạm &lt;Thu&gt; Hà>Giá đất --&gt; tăng &amp; giảm',
      '',
    ].join('\n'),
  )
})

it('as WebVTT without a recording, counts times from the first line', () => {
  expect(transcriptVtt('Hội nghị', lines, null)).toContain('00:00:00.000 --> 00:00:02.750')
})

it('marks each automatic line, and explains the mark at the top', () => {
  const mixed = lines.map((line, index) => ({ ...line, isAutomatic: index === 1 }))
  expect(transcriptText('Hội nghị', mixed).split('\n').slice(2)).toEqual([
    'Dòng có chữ (tự động) do máy nhận dạng, chưa có người kiểm tra.',
    '',
    '[09:01:01] Kính thưa hội nghị',
    '[10:00:00] (tự động) Phạm <Thu> Hà: Giá đất --> tăng & giảm',
    '',
  ])
  const vtt = transcriptVtt('Hội nghị', mixed, nine)
  expect(vtt).toContain(
    'NOTE BẢN GHI LỜI (NHÁP) – KHÔNG PHẢI BIÊN BẢN\nHội nghị\nDòng có chữ (tự động) do máy nhận dạng',
  )
  expect(vtt).toContain('<v Phạm &lt;Thu&gt; Hà>(tự động) Giá đất')
  expect(vtt).toContain('\nKính thưa hội nghị\n')
})
