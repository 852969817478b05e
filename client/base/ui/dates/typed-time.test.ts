import { describe, expect, it } from 'vitest'
import { isTime, readLeftTime, readTime } from './typed-time.ts'

describe('an hour that is typed', () => {
  it.each(['14:30', '14h30', '14H30', '14.30', '1430', '14 giờ 30', ' 14 : 30 '.replaceAll(' : ', ':')])(
    'is read: “%s”',
    (typed) => {
      expect(readTime(typed)).toBe('14:30')
    },
  )

  it.each(['8h', '8 giờ', '8:00', '08:00', '0800'])(
    'is read without its minutes, or without a nought: “%s”',
    (typed) => {
      expect(readTime(typed)).toBe('08:00')
    },
  )

  it.each(['', '8', '14', '143', '14:', '14:3', '24:00', '14:60', '2530', 'sáng', '2:30 PM'])(
    'is no hour, or not whole yet: “%s”',
    (typed) => {
      expect(readTime(typed)).toBeNull()
    },
  )

  it('may be short once nobody types on', () => {
    expect(['8', '14', '830', '1430', '24', '860', ''].map(readLeftTime)).toEqual([
      '08:00',
      '14:00',
      '08:30',
      '14:30',
      null,
      null,
      null,
    ])
  })

  it('is kept in one form alone', () => {
    expect(['14:30', '14h30', '8:00', ''].map(isTime)).toEqual([true, false, false, false])
  })
})
