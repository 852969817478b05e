import { Badge, Button, Group, Stack, Text, Textarea, Title } from '@mantine/core'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { approval, type Comment } from '../../../../../shared/modules/approval/contract.ts'
import { useFormat } from '../../../../base/i18n/format.ts'
import { sendOn } from '../../../../base/ui/dialogs/send-key.ts'
import { useKeptText } from '../../../../base/ui/forms/use-kept-text.ts'
import { LongList } from '../../../../base/ui/LongList.tsx'
import { usePermission } from '../../../../live/session/permissions.ts'
import { useName } from '../../../../live/session/selectors.ts'
import { useSession } from '../../../../live/session/store.ts'
import { useCommand } from '../../../../live/session/use-command.ts'
import classes from '../../../frame/panel.module.css'

const LONGEST_COMMENT = 2000

export function Comments() {
  const { t } = useTranslation()
  const { comments, signatures } = useSession((session) => session.state?.approval ?? approval.initial)
  const isSealed = useSession((session) => session.state?.session.status === 'sealed')
  const mayComment = usePermission('approval.comment') && !signatures.chair && !isSealed
  return (
    <section>
      <Title order={3} size="h5">
        {t('panels.minutes.comments')}
      </Title>
      {comments.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('panels.minutes.comments.empty')}
        </Text>
      )}
      <LongList
        items={comments.toReversed()}
        keyOf={({ commentId }) => commentId}
        label={t('panels.minutes.comments')}
        className={classes.list}
      >
        {(comment) => <CommentRow comment={comment} />}
      </LongList>
      {mayComment && <NewComment />}
    </section>
  )
}

function CommentRow({ comment: { commentId, text, at, byParticipantId, isResolved } }: { comment: Comment }) {
  const { t } = useTranslation()
  const format = useFormat()
  const name = useName(byParticipantId)
  const mayResolve = usePermission('approval.resolve')
  const resolve = useCommand('approval.resolve')
  return (
    <div className={classes.row}>
      <div className={classes.grow}>
        <Text size="sm" c="dimmed">
          {name} · {format.time(at)}
        </Text>
        <Text className={classes.preformatted} {...(isResolved && { c: 'dimmed' })}>
          {text}
        </Text>
        {isResolved && (
          <Badge variant="light" color="green" tt="none">
            {t('panels.minutes.comments.resolved')}
          </Badge>
        )}
      </div>
      {mayResolve && !isResolved && (
        <Button
          variant="default"
          aria-label={t('panels.minutes.comments.resolveOf', { text })}
          loading={resolve.isPending}
          onClick={() => void resolve({ commentId })}
        >
          {t('panels.minutes.comments.resolve')}
        </Button>
      )}
    </div>
  )
}

function NewComment() {
  const { t } = useTranslation()
  const [text, write, kept] = useKeptText('minutes-comment')
  const comment = useCommand('approval.comment')

  async function send() {
    if (text.trim() === '' || comment.isPending) return
    const { ok } = await comment({ text })
    if (ok) kept.empty()
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    void send()
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <Textarea
          label={t('panels.minutes.comments.write')}
          maxLength={LONGEST_COMMENT}
          autosize
          minRows={2}
          maxRows={8}
          value={text}
          onChange={(event) => write(event.currentTarget.value)}
          onKeyDown={sendOn('ctrlEnter', () => void send())}
        />
        <Group justify="flex-end">
          <Button type="submit" disabled={text.trim() === ''} loading={comment.isPending} title={t('panels.ctrlEnter')}>
            {t('panels.send')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
