// No systemd runs in CI: what the unit promises is read and compared with what the server is.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { variableNames } from '../../server/platform/config/config.ts'

const root = join(import.meta.dirname, '../..')
const unit = readFileSync(join(root, 'docs/diemcau.service'), 'utf8')
const settings = new Map(
  unit
    .split('\n')
    .filter((line) => /^\w+=/.test(line))
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)] as const),
)

describe('the unit for systemd', () => {
  it('starts the server of this project, with settings that it knows', () => {
    const [, program = ''] = (settings.get('ExecStart') ?? '').split(' ')
    expect(existsSync(program.replace('/opt/diemcau', root))).toBe(true)
    const named = [...unit.matchAll(/^Environment=(.*)$/gm)].flatMap(([, pairs = '']) => pairs.split(' '))
    for (const pair of named) expect([...variableNames, 'NODE_ENV']).toContain(pair.split('=')[0])
  })

  it('gives it and its programs a user of their own, no rights, and one folder to write to', () => {
    expect(Object.fromEntries(settings)).toMatchObject({
      User: 'diemcau',
      NoNewPrivileges: 'yes',
      CapabilityBoundingSet: '',
      ProtectSystem: 'strict',
      ProtectHome: 'yes',
      PrivateTmp: 'yes',
      PrivateDevices: 'yes',
      StateDirectory: 'diemcau',
    })
  })

  it('lets the server build walls around the programs that read what strangers send', () => {
    const [, allowed = ''] = /^SystemCallFilter=(@.*)$/m.exec(unit) ?? []
    expect(allowed.split(' ')).toEqual(expect.arrayContaining(['@sandbox', '@mount']))
    expect(settings.get('RestrictNamespaces')?.split(' ')).toEqual(
      expect.arrayContaining(['user', 'net', 'mnt', 'pid']),
    )
  })

  it('runs nothing that was written while it ran, and goes on when a program on a file takes too much memory', () => {
    expect(settings.get('NoExecPaths')).toBe('/')
    expect(settings.get('ExecPaths')?.split(' ')).toEqual(['/usr', '-/lib', '-/lib64', '/opt/diemcau'])
    expect(settings.get('OOMPolicy')).toBe('continue')
  })

  it('sets nothing that Node, the recorder or bubblewrap cannot live with', () => {
    for (const name of ['MemoryDenyWriteExecute', 'RestrictSUIDSGID', 'ProcSubset', 'PrivatePIDs'])
      expect(settings.has(name), name).toBe(false)
  })

  it('waits as long for its end as the container does', () => {
    const composed = readFileSync(join(root, 'docker-compose.yml'), 'utf8')
    expect(composed).toContain(`stop_grace_period: ${settings.get('TimeoutStopSec')}s`)
  })
})
