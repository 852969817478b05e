/** @jsxImportSource react */
// One page with every Mantine component that the product uses, in every size, drawn with the real theme: black on white, one text each.
import { readFile } from 'node:fs/promises'
import {
  Accordion,
  Alert,
  Anchor,
  Autocomplete,
  Badge,
  Blockquote,
  Button,
  Checkbox,
  Chip,
  Code,
  Drawer,
  Fieldset,
  FileInput,
  Kbd,
  List,
  MantineProvider,
  Menu,
  Modal,
  MultiSelect,
  NativeSelect,
  NavLink,
  Notification,
  NumberInput,
  Pill,
  Popover,
  Radio,
  SegmentedControl,
  Select,
  Spoiler,
  Switch,
  Table,
  Text,
  Textarea,
  TextInput,
  Timeline,
  Title,
  Tooltip,
} from '@mantine/core'
import { CalendarHeader, PickerControl } from '@mantine/dates'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { themeOf } from '../../client/base/theme/theme.ts'
import { firstPalette } from '../../shared/agency/palettes.ts'

/** A hook above a circumflex, marks above capitals, a dot below a descender. */
const letters = 'Ẳ ế ộ ỵ cầu Ỗ'
const sizes = ['xs', 'sm', 'md', 'lg', 'xl'] as const
type Size = (typeof sizes)[number]

const inPlace = { opened: true, withinPortal: false, transitionProps: { duration: 0 } } as const
const ignore = () => undefined

const sized: Readonly<Record<string, (size: Size) => ReactNode>> = {
  Anchor: (size) => <Anchor size={size}>{letters}</Anchor>,
  'Autocomplete value': (size) => <Autocomplete size={size} defaultValue={letters} />,
  Badge: (size) => <Badge size={size}>{letters}</Badge>,
  Button: (size) => <Button size={size}>{letters}</Button>,
  'Button, as high as its words': (size) => (
    <Button size={size} h="auto" mih={0}>
      {letters}
    </Button>
  ),
  'Button, compact': (size) => <Button size={`compact-${size}`}>{letters}</Button>,
  'CalendarHeader label': (size) => <CalendarHeader size={size} label={letters} />,
  'Checkbox label': (size) => <Checkbox size={size} label={letters} />,
  'Checkbox description': (size) => <Checkbox size={size} description={letters} />,
  Chip: (size) => <Chip size={size}>{letters}</Chip>,
  'FileInput placeholder': (size) => <FileInput size={size} placeholder={letters} />,
  'FileInput value': (size) => <FileInput size={size} value={new File([], letters)} />,
  Kbd: (size) => <Kbd size={size}>{letters}</Kbd>,
  'List item': (size) => (
    <List size={size} listStyleType="none">
      <List.Item>{letters}</List.Item>
    </List>
  ),
  'MultiSelect value': (size) => <MultiSelect size={size} data={[letters]} defaultValue={[letters]} />,
  'NativeSelect value': (size) => <NativeSelect size={size} data={[letters]} />,
  'NumberInput label': (size) => <NumberInput size={size} label={letters} />,
  'PickerControl, a month of a calendar': (size) => (
    <PickerControl size={size} w={300}>
      {letters}
    </PickerControl>
  ),
  Pill: (size) => <Pill size={size}>{letters}</Pill>,
  'Radio label': (size) => <Radio size={size} label={letters} />,
  'Radio description': (size) => <Radio size={size} description={letters} />,
  'Radio.Group label': (size) => (
    <Radio.Group size={size} label={letters}>
      <i />
    </Radio.Group>
  ),
  SegmentedControl: (size) => <SegmentedControl size={size} data={[letters]} />,
  'Select value': (size) => <Select size={size} data={[letters]} defaultValue={letters} />,
  'Switch label': (size) => <Switch size={size} label={letters} />,
  Text: (size) => <Text size={size}>{letters}</Text>,
  'Text, cut at its end': (size) => (
    <Text size={size} truncate>
      {letters}
    </Text>
  ),
  'Text, of one line': (size) => (
    <Text size={size} lineClamp={1}>
      {letters}
    </Text>
  ),
  'Textarea value': (size) => <Textarea size={size} defaultValue={letters} />,
  'TextInput description': (size) => <TextInput size={size} description={letters} />,
  'TextInput error': (size) => <TextInput size={size} error={letters} />,
  'TextInput label': (size) => <TextInput size={size} label={letters} />,
  'TextInput placeholder': (size) => <TextInput size={size} placeholder={letters} />,
  'TextInput value': (size) => <TextInput size={size} defaultValue={letters} />,
}

const others: Readonly<Record<string, ReactNode>> = {
  'Accordion control': (
    <Accordion>
      <Accordion.Item value="one">
        <Accordion.Control>{letters}</Accordion.Control>
      </Accordion.Item>
    </Accordion>
  ),
  'Alert title': <Alert title={letters} />,
  'Alert message': <Alert>{letters}</Alert>,
  Blockquote: <Blockquote>{letters}</Blockquote>,
  Code: <Code>{letters}</Code>,
  'Code, a block': <Code block>{letters}</Code>,
  'Drawer title': <Drawer {...inPlace} onClose={ignore} title={letters} withCloseButton={false} />,
  'Fieldset legend': <Fieldset legend={letters} />,
  'Menu item': (
    <Menu {...inPlace}>
      <Menu.Dropdown>
        <Menu.Item>{letters}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  ),
  'Menu label': (
    <Menu {...inPlace}>
      <Menu.Dropdown>
        <Menu.Label>{letters}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  ),
  'Modal title': <Modal {...inPlace} onClose={ignore} title={letters} withCloseButton={false} />,
  'NavLink label': <NavLink label={letters} />,
  'NavLink description': <NavLink description={letters} />,
  'Notification title': <Notification title={letters} withCloseButton={false} />,
  'Notification message': <Notification withCloseButton={false}>{letters}</Notification>,
  Popover: (
    <Popover {...inPlace}>
      <Popover.Target>
        <i />
      </Popover.Target>
      <Popover.Dropdown>{letters}</Popover.Dropdown>
    </Popover>
  ),
  'Select option': (
    <Select data={[letters]} dropdownOpened comboboxProps={{ withinPortal: false, transitionProps: { duration: 0 } }} />
  ),
  Spoiler: (
    <Spoiler showLabel="" hideLabel="" maxHeight={100}>
      {letters}
    </Spoiler>
  ),
  'Table head': (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{letters}</Table.Th>
        </Table.Tr>
      </Table.Thead>
    </Table>
  ),
  'Table cell': (
    <Table>
      <Table.Tbody>
        <Table.Tr>
          <Table.Td>{letters}</Table.Td>
        </Table.Tr>
      </Table.Tbody>
    </Table>
  ),
  'Timeline title': (
    <Timeline>
      <Timeline.Item title={letters} />
    </Timeline>
  ),
  Tooltip: (
    <Tooltip {...inPlace} label={letters}>
      <i />
    </Tooltip>
  ),
}

const titles = [1, 2, 3, 4, 5, 6] as const

const cutOnPurpose = <div style={{ overflow: 'hidden', lineHeight: 1 }}>{letters}</div>

function specimens(): [name: string, drawn: ReactNode][] {
  return [
    ['cut on purpose', cutOnPurpose],
    ...Object.entries(sized).flatMap(([name, draw]) =>
      sizes.map((size): [string, ReactNode] => [`${name} ${size}`, draw(size)]),
    ),
    ...titles.flatMap((order): [string, ReactNode][] => [
      [
        `Title ${order}`,
        <Title key={order} order={order}>
          {letters}
        </Title>,
      ],
    ]),
    ...Object.entries(others),
  ]
}

/** Nothing but text has ink, and each specimen has room around it. */
const blackOnWhite = `
  *, *::before, *::after, *::placeholder { color: #000 !important; -webkit-text-fill-color: #000; background: transparent !important;
    border-color: transparent !important; box-shadow: none !important; outline: none !important; }
  svg, [class*='-itemBullet'], [class*='-track'], [class*='-indicator'] { visibility: hidden; }
  [data-specimen] { position: relative; float: left; width: 320px; height: 130px; padding: 35px 8px; overflow: hidden; transform: translate(0); }
`

export async function specimenPage(): Promise<string> {
  const [mantine, dates, fonts, own] = await Promise.all(
    [
      'node_modules/@mantine/core/styles.layer.css',
      'node_modules/@mantine/dates/styles.layer.css',
      'client/base/theme/fonts.css',
      'client/base/theme/global.css',
    ].map((path) => readFile(path, 'utf8')),
  )
  const body = renderToStaticMarkup(
    <MantineProvider theme={themeOf(firstPalette)} env="test">
      {specimens().map(([name, drawn]) => (
        <div key={name} data-specimen={name}>
          {drawn}
        </div>
      ))}
    </MantineProvider>,
  )
  return `<!doctype html><html data-mantine-color-scheme="light"><head><meta charset="utf-8"><style>${mantine}</style><style>${dates}</style>
    <style>${fonts}</style><style>${own}</style><style>${blackOnWhite}</style></head><body>${body}</body></html>`
}
