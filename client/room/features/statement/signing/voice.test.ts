import { expect, it } from 'vitest'
import { vietnameseVoice } from './voice.ts'

const voice = (lang: string, localService = true) => ({ lang, localService })

it('selects a Vietnamese voice, with any spelling of the language tag', () => {
  expect(vietnameseVoice([voice('en-US'), voice('vi_VN')])?.lang).toBe('vi_VN')
  expect(vietnameseVoice([voice('vi')])?.lang).toBe('vi')
})

it('prefers a local voice to one that sends the text to a server', () => {
  expect(vietnameseVoice([voice('vi-VN', false), voice('vi-VN')])?.localService).toBe(true)
  expect(vietnameseVoice([voice('vi-VN', false)])).not.toBeNull()
})

it('selects no voice of another language', () => {
  expect(vietnameseVoice([voice('en-US'), voice('vai')])).toBeNull()
  expect(vietnameseVoice([])).toBeNull()
})
