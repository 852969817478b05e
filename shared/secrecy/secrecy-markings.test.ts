import { describe, expect, it } from 'vitest'
import { admittanceOn, InstallationProfile, isStateSecret, SecrecyLevel } from './levels.ts'
import { secrecyMarkingIn } from './secrecy-markings.ts'

describe('the marking of a secret paper', () => {
  it.each([
    ['MẬT', 'confidential'],
    ['TỐI MẬT', 'secret'],
    ['TUYỆT MẬT', 'topSecret'],
    ['M Ậ T', 'confidential'],
    ['T Ố I   M Ậ T', 'secret'],
    ['T U Y Ệ T  M Ậ T', 'topSecret'],
    ['TUYỆT  MẬT', 'topSecret'],
    ['  *** MẬT ***  ', 'confidential'],
    ['[TỐI MẬT]', 'secret'],
    ['| MẬT |', 'confidential'],
    ['Độ mật: Tối mật', 'secret'],
    ['ĐỘ MẬT: MẬT', 'confidential'],
    ['TỐI MẬT – Bản số: 03', 'secret'],
    ['MẬT\u00a0', 'confidential'],
  ])('is recognised in “%s”', (text, level) => {
    expect(secrecyMarkingIn(text)).toBe(level)
    expect(secrecyMarkingIn(text.normalize('NFD'))).toBe(level)
  })

  it('is a line of its own anywhere in the text; the highest level counts', () => {
    expect(secrecyMarkingIn('ỦY BAN NHÂN DÂN\nSố: 12/BC-UBND\r\nMẬT\nBáo cáo')).toBe('confidential')
    expect(secrecyMarkingIn('MẬT\nTUYỆT MẬT\nTỐI MẬT')).toBe('topSecret')
  })

  it.each([
    'bảo mật',
    'BẢO MẬT',
    'mật khẩu',
    'MẬT KHẨU',
    'mật độ dân cư',
    'MẬT ĐỘ XÂY DỰNG',
    'mật',
    'Mật ong',
    'Bí mật',
    'BÍ MẬT NHÀ NƯỚC',
    'tối mật',
    'TỐI MẶT',
    'MẶT',
    'MAT',
    'Tài liệu này không có dấu MẬT hay TỐI MẬT.',
    'ĐỘ MẬT',
    'Độ mật: không',
    'KHÔNG MẬT',
    'THƯ MẬT VỤ',
    '',
    '***',
  ])('is not recognised in “%s”', (text) => {
    expect(secrecyMarkingIn(text)).toBeNull()
    expect(secrecyMarkingIn(text.normalize('NFD'))).toBeNull()
  })
})

describe('the levels of secrecy', () => {
  it('are state secrets from Mật upwards', () => {
    expect(SecrecyLevel.options.filter(isStateSecret)).toEqual(['confidential', 'secret', 'topSecret'])
  })

  it('that are state secrets are allowed in the closed network only, citing the law', () => {
    for (const profile of InstallationProfile.options) {
      const { highest, source, mark } = admittanceOn(profile, '2026-11-26')
      expect(isStateSecret(highest)).toBe(profile === 'closedLan')
      expect(source).toContain('Luật Bảo vệ bí mật nhà nước')
      expect(mark).toBe('check')
    }
  })
})
