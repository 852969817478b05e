// Petitions and the steps of an office, over REST.
import type { NewCaseBody, ReceivedCase, WebPetitionBody } from '../../shared/wire/casework/cases.ts'
import type { Answer, HttpServer } from './http.ts'

export type NamedFile = readonly [name: string, content: Uint8Array]

export const aPetition = (changes: Partial<NewCaseBody> = {}): NewCaseBody => ({
  way: 'hand',
  receivedOn: '2026-11-20',
  writtenOn: '2026-11-18',
  kind: 'complaint',
  signers: 1,
  subject: 'Khiếu nại quyết định thu hồi đất tại thôn 3',
  content: 'Đề nghị xem xét lại diện tích bị thu hồi và mức bồi thường.',
  petitioners: [
    {
      name: 'Đỗ Văn Bảy',
      address: 'Thôn 3, xã Tân Lập',
      phone: '0912 345 678',
      email: 'bay@example.vn',
      identity: null,
    },
  ],
  ...changes,
})

export const aWebPetition = (changes: Partial<WebPetitionBody> = {}): WebPetitionBody => ({
  kind: 'reflection',
  name: 'Nguyễn Thị Sáu',
  address: 'Tổ 5, phường Hải Châu',
  phone: '0987 654 321',
  subject: 'Đường vào trường học ngập nước',
  content: 'Đoạn đường trước cổng trường ngập sau mỗi trận mưa.',
  ...changes,
})

export function petitionForm(petition: unknown, files: readonly NamedFile[] = []): FormData {
  const form = new FormData()
  form.append('petition', JSON.stringify(petition))
  for (const [name, content] of files) form.append('files', new Blob([new Uint8Array(content)]), name)
  return form
}

/** One account of an office at work on cases. */
export class Office {
  readonly #server: HttpServer
  readonly #cookie: string

  constructor(server: HttpServer, cookie: string) {
    this.#server = server
    this.#cookie = cookie
  }

  receive = (petition: NewCaseBody = aPetition(), files: readonly NamedFile[] = []): Promise<Answer> =>
    this.#server.submit('/api/cases', petitionForm(petition, files), { cookie: this.#cookie })

  async received(petition?: NewCaseBody, files?: readonly NamedFile[]): Promise<ReceivedCase> {
    const { status, body } = await this.receive(petition, files)
    if (status !== 201) throw new Error(JSON.stringify(body))
    return body
  }

  get = (path: string): Promise<Answer> => this.#server.call('GET', `/api${path}`, { cookie: this.#cookie })
  post = (path: string, body: object): Promise<Answer> =>
    this.#server.call('POST', `/api${path}`, { cookie: this.#cookie, body })
  put = (path: string, body: object): Promise<Answer> =>
    this.#server.call('PUT', `/api${path}`, { cookie: this.#cookie, body })

  async detail(caseId: string) {
    return (await this.get(`/cases/${caseId}`)).body
  }

  /** 204, or the code of the refusal; on the case as it is now, unless another version is named. */
  async does(caseId: string, step: string, body: object = {}): Promise<string | number> {
    const seq = (await this.detail(caseId)).row?.seq ?? 1
    const answer = await this.#server.call('POST', `/api/cases/${caseId}/${step}`, {
      cookie: this.#cookie,
      body: { seq, ...body },
    })
    return answer.status === 204 ? 204 : answer.status === 200 ? answer.body : answer.body.error.code
  }

  /** Conditions met, own competence. */
  async takesUp(caseId: string): Promise<void> {
    const checks = [{ condition: 'signed', wording: 'Đơn có chữ ký', isMet: true }]
    await this.does(caseId, 'check', { checks, note: null })
    await this.does(caseId, 'competence', { outcome: 'own', body: null, reason: null })
  }
}
