// A mail server of a test's own: keeps what it is sent, may be away, may refuse an address, may be slow.
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export class MailSink {
  readonly received: ParsedMail[] = []
  /** Refused with 550, as for a mailbox that does not exist. */
  readonly unknown = new Set<string>()
  port = 0
  #server: SMTPServer | null = null
  #mayAnswer: Promise<void> = Promise.resolve()

  static async start(): Promise<MailSink> {
    const sink = new MailSink()
    await sink.open()
    return sink
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`
  }

  to(address: string): ParsedMail[] {
    return this.received.filter(({ to }) => to && !Array.isArray(to) && to.text.includes(address))
  }

  /** Whoever sends waits for the answer until the returned function is called. */
  holdAnswers(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#mayAnswer = promise
    return resolve
  }

  /** Takes mail, on the port it had before. */
  async open(): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      logger: false,
      onRcptTo: ({ address }, _session, answer) => {
        const refusal = Object.assign(new Error(`<${address}>: there is no such mailbox`), { responseCode: 550 })
        answer(this.unknown.has(address) ? refusal : null)
      },
      onData: (stream, _session, answer) => {
        simpleParser(stream, { keepCidLinks: true }).then((mail) => {
          this.received.push(mail)
          void this.#mayAnswer.then(() => answer(null))
        }, answer)
      },
    })
    server.listen(this.port, '127.0.0.1')
    await once(server.server, 'listening')
    this.port = (server.server.address() as AddressInfo).port
    this.#server = server
  }

  /** Connections are refused from now on. */
  async close(): Promise<void> {
    const server = this.#server
    this.#server = null
    if (server) await new Promise<void>((resolve) => server.close(() => resolve()))
  }
}
