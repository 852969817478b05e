// Searching by the name of a citizen: on purpose, with Enter or the button, for each search is written down. Whole words; what was typed
// is not kept in the address.
import { Button, CloseButton, TextInput } from '@mantine/core'
import { IconUserSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './office.module.css'

interface NameSearchProps {
  label: string
  /** '': nobody is looked for. */
  onSearch: (name: string) => void
}

export function NameSearch({ label, onSearch }: NameSearchProps) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const clear = () => {
    setName('')
    onSearch('')
  }
  return (
    <search aria-label={label}>
      <form
        className={classes.nameSearch}
        onSubmit={(event) => {
          event.preventDefault()
          onSearch(name.trim())
        }}
      >
        <TextInput
          label={label}
          description={t('nameSearch.hint')}
          autoComplete="off"
          maxLength={200}
          leftSection={<IconUserSearch size={18} aria-hidden />}
          rightSection={name !== '' && <CloseButton aria-label={t('nameSearch.clear')} onClick={clear} />}
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value)
            if (event.currentTarget.value === '') onSearch('')
          }}
        />
        <Button type="submit" variant="default">
          {t('nameSearch.search')}
        </Button>
      </form>
    </search>
  )
}
