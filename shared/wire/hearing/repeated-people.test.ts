import { expect, it } from 'vitest'
import { repeatedPeople } from './repeated-people.ts'

const listed = (...people: [name: string, title: string | null, place?: number][]) =>
  repeatedPeople(people.map(([name, title, place = 0]) => ({ name, title, place })))

it('finds who is listed again, however it was typed', () => {
  expect(listed(['Nguyễn An', 'Chủ tịch'], ['Lê Bình', null], [' nguyễn  AN', 'chủ tịch'])).toEqual([
    { index: 2, first: 0 },
  ])
  expect(listed(['Hoà'.normalize('NFD'), 'Chủ tịch'], ['Hoà'.normalize('NFC'), 'Chủ tịch'])).toHaveLength(1)
})

it('tells namesakes apart by their title, and by their site where none is given', () => {
  expect(listed(['Nguyễn An', 'Chủ tịch'], ['Nguyễn An', 'Trưởng phòng'])).toEqual([])
  expect(listed(['Nguyễn An', null, 0], ['Nguyễn An', null, 1])).toEqual([])
  expect(listed(['Nguyễn An', null, 1], ['Nguyễn An', null, 1])).toHaveLength(1)
})

it('does not call missing names repetitions of each other', () => {
  expect(listed(['', null], [' ', null])).toEqual([])
})
