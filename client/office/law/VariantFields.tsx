// How long a deadline is: of the usual case, and of others by what was found about the matter.
import { Button, Checkbox, Group, NumberInput, Paper, Stack, Text } from '@mantine/core'
import type { FormErrors } from '@mantine/form'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type Circumstance, circumstances } from '../../../shared/law/case-facts.ts'
import type { NewClockRow } from '../../../shared/wire/casework/law.ts'
import { useWhenWords } from './when-words.ts'

type Variants = NewClockRow['variants']
type Variant = Variants[number]

/** A second complaint has deadlines of its own, not other amounts of these. */
const offered = circumstances.filter((one) => one !== 'secondStage')
const firstExtension = { amount: 15, times: 1 }
const whole = { min: 1, allowDecimal: false, allowNegative: false } as const
const longest = 1000
const mostTimes = 10

interface VariantFieldsProps {
  variants: Variants
  errors: FormErrors
  onChange: (variants: Variants) => void
}

export function VariantFields({ variants, errors, onChange }: VariantFieldsProps) {
  const { t } = useTranslation()
  const [usual, ...others] = variants
  const change = (at: number, part: Partial<Variant>) =>
    onChange(variants.map((one, index) => (index === at ? { ...one, ...part } : one)) as Variants)
  const add = () => onChange([...variants, { when: [], amount: usual.amount, extension: null }] as Variants)
  const remove = (at: number) => onChange(variants.filter((_, index) => index !== at) as Variants)
  return (
    <Stack>
      <Amounts variant={usual} at={0} errors={errors} onChange={(part) => change(0, part)} />
      {others.map((variant, index) => {
        const at = index + 1
        return (
          <Paper key={at} withBorder p="sm" component="fieldset" m={0}>
            <Text component="legend" fw={600}>
              {t('law.form.variant', { number: at })}
            </Text>
            <Stack>
              <Checkbox.Group
                label={t('law.form.when')}
                error={errors[`variants.${at}.when`]}
                value={variant.when}
                onChange={(when) => change(at, { when: offered.filter((one) => when.includes(one)) })}
              >
                <Stack gap="xs" my="xs">
                  {offered.map((one) => (
                    <Checkbox key={one} value={one} label={t(`circumstance.${one}`)} />
                  ))}
                </Stack>
              </Checkbox.Group>
              <Amounts variant={variant} at={at} errors={errors} onChange={(part) => change(at, part)} />
              <Group>
                <Button
                  variant="subtle"
                  color="red.9"
                  leftSection={<IconTrash size={18} aria-hidden />}
                  onClick={() => remove(at)}
                >
                  {t('law.form.removeVariant', { number: at })}
                </Button>
              </Group>
            </Stack>
          </Paper>
        )
      })}
      {others.length > 1 && <Text size="sm">{t('law.form.variants.hint')}</Text>}
      <Group>
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={add}>
          {t('law.form.addVariant')}
        </Button>
      </Group>
    </Stack>
  )
}

interface AmountsProps {
  variant: Variant
  at: number
  errors: FormErrors
  onChange: (part: Partial<Variant>) => void
}

function Amounts({ variant: { when, amount, extension }, at, errors, onChange }: AmountsProps) {
  const { t } = useTranslation()
  const whenWords = useWhenWords()
  const isNew = at > 0 && when.length === 0
  const words = { when: isNew ? t('law.form.variant', { number: at }) : whenWords(when as readonly Circumstance[]) }
  return (
    <Stack gap="xs">
      <NumberInput
        {...whole}
        label={t('law.form.amount', words)}
        max={longest}
        value={amount}
        error={errors[`variants.${at}.amount`]}
        onChange={(value) => onChange({ amount: Number(value) })}
      />
      <Checkbox
        label={t('law.form.mayExtend', words)}
        checked={extension !== null}
        onChange={({ currentTarget }) => onChange({ extension: currentTarget.checked ? firstExtension : null })}
      />
      {extension && (
        <Group align="flex-start">
          <NumberInput
            {...whole}
            label={t('law.form.extension', words)}
            max={longest}
            value={extension.amount}
            error={errors[`variants.${at}.extension.amount`]}
            onChange={(value) => onChange({ extension: { ...extension, amount: Number(value) } })}
          />
          <NumberInput
            {...whole}
            label={t('law.form.times', words)}
            max={mostTimes}
            value={extension.times}
            error={errors[`variants.${at}.extension.times`]}
            onChange={(value) => onChange({ extension: { ...extension, times: Number(value) } })}
          />
        </Group>
      )}
    </Stack>
  )
}
