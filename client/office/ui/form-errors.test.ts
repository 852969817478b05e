import i18next from 'i18next'
import { describe, expect, it } from 'vitest'
import { SetUp } from '../../../shared/wire/identity/account.ts'
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

describe('the errors of a form', () => {
  it('are reported by field: missing, too short, or of a wrong format', () => {
    const account = { displayName: '', username: 'Lan Trần', password: 'ngắn', token: 'a' }
    expect(formErrors(t, SetUp, account)).toEqual({
      displayName: 'Hãy điền mục này.',
      username: 'Nội dung chưa đúng dạng.',
      password: 'Ít nhất 12 ký tự.',
    })
  })

  it('report an empty field as missing, whatever else it requires', () => {
    expect(
      formErrors(t, SetUp, { displayName: 'Lan', username: '', password: 'một câu dài dễ nhớ', token: 'a' }),
    ).toEqual({
      username: 'Hãy điền mục này.',
    })
  })
})

describe('the errors of a new session', () => {
  const draft = {
    ...emptyDraft('2026-12-01'),
    title: 'Tiếp công dân',
    place: 'Trụ sở',
    chair: { name: 'Hùng', title: '', email: '' },
    secretary: { name: 'Lan', title: '', email: '' },
    centre: { name: 'Trung tâm', delegates: 'Nguyễn An\n; Trưởng phòng' },
  }

  it('name the line of a pasted list', () => {
    expect(draftErrors(t, draft)).toEqual({ 'centre.delegates': 'Dòng 2: thiếu họ tên.' })
  })

  it('report a duplicate delegate, a long name, hidden characters and a bad address by line', () => {
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

  it('report a reporter who was removed from the form', () => {
    const agenda = [{ ...emptyItem('i'), title: 'Báo cáo', reporter: 'Nguyễn An' }]
    expect(draftErrors(t, { ...draft, centre: { name: 'Trung tâm', delegates: 'Nguyễn An' }, agenda })).toEqual({})
    expect(draftErrors(t, { ...draft, centre: { name: 'Trung tâm', delegates: '' }, agenda })).toEqual({
      'agenda.0.reporter': '“Nguyễn An” không còn trong danh sách. Hãy chọn lại.',
    })
  })

  it('report a site operator without a site', () => {
    const guests = [{ ...emptyGuest('g'), name: 'Hà', role: 'siteOperator' as const }]
    expect(draftErrors(t, { ...draft, centre: { name: 'Trung tâm', delegates: '' }, guests })).toEqual({
      'guests.0.site': 'Hãy chọn điểm cầu cho người này.',
    })
  })

  it('of the server are shown at their field, or for the whole form', () => {
    const refused = new ApiError('unavailable', '', 503, { field: 'participants.1' })
    expect(Object.keys(serverErrors(t, draft, refused) ?? {})).toEqual(['secretary.name'])
    expect(serverErrors(t, draft, new ApiError('unavailable', '', 503))).toBeNull()
  })
})
