// One more person, after the session was scheduled.
import { Modal, Select, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Role } from '../../../../../shared/kernel/ids.ts'
import { isStateSecret } from '../../../../../shared/secrecy/levels.ts'
import { NewParticipant } from '../../../../../shared/wire/hearing/booking.ts'
import type { SessionDetail } from '../../../../../shared/wire/hearing/sessions.ts'
import { DialogButtons } from '../../../../base/ui/dialogs/DialogButtons.tsx'
import { DraftNotice } from '../../../../base/ui/forms/DraftNotice.tsx'
import { useKeptForm } from '../../../../base/ui/forms/use-kept-form.ts'
import { formErrors } from '../../../ui/form-errors.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { PersonFields } from '../../PersonFields.tsx'
import { useInvite } from '../../queries.ts'

interface Draft {
  name: string
  title: string
  email: string
  role: Role
  siteId: string | null
}

const requestOf = (draft: Draft) => ({
  ...draft,
  title: draft.title.trim() || null,
  email: draft.email.trim() || null,
})

export function InviteDialog({ session, onClose }: { session: SessionDetail; onClose: () => void }) {
  const { t } = useTranslation()
  const invite = useInvite(session.sessionId)
  const hasChair = session.participants.some(({ role, status }) => role === 'chair' && status !== 'withdrawn')
  const roles: readonly Role[] = [
    ...(hasChair ? [] : ['chair' as const]),
    'citizen',
    'observer',
    'siteOperator',
    'secretary',
  ]
  const [form, kept] = useKeptForm<Draft>(`session.${session.sessionId}.invite`, {
    isSecret: () => isStateSecret(session.secrecy),
    blank: { name: '', title: '', email: '', role: 'citizen', siteId: null },
    validate: (draft) => ({
      ...formErrors(t, NewParticipant, requestOf(draft)),
      ...(draft.role === 'siteOperator' && draft.siteId === null && { siteId: t('rejection.admission.unknown-site') }),
    }),
  })
  return (
    <Modal opened onClose={onClose} title={t('staff.invite')} closeButtonProps={{ 'aria-label': t('dialog.close') }}>
      <form noValidate onSubmit={form.onSubmit((draft) => kept.sentBy(invite.mutateAsync(requestOf(draft)), onClose))}>
        <Stack>
          <DraftNotice kept={kept} />
          <Select
            label={t('staff.person.role')}
            allowDeselect={false}
            data={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
            {...form.getInputProps('role')}
          />
          <PersonFields who={t(`role.${form.values.role}`)} isRequired propsOf={(field) => form.getInputProps(field)} />
          <Select
            label={t('staff.person.site')}
            placeholder={t('panels.people.withoutSite')}
            clearable
            clearButtonProps={{ 'aria-label': t('staff.person.noSite') }}
            required={form.values.role === 'siteOperator'}
            data={session.sites.map(({ siteId, name }) => ({ value: siteId, label: name }))}
            {...form.getInputProps('siteId')}
          />
          {invite.isError && <Problem error={invite.error} />}
          <DialogButtons onCancel={onClose} submitLabel={t('staff.invite.submit')} isPending={invite.isPending} />
        </Stack>
      </form>
    </Modal>
  )
}
