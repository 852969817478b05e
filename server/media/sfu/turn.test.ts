import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { iceServers } from './turn.ts'

const urls = ['turn:turn.example.gov.vn:3478?transport=udp', 'turns:turn.example.gov.vn:5349']
const secret = 'shared with the TURN server'
const now = Date.UTC(2026, 10, 24, 8, 0, 0)

test('without a TURN server the list of ICE servers is empty', () => {
  expect(iceServers(null, 'connection', now)).toEqual([])
})

test('the credential expires after five minutes and is the one that coturn computes', () => {
  const [server] = iceServers({ urls, secret }, 'connection', now)
  const username = `${now / 1000 + 300}:connection`
  expect(server).toEqual({
    urls,
    username,
    credential: createHmac('sha1', secret).update(username).digest('base64'),
  })
})
