import i18next from 'i18next'
import { describe, expect, it } from 'vitest'
import { SetUp } from '../../../shared/wire/rest.ts'
import { ApiError } from '../../base/api.ts'
import { strings as everybody } from '../../strings.vi.ts'
import { draftErrors, serverErrors } from '../sessions/new/draft-errors.ts'
import { emptyDraft, emptyGuest, emptyItem } from '../sessions/new/session-draft.ts'
import { strings as office } from '../strings.vi.ts'
import { formErrors } from './form-errors.ts'

const i18n = i18next.createInstance()
await i18n.init({
  lng: 'vi',
  resources: { vi: { translation: { ...everybody, ...office } } },
  keySeparator: false,
  nsSeparator: false,
})
const { t } = i18n

describe('the faults of a form', () => {
  it('are told by field: what is missing, what is too short, what is of the wrong form', () => {
    const account = { displayName: '', username: 'Lan Trần', password: 'ngắn', token: 'a' }
    expect(formErrors(t, SetUp, account)).toEqual({
      displayName: 'Hãy điền mục này.',
      username: 'Nội dung chưa đúng dạng.',
      password: 'Ít nhất 12 ký tự.',
    })
  })

  it('call an empty field missing, whatever else it would have to be', () => {
    expect(
      formErrors(t, SetUp, { displayName: 'Lan', username: '', password: 'một câu dài dễ nhớ', token: 'a' }),
    ).toEqual({
      username: 'Hãy điền mục này.',
    })
  })
})

describe('the faults of a new session', () => {
  const draft = {
    ...emptyDraft('2026-12-01'),
    title: 'Tiếp công dân',
    place: 'Trụ sở',
    chair: { name: 'Hùng', title: '', email: '' },
    secretary: { name: 'Lan', title: '', email: '' },
    centre: { name: 'Trung tâm', delegates: 'Nguyễn An\n; Trưởng phòng' },
  }

  it('point at the line of a pasted list', () => {
    expect(draftErrors(t, draft)).toEqual({ 'centre.delegates': 'Dòng 2: thiếu họ tên.' })
  })

  it('name a delegate listed twice, a name too long, hidden characters and a bad address, each by its line', () => {
    const told = (delegates: string) => draftErrors(t, { ...draft, centre: { name: 'Trung tâm', delegates } })
    const line = (text: string) => ({ 'centre.delegates': text })
    expect(told('Nguyễn An; Trưởng phòng\nLê Bình\nNGUYỄN  AN; trưởng phòng')).toEqual(
      line('Dòng 3: trùng với dòng 1.'),
    )
    expect(told('Nguyễn An; Trưởng phòng\nNguyễn An; Phó phòng')).toEqual({})
    expect(told(`${'x'.repeat(300)}\nLê \u202eBình\nVũ Em; em@`)).toEqual(
      line(
        'Dòng 1: Nhiều nhất 120 ký tự. Dòng 2: Có ký tự ẩn hoặc ký tự đảo chiều chữ. Hãy xóa và gõ lại. ' +
          'Dòng 3: Địa chỉ thư điện tử chưa đúng. Ví dụ: an.nguyen@tinh.gov.vn',
      ),
    )
  })

  it('name a reporter who is no longer on the form', () => {
    const agenda = [{ ...emptyItem('i'), title: 'Báo cáo', reporter: 'Nguyễn An' }]
    expect(draftErrors(t, { ...draft, centre: { name: 'Trung tâm', delegates: 'Nguyễn An' }, agenda })).toEqual({})
    expect(draftErrors(t, { ...draft, centre: { name: 'Trung tâm', delegates: '' }, agenda })).toEqual({
      'agenda.0.reporter': '“Nguyễn An” không còn trong danh sách. Hãy chọn lại.',
    })
  })

  it('ask for the site of an operator', () => {
    const guests = [{ ...emptyGuest('g'), name: 'Hà', role: 'siteOperator' as const }]
    expect(draftErrors(t, { ...draft, centre: { name: 'Trung tâm', delegates: '' }, guests })).toEqual({
      'guests.0.site': 'Hãy chọn điểm cầu cho người này.',
    })
  })

  it('that the server found are shown at their field, or as a whole when they have none', () => {
    const refused = new ApiError('unavailable', '', 503, { field: 'participants.1' })
    expect(Object.keys(serverErrors(t, draft, refused) ?? {})).toEqual(['secretary.name'])
    expect(serverErrors(t, draft, new ApiError('unavailable', '', 503))).toBeNull()
  })
})
