import { expect, it } from 'vitest'
import { vietnameseVoice } from './voice.ts'

const voice = (lang: string, localService = true) => ({ lang, localService })

it('takes a Vietnamese voice, however its language is written', () => {
  expect(vietnameseVoice([voice('en-US'), voice('vi_VN')])?.lang).toBe('vi_VN')
  expect(vietnameseVoice([voice('vi')])?.lang).toBe('vi')
})

it('takes one of the device rather than one that sends the words away', () => {
  expect(vietnameseVoice([voice('vi-VN', false), voice('vi-VN')])?.localService).toBe(true)
  expect(vietnameseVoice([voice('vi-VN', false)])).not.toBeNull()
})

it('takes none of another language', () => {
  expect(vietnameseVoice([voice('en-US'), voice('vai')])).toBeNull()
  expect(vietnameseVoice([])).toBeNull()
})
