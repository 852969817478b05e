// A reception calendar for tests: an officer, a day, and a citizen who books.
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { z } from 'zod'
import { calendarDayOf, calendarOf, isWorkingDay } from '../../shared/law/working-days.ts'
import type {
  BookingForm,
  Challenge,
  NewOfficer,
  Proof,
  SittingBody,
} from '../../shared/wire/reception/appointments.ts'
import type { Answer, HttpServer } from './http.ts'

const dayMs = 24 * 60 * 60 * 1000

/** A working day, so many from today on. */
export function workingDay(server: Pick<HttpServer, 'now'>, count: number): string {
  let at = server.now()
  for (let left = count; left > 0; ) {
    at += dayMs
    if (isWorkingDay(at, calendarOf([]))) left--
  }
  return calendarDayOf(at)
}

export const anOfficer = {
  name: 'Nguyễn Thị Hồng Ánh',
  title: 'Chủ tịch Ủy ban nhân dân xã',
  position: 'head',
} satisfies z.input<typeof NewOfficer>

/** Two appointments of half an hour, one citizen at a time. */
export const aSitting = (changes: Partial<SittingBody> & Pick<SittingBody, 'date' | 'officerId'>): SittingBody => ({
  kind: 'regular',
  substituteId: null,
  place: 'Số 1 đường Trần Phú, xã Tân Lập',
  branchSites: ['Nhà văn hóa thôn 3'],
  ownBrowser: null,
  from: '08:00',
  to: '09:00',
  slotMinutes: 30,
  capacity: 1,
  ...changes,
})

export const aForm = (changes: Partial<z.input<typeof BookingForm>> = {}): z.input<typeof BookingForm> => ({
  name: 'Đỗ Văn Bảy',
  phone: '0912 345 678',
  email: null,
  address: 'Thôn 3, xã Tân Lập',
  subject: 'Ranh giới thửa đất số 45',
  matter: 'complaint',
  asksSecrecy: false,
  interpreter: null,
  priority: null,
  party: { kind: 'self' },
  ...changes,
})

/** As the page of a browser earns it. */
export async function proofFor(server: HttpServer): Promise<Proof> {
  const challenge = (await server.call('GET', '/api/reception/challenge')).body as Challenge
  const solution = await solveChallenge({ challenge, deriveKey })
  if (!solution) throw new Error('the work is too much')
  return { challenge, solution }
}

export interface Hour {
  readonly date: string
  readonly sittingId: string
  readonly time: string
  readonly siteId: string | null
}

/** A citizen books; each comes from an address of their own unless told otherwise. */
export async function book(
  server: HttpServer,
  place: Hour,
  form: z.input<typeof BookingForm>,
  address = '203.0.113.7',
): Promise<Answer> {
  const proof = await proofFor(server)
  return server.call('POST', '/api/reception/appointments', { body: { place, form, proof }, address })
}
