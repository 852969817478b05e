import { describe, expect, it } from 'vitest'
import { delegateLine, delegateLines } from './delegate-lines.ts'

const pasted = (text: string) => delegateLines(text).map(({ name, title }) => [name, title])

describe('a pasted list of delegates', () => {
  it('has one name and title per line', () => {
    expect(pasted('Nguyễn Văn An; Chủ tịch UBND phường\nTrần Thị Bình')).toEqual([
      ['Nguyễn Văn An', 'Chủ tịch UBND phường'],
      ['Trần Thị Bình', null],
    ])
  })

  it('can come from a spreadsheet or a numbered list', () => {
    expect(pasted('1.\tLê Cường\tPhó Chủ tịch\n2) Phạm Dung, Trưởng phòng\n- Vũ Em;\r\n• Hồ Giang')).toEqual([
      ['Lê Cường', 'Phó Chủ tịch'],
      ['Phạm Dung', 'Trưởng phòng'],
      ['Vũ Em', null],
      ['Hồ Giang', null],
    ])
  })

  it('keeps every part of a long title', () => {
    expect(pasted('Đỗ Hà; Bí thư Đảng ủy; Chủ tịch HĐND')).toEqual([['Đỗ Hà', 'Bí thư Đảng ủy, Chủ tịch HĐND']])
  })

  it('ignores empty lines but counts them', () => {
    expect(delegateLines('\nNguyễn An\n\n  \nTrần Bình').map(({ line }) => line)).toEqual([2, 5])
  })

  it('can have the columns number, name, title and address', () => {
    expect(delegateLines('1\tNguyễn An\tBí thư, Chủ tịch; đại biểu\tan@tanlap.example')).toEqual([
      { line: 1, name: 'Nguyễn An', title: 'Bí thư, Chủ tịch; đại biểu', email: 'an@tanlap.example' },
    ])
    expect(delegateLines('Trần Bình; binh@tanlap.example')).toMatchObject([
      { title: null, email: 'binh@tanlap.example' },
    ])
  })

  it('is parsed back from its own output', () => {
    const people = [
      { name: 'Nguyễn An', title: 'Bí thư, Chủ tịch', email: 'an@tanlap.example' },
      { name: 'Trần Bình', title: null, email: null },
      { name: 'Lê Cường', title: null, email: 'cuong@tanlap.example' },
    ]
    const read = delegateLines(people.map(delegateLine).join('\n'))
    expect(read.map(({ line, ...person }) => person)).toEqual(people)
  })

  it('keeps a line without a name, so that the form can report it', () => {
    expect(pasted('; Chủ tịch')).toEqual([['', 'Chủ tịch']])
  })
})
