// A mail server for tests: stores what it is sent, and can be unreachable, refuse an address, or be slow.
import { once } from 'node:events'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { freePort } from './free-port.ts'

export class MailSink {
  readonly received: ParsedMail[] = []
  /** Refused with 550, as for a mailbox that does not exist. */
  readonly unknown = new Set<string>()
  /** Its own while it is away, too. */
  readonly port: number
  #server: SMTPServer | null = null
  #mayAnswer: Promise<void> = Promise.resolve()

  private constructor(port: number) {
    this.port = port
  }

  static async start(): Promise<MailSink> {
    const sink = new MailSink(await freePort())
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

  /** Takes mail, on the same port each time. */
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
    this.#server = server
  }

  /** Connections are refused from now on. */
  async close(): Promise<void> {
    const server = this.#server
    this.#server = null
    if (server) await new Promise<void>((resolve) => server.close(() => resolve()))
  }
}
