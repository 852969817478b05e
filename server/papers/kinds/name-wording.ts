// How the papers call people and things in Vietnamese: roles, ranks of sites, marks, endings, languages. No gender is assumed: ông/bà.
import type { z } from 'zod'
import type { Language, Role } from '../../../shared/kernel/ids.ts'
import type { PersonKind } from '../../../shared/law/identity-papers.ts'
import type { IdentificationMethod } from '../../../shared/modules/admission/contract.ts'
import type { RollcallMark } from '../../../shared/modules/rollcall/contract.ts'
import type { Interval } from '../../../shared/projections/attendance.ts'
import type { Doer, Named } from '../../../shared/projections/minutes.ts'
import type { MinutesSite } from '../../../shared/projections/minutes-people.ts'
import type { Person } from '../../../shared/wire/engine/socket-events.ts'

export const roleNames: Record<Role, string> = {
  chair: 'Chủ tọa',
  secretary: 'Thư ký',
  siteOperator: 'Phụ trách điểm cầu',
  citizen: 'Công dân',
  observer: 'Quan sát viên',
}

/** Somebody named at a site, without a page of their own. */
export const delegateName = 'Đại biểu'

export const languageNames: Record<Language | 'signLanguage', string> = {
  signLanguage: 'ngôn ngữ ký hiệu',
  vi: 'tiếng Việt',
  tyz: 'tiếng Tày',
  nut: 'tiếng Nùng',
  blt: 'tiếng Thái',
  mtq: 'tiếng Mường',
  hmn: 'tiếng Mông',
  ium: 'tiếng Dao',
  km: 'tiếng Khmer',
  cjm: 'tiếng Chăm',
  rad: 'tiếng Ê Đê',
  jra: 'tiếng Gia Rai',
  bdq: 'tiếng Ba Na',
  sed: 'tiếng Xơ Đăng',
  kpm: 'tiếng Cơ Ho',
  hre: 'tiếng Hrê',
  en: 'tiếng Anh',
  zh: 'tiếng Trung Quốc',
  lo: 'tiếng Lào',
  fr: 'tiếng Pháp',
  ru: 'tiếng Nga',
  ja: 'tiếng Nhật',
  ko: 'tiếng Hàn Quốc',
}

export const rankNames: Record<MinutesSite['rank'], string> = {
  centre: 'Điểm cầu trung tâm',
  branch: 'Điểm cầu thành phần',
}

export const markNames: Record<RollcallMark, string> = {
  present: 'có mặt',
  late: 'đến muộn',
  leftEarly: 'ra về sớm',
  absentWithLeave: 'vắng có phép',
  absentWithoutLeave: 'vắng không phép',
  substitute: 'có người dự thay',
}
export const notMarked = 'chưa điểm danh'

export const identificationNames: Record<z.infer<typeof IdentificationMethod>, string> = {
  link: 'Liên kết riêng do cơ quan cấp',
  document: 'Giấy tờ tùy thân',
  known: 'Cán bộ tiếp nhận biết rõ',
}

export const endingNames: Record<NonNullable<Interval['ending']>, string> = {
  waiting: 'Trở lại phòng chờ',
  lost: 'Mất kết nối',
  left: 'Rời phòng họp',
  refused: 'Không được chấp nhận',
  removed: 'Được yêu cầu rời phòng họp',
  withdrawn: 'Không tiếp tục tham gia',
  closed: 'Phiên họp kết thúc',
}

export const personKindNames: Record<PersonKind, string> = {
  citizen: 'công dân',
  representative: 'người đại diện',
  authorised: 'người được ủy quyền',
  lawyer: 'luật sư',
  legalAid: 'trợ giúp viên pháp lý',
}

/** Whom a sentence names as the one who did it. The floor is given by those present alone. */
export const office = (by: Doer): string => roleNames[by ?? 'chair']

/** Named: by office in the room, as an official of the agency from outside it. */
export const decider = (by: Doer, person: Person): string =>
  by === null ? `${described(person)}, cán bộ của cơ quan,` : `${office(by)} (${described(person)})`

/** ông/bà Nguyễn Thị Hằng (điểm cầu Sở Y tế) */
export function mention({ name, role, site }: Named): string {
  const notes = [role === 'siteOperator' && site ? [] : roleNames[role], site ? atSite(site) : []].flat()
  return `${withHonorific(name)} (${notes.join(', ')})`
}

export const described = ({ name, title }: Person) => `${withHonorific(name)}${title ? `, ${title}` : ''}`

/** Who was entered with an honorific keeps that one. */
const withHonorific = (name: string) => (/^(ông|bà)\s/iu.test(name) ? name : `ông/bà ${name}`)

export const sitePrefix = /^điểm cầu\s+/iu
export const atSite = (site: string) => `điểm cầu ${site.replace(sitePrefix, '')}`
