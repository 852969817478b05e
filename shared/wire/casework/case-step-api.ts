// /api/cases/ID/STEP: each is one command of a case, sent as it is written in the contract, with the version that was looked at.
import type { z } from 'zod'
import { handling } from '../../cases/handling/contract.ts'
import { intake } from '../../cases/intake/contract.ts'
import { outcome } from '../../cases/outcome/contract.ts'
import { wish } from '../../kernel/wish.ts'
import { noContent, route } from '../route.ts'
import { AtCase, seq, tags } from './case-api.ts'

type Module = typeof intake | typeof handling | typeof outcome
type DataOf<Of extends Module, Name extends keyof Of['commands']> = Of['commands'][Name] extends {
  data: z.ZodObject<infer Shape>
}
  ? z.ZodObject<Shape & { seq: typeof seq }>
  : never

function step<Of extends Module, Name extends keyof Of['commands'] & string>(
  path: string,
  summary: string,
  of: Of,
  name: Name,
) {
  const { data } = (of.commands as unknown as Record<Name, { data: z.ZodObject }>)[name]
  return {
    ...route({
      method: 'POST',
      path: `/cases/:caseId/${path}`,
      access: 'staff',
      tags,
      summary,
      params: AtCase,
      body: data.extend({ seq }) as unknown as DataOf<Of, Name>,
      response: noContent,
    }),
    /** `sent`: the body without `seq`. */
    wish: (sent: unknown) => wish(of, name, sent as never),
  }
}

export const caseStepApi = {
  correct: step('words', 'Mend the words of a petition', intake, 'correct'),
  check: step('check', 'Go through the conditions', intake, 'check'),
  judge: step('competence', 'Say who is competent', intake, 'judge'),
  find: step('circumstances', 'Note what gives it other deadlines', intake, 'find'),
  noteSender: step('sender', 'Say which body sent it here', intake, 'noteSender'),
  noteDecisionKnown: step(
    'decision-known',
    'Say when the citizen came to know of the decision complained of',
    intake,
    'noteDecisionKnown',
  ),
  noteFirstDecision: step(
    'first-decision',
    'Say when the decision on the first complaint reached the citizen',
    intake,
    'noteFirstDecision',
  ),
  assign: step('assignment', 'Give it to a unit and an officer', handling, 'assign'),
  sendOn: step('dispatch', 'Enter the paper by which it is guided, transferred or returned', handling, 'sendOn'),
  notify: step('notices', 'Tell the citizen that it was taken up, or needs longer', handling, 'notify'),
  verify: step('verifications', 'Write down what was found', handling, 'verify'),
  notifyDialogue: step(
    'dialogue-notices',
    'Tell the parties of the next dialogue in writing',
    handling,
    'notifyDialogue',
  ),
  holdDialogue: step('held-dialogues', 'Say that the next dialogue was held', handling, 'holdDialogue'),
  extend: step('extensions', 'Take longer, on a ground', handling, 'extend'),
  suspend: step('suspension', 'Let it rest, on a ground', handling, 'suspend'),
  resume: step('resumption', 'Go on with it', handling, 'resume'),
  decide: step('decision', 'Enter the decision', handling, 'decide'),
  publish: step('publications', 'Say how the decision was made known', handling, 'publish'),
  answer: step('answer', 'Answer the citizen', handling, 'answer'),
  tellSender: step('sender-letter', 'Tell the body that sent it here what came out of it', handling, 'tellSender'),
  receiveResult: step(
    'received-result',
    'Enter what the body it was transferred to says came out of it',
    handling,
    'receiveResult',
  ),
  passOnResult: step('passed-on-result', 'Tell the citizen what that body has said', handling, 'passOnResult'),
  withdraw: step('withdrawal', 'The citizen takes it back', handling, 'withdraw'),
  close: step('closing', 'Close the case', outcome, 'close'),
  noteSatisfaction: step('satisfaction', 'Say what the citizen thinks of the result', outcome, 'noteSatisfaction'),
}
