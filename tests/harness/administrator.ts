// An administrator of a running server, who does over REST what staff do in a browser.
import { z } from 'zod'
import { aCommune } from './agency.ts'
import { aSession } from './http.ts'

export class Office {
  readonly #url: string
  readonly #cookie: string
  private constructor(url: string, cookie: string) {
    this.#url = url
    this.#cookie = cookie
  }

  static async enters(url: string, door: 'setup' | 'login', body: object): Promise<Office> {
    const answer = await fetch(`${url}/api/${door}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    })
    if (!answer.ok) throw new Error(`${door} is answered with ${answer.status}: ${await answer.text()}`)
    const cookies = answer.headers.getSetCookie().map((one) => one.split(';')[0])
    const office = new Office(url, cookies.join('; '))
    if (door === 'login') await office.#setAgency()
    return office
  }

  /** The first thing that a new installation asks for. */
  async #setAgency(): Promise<void> {
    const { isSet } = z.object({ isSet: z.boolean() }).parse(JSON.parse(`${await this.get('/agency')}`))
    if (isSet) return
    const answer = await fetch(`${this.#url}/api/agency`, {
      method: 'PUT',
      body: JSON.stringify(aCommune),
      headers: { cookie: this.#cookie, 'content-type': 'application/json' },
    })
    if (!answer.ok) throw new Error(`the agency is answered with ${answer.status}: ${await answer.text()}`)
  }

  async get(path: string): Promise<Buffer> {
    const answer = await fetch(`${this.#url}/api${path}`, { headers: { cookie: this.#cookie } })
    if (!answer.ok) throw new Error(`${path} is answered with ${answer.status}: ${await answer.text()}`)
    return Buffer.from(await answer.arrayBuffer())
  }

  async post(path: string, body: object | FormData): Promise<unknown> {
    const isForm = body instanceof FormData
    const answer = await fetch(`${this.#url}/api${path}`, {
      method: 'POST',
      body: isForm ? body : JSON.stringify(body),
      headers: { cookie: this.#cookie, ...(isForm ? {} : { 'content-type': 'application/json' }) },
    })
    if (!answer.ok) throw new Error(`${path} is answered with ${answer.status}: ${await answer.text()}`)
    return answer.json().catch(() => null)
  }

  async books(): Promise<string> {
    return z.object({ sessionId: z.string() }).parse(await this.post('/sessions', aSession())).sessionId
  }

  async hands(sessionId: string, pdf: Buffer): Promise<void> {
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(pdf)]), 'Báo cáo.pdf')
    await this.post(`/sessions/${sessionId}/documents`, form)
  }

  /** Whether there is such a session here. */
  async knows(sessionId: string): Promise<boolean> {
    const answer = await fetch(`${this.#url}/api/sessions/${sessionId}`, { headers: { cookie: this.#cookie } })
    return answer.ok
  }

  async documents(sessionId: string) {
    const list = z.object({ documents: z.array(z.object({ documentId: z.string() })) })
    return list.parse(JSON.parse(`${await this.get(`/sessions/${sessionId}/documents`)}`)).documents
  }

  journal = async (sessionId: string) => `${await this.get(`/sessions/${sessionId}/journal.jsonl`)}`
}
