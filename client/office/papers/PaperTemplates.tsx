// The agency’s own layout of papers: a Word file with named fields for each kind, checked when it is handed in.

import { Alert, Button, Code, FileButton, Group, Loader, Paper, Stack, Table, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { paperTemplateApi } from '../../../shared/wire/papers/paper-template-api.ts'
import { type PaperTemplate, qrPictureName, type TemplateField } from '../../../shared/wire/papers/paper-templates.ts'
import { ApiError, addressOf, call, uploadFile } from '../../base/api.ts'
import { wordsFor } from '../../base/i18n/index.ts'
import { Problem } from '../ui/Problem.tsx'
import { problemText } from '../ui/problems.ts'
import { Section } from '../ui/Section.tsx'

const queryKey = ['paper-templates']

export function PaperTemplates() {
  const { t } = useTranslation()
  const list = useQuery({ queryKey, queryFn: ({ signal }) => call(paperTemplateApi.list, {}, { signal }) })
  return (
    <Section title={t('staff.templates')} hint={t('staff.templates.hint')}>
      <Text size="sm">{t('staff.templates.qr', { name: qrPictureName })}</Text>
      {list.isPending && <Loader aria-label={t('staff.loading')} />}
      {list.isError && <Problem error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && !list.data.canConvert && <Alert color="orange">{t('staff.templates.noConverter')}</Alert>}
      {list.data?.templates.map((template) => (
        <Template key={template.kind} template={template} canReplace={list.data.canConvert} />
      ))}
    </Section>
  )
}

function Template({ template: { kind, fields, own }, canReplace }: { template: PaperTemplate; canReplace: boolean }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const onSuccess = () => queries.invalidateQueries({ queryKey })
  const replace = useMutation({
    mutationFn: (file: File) => uploadFile(paperTemplateApi.keep, { params: { kind } }, file, { onProgress: () => {} }),
    onSuccess,
  })
  const remove = useMutation({ mutationFn: () => call(paperTemplateApi.remove, { params: { kind } }), onSuccess })
  const name = t(`staff.templates.kind.${kind}`)
  const problem = replace.error ?? remove.error
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Title order={3} size="h5">
          {name}
        </Title>
        <Text>{own ? t('staff.templates.own', { name: own.name }) : t('staff.templates.standard')}</Text>
        {own && <Text size="sm">{t(own.hasQrPicture ? 'staff.templates.withQr' : 'staff.templates.withoutQr')}</Text>}
        {problem && (
          <Alert color="red" role="alert">
            {templateProblem(problem)}
          </Alert>
        )}
        <Group gap="xs">
          {canReplace && (
            <FileButton
              accept=".docx"
              inputProps={{ 'aria-label': t('staff.templates.chooseFor', { kind: name }) }}
              onChange={(file) => file && replace.mutate(file)}
            >
              {(props) => (
                <Button {...props} loading={replace.isPending}>
                  {t('staff.templates.choose')}
                </Button>
              )}
            </FileButton>
          )}
          <Button
            component="a"
            href={addressOf(paperTemplateApi.starter, { params: { kind } })}
            download
            variant="default"
          >
            {t('staff.templates.starter')}
          </Button>
          <Button
            component="a"
            href={addressOf(paperTemplateApi.example, { params: { kind } })}
            download
            variant="default"
          >
            {t('staff.templates.example')}
          </Button>
          {own && (
            <Button variant="subtle" color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
              {t('staff.templates.remove')}
            </Button>
          )}
        </Group>
        <details>
          <summary>{t('staff.templates.fields')}</summary>
          <Fields fields={fields} />
        </details>
      </Stack>
    </Paper>
  )

  function templateProblem(error: Error): string {
    const { code, field: names = '' } = error instanceof ApiError ? error : { code: '' }
    return wordsFor(t, `staff.problem.${code}`, { names }) ?? problemText(t, error)
  }
}

function Fields({ fields }: { fields: readonly TemplateField[] }) {
  const { t } = useTranslation()
  return (
    <Table.ScrollContainer minWidth={640} type="native" tabIndex={0}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('staff.templates.field')}</Table.Th>
            <Table.Th>{t('staff.templates.what')}</Table.Th>
            <Table.Th>{t('staff.templates.forExample')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fields.map(({ name, what, example, isRequired, each }) => (
            <Table.Tr key={name}>
              <Table.Td>
                <Code>
                  {each ? `{#${name}} ${each.map((part) => `{${part.name}}`).join(' ')} {/${name}}` : `{${name}}`}
                </Code>
              </Table.Td>
              <Table.Td>
                {what}
                {isRequired && ` (${t('staff.templates.required')})`}
                {each && each.length > 1 && `: ${each.map((part) => `{${part.name}} ${part.what}`).join('; ')}`}
              </Table.Td>
              <Table.Td>{each ? each.map((part) => part.example).join(' | ') : example}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
