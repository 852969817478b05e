// How a panel changes anything: useCommand('floor.grant')({ … }). One id per call, sent again with the same id after a
// lost connection, so that it takes effect once.
import { notifications } from '@mantine/notifications'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandReply, Person, PersonReply } from '../../../shared/wire/engine/socket-events.ts'
import type { AssistReply, AssistRequest } from '../../../shared/wire/hearing/health.ts'
import { rejectionText } from '../../base/i18n/index.ts'
import type { CommandInput, CommandType } from './aggregate.ts'
import { assist, registerPerson, sendCommand } from './live-session.ts'

interface CommandOptions {
  /** The caller shows a rejection itself. */
  quiet?: boolean
}

type Sender<Input, Reply> = ((input: Input) => Promise<Reply>) & { readonly isPending: boolean }

/** The reply is returned, never thrown; a rejection is also shown as a notification unless `quiet`. */
export function useCommand<Type extends CommandType>(
  type: Type,
  options: CommandOptions = {},
): Sender<CommandInput<Type>, CommandReply> {
  return useSender((data: CommandInput<Type>) => sendCommand(type, data), type, options)
}

/** Names somebody, so that a command can refer to them by the personId of the reply. */
export function useRegisterPerson(options: CommandOptions = {}): Sender<Person, PersonReply> {
  return useSender(registerPerson, 'registerPerson', options)
}

/** Staff help a site: what is asked is done now or refused, and never written down. */
export function useAssist(): Sender<AssistRequest, AssistReply> {
  return useSender(assist, 'assist', {})
}

function useSender<Input, Reply extends CommandReply | PersonReply | AssistReply>(
  send: (input: Input) => Promise<Reply>,
  key: string,
  { quiet = false }: CommandOptions,
): Sender<Input, Reply> {
  const { t } = useTranslation()
  const [pending, setPending] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for `send`, which is new at each render
  const call = useCallback(
    async (input: Input) => {
      setPending((count) => count + 1)
      try {
        const reply = await send(input)
        if (!reply.ok && !quiet) showRejection(reply.rejection.code, rejectionText(t, reply.rejection))
        return reply
      } finally {
        setPending((count) => count - 1)
      }
    },
    [key, quiet, t],
  )
  return Object.assign((input: Input) => call(input), { isPending: pending > 0 })
}

function showRejection(code: string, message: string) {
  // The same refusal twice is one notice.
  notifications.show({ id: `rejection.${code}`, color: 'red', message, autoClose: 8000 })
}
