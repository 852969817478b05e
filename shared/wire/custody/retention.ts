// What is kept how long, held back and erased, over REST.
import { z } from 'zod'
import { line, Ms, text } from '../../kernel/ids.ts'
import { ErasableClass, KeepingRow, KeptClass } from '../../retention/classes.ts'
import { Erasable, ErasureList, Hold, maximumListed, Subject } from '../../retention/contract.ts'

const by = z.string().nullable().describe('the name of the account')

/** A thing whose time is over, or for which somebody is to look whether it is. */
export const DueItem = Erasable.extend({
  key: z.string(),
  title: z.string().describe('the session, or the number of the case; never a name of a citizen'),
  dueOn: z.iso.date(),
})
export type DueItem = z.infer<typeof DueItem>
export const DueList = z.object({ lookedAt: Ms, items: z.array(DueItem), isCut: z.boolean() })
export type DueList = z.infer<typeof DueList>

export const NewKeepingRow = KeepingRow.meta({ id: 'NewKeepingRow' })

export const NewHold = z
  .object({ subject: Subject.extend({ kind: z.enum(['session', 'case']) }), reason: text(1000) })
  .meta({ id: 'NewHold' })
export const HoldLifting = z.object({ reason: text(1000) }).meta({ id: 'HoldLifting' })
export const NewErasureList = z
  .object({
    items: z.array(line(200)).min(1).max(maximumListed).describe('keys of what is due'),
    reason: text(1000).describe('the decision; nobody is named in it'),
  })
  .meta({ id: 'NewErasureList' })

const ShownHold = Hold.omit({ covers: true }).extend({
  title: z.string(),
  by,
  lifted: z.object({ at: Ms, by, reason: z.string() }).nullable(),
})
export type ShownHold = z.infer<typeof ShownHold>

const ShownClass = z.object({
  class: KeptClass,
  row: KeepingRow,
  isConfirmed: z.boolean().describe('entered by this agency; before that nothing of the class is erased'),
  isErasable: z.boolean().describe('false: it proves what happened, this server never erases it'),
  toCome: z.array(KeepingRow),
})
export type ShownClass = z.infer<typeof ShownClass>

const ShownList = ErasureList.omit({
  items: true,
  certificate: true,
  proposedBy: true,
  decidedBy: true,
  seconds: true,
}).extend({
  proposedBy: by,
  isOwn: z.boolean().describe('put up by whoever looks'),
  decidedBy: by,
  items: z.array(
    ErasureList.shape.items.element.pick({ class: true, subject: true, state: true, endedAt: true }).extend({
      title: z.string(),
    }),
  ),
  certificate: z
    .object({
      number: z.int(),
      year: z.int(),
      at: Ms,
      databaseFiles: z
        .enum(['rewritten', 'owed'])
        .nullable()
        .describe(
          'whether what was erased is gone from the files of Redis, too; owed: the administrator has to rewrite them',
        ),
    })
    .nullable(),
  mayApprove: z.boolean().describe('not by who has put it up, where there was another administrator then'),
})
export type ShownList = z.infer<typeof ShownList>

export const RetentionPage = z
  .object({
    today: z.iso.date(),
    classes: z.array(ShownClass),
    due: z.object({
      lookedAt: Ms.nullable().describe('null: nobody has looked yet'),
      isCut: z.boolean(),
      items: z.array(
        DueItem.omit({ related: true }).extend({
          isConfirmed: z.boolean(),
          isHeld: z.boolean(),
          isListed: z.boolean(),
        }),
      ),
    }),
    holds: z.array(ShownHold),
    lists: z.array(ShownList).describe('the newest first'),
  })
  .meta({ id: 'RetentionPage' })
export type RetentionPage = z.infer<typeof RetentionPage>

/** Of one session or case, for its page. */
export const SubjectRetention = z
  .object({
    hold: ShownHold.nullable(),
    classes: z.array(
      z.object({
        class: ErasableClass,
        keptUntil: z.iso.date().nullable().describe('null: for good, or not closed yet'),
        isConfirmed: z.boolean(),
        erased: z.object({ at: Ms, certificate: z.object({ number: z.int(), year: z.int() }).nullable() }).nullable(),
      }),
    ),
  })
  .meta({ id: 'SubjectRetention' })
export type SubjectRetention = z.infer<typeof SubjectRetention>
