// CI has no systemd: the unit file is parsed and compared with what the server needs.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { variableNames } from '../../server/platform/config/variables.ts'

const root = join(import.meta.dirname, '../..')
const unit = readFileSync(join(root, 'docs/diemcau.service'), 'utf8')
const settings = new Map(
  unit
    .split('\n')
    .filter((line) => /^\w+=/.test(line))
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)] as const),
)

describe('the systemd unit', () => {
  it('starts the server of this project with settings that it knows', () => {
    const [, program = ''] = (settings.get('ExecStart') ?? '').split(' ')
    expect(existsSync(program.replace('/opt/diemcau', root))).toBe(true)
    const named = [...unit.matchAll(/^Environment=(.*)$/gm)].flatMap(([, pairs = '']) => pairs.split(' '))
    for (const pair of named) expect([...variableNames, 'NODE_ENV']).toContain(pair.split('=')[0])
  })

  it('runs the server and its programs as an own user without privileges, with one writable folder', () => {
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

  it('allows the server to sandbox the programs that read untrusted files', () => {
    const [, allowed = ''] = /^SystemCallFilter=(@.*)$/m.exec(unit) ?? []
    expect(allowed.split(' ')).toEqual(expect.arrayContaining(['@sandbox', '@mount']))
    expect(settings.get('RestrictNamespaces')?.split(' ')).toEqual(
      expect.arrayContaining(['user', 'net', 'mnt', 'pid']),
    )
  })

  it('forbids executing files written at run time, and keeps the server alive when a confined program runs out of memory', () => {
    expect(settings.get('NoExecPaths')).toBe('/')
    expect(settings.get('ExecPaths')?.split(' ')).toEqual(['/usr', '-/lib', '-/lib64', '/opt/diemcau'])
    expect(settings.get('OOMPolicy')).toBe('continue')
  })

  it('has no setting that breaks Node, the recorder or bubblewrap', () => {
    for (const name of ['MemoryDenyWriteExecute', 'RestrictSUIDSGID', 'ProcSubset', 'PrivatePIDs'])
      expect(settings.has(name), name).toBe(false)
  })

  it('has the same stop time-out as the container', () => {
    const composed = readFileSync(join(root, 'docker-compose.yml'), 'utf8')
    expect(composed).toContain(`stop_grace_period: ${settings.get('TimeoutStopSec')}s`)
  })
})
