// Takes the place of ffmpeg: opens the given ports, ignores every signal that can be ignored, and passes its output to
// a child process that keeps running.
import { spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { text } from 'node:stream/consumers'

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
const child = spawn('sleep', ['600'], { stdio: ['ignore', 'inherit', 'inherit'], detached: true })
const port = Number(/m=\w+ (\d+)/.exec(await text(process.stdin))?.[1])
for (const one of [port, port + 1]) createSocket('udp4').bind(one, '127.0.0.1')
process.stderr.write(`child ${child.pid}\n`)
