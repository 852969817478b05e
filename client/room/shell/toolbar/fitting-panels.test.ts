import { IconUsers } from '@tabler/icons-react'
import { describe, expect, it } from 'vitest'
import type { Panel } from '../../frame/panel.ts'
import { fittingPanels } from './fitting-panels.ts'

const Nothing = () => null
const panel = (id: string, isInMenu = false): Panel => ({
  id,
  titleKey: 'panels.chat.title',
  icon: IconUsers,
  roles: 'all',
  load: async () => Nothing,
  ...(isInMenu && { isInMenu }),
})
const all = [panel('session'), panel('people'), panel('floor'), panel('rare', true), panel('minutes'), panel('chat')]
const ids = (room: Parameters<typeof fittingPanels>[1]) => fittingPanels(all, room).map(({ id }) => id)

describe('the panel buttons of the toolbar', () => {
  it('are all shown if there is room, except those in the menu', () => {
    expect(ids({ width: 1280, isWide: true, otherTools: 4 })).toEqual(['session', 'people', 'floor', 'minutes', 'chat'])
  })

  it('are only the first ones if there is less room, but always messages', () => {
    expect(ids({ width: 86 * 7, isWide: true, otherTools: 4 })).toEqual(['session', 'people', 'chat'])
    expect(ids({ width: 0, isWide: true, otherTools: 4 })).toEqual(['session', 'chat'])
  })

  it('on a phone are messages, and people if there are few other tools', () => {
    expect(ids({ width: 390, isWide: false, otherTools: 5 })).toEqual(['chat'])
    expect(ids({ width: 390, isWide: false, otherTools: 4 })).toEqual(['people', 'chat'])
  })
})
