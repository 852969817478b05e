// A lawful “no” to what gives out a number, thrown as the rules gave it.

import type { CommandReply } from '../../../shared/wire/engine/socket-events.ts'

export class Refused extends Error {
  override name = 'Refused'
  readonly reply: Extract<CommandReply, { ok: false }>

  constructor(reply: Extract<CommandReply, { ok: false }>) {
    super(reply.rejection.code)
    this.reply = reply
  }
}
