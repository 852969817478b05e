// In the place of ffmpeg: opens the ports it is told, hears no signal that can be ignored, and leaves its output to a child that lives on.
import { spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { text } from 'node:stream/consumers'

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
const child = spawn('sleep', ['600'], { stdio: ['ignore', 'inherit', 'inherit'], detached: true })
const port = Number(/m=\w+ (\d+)/.exec(await text(process.stdin))?.[1])
for (const one of [port, port + 1]) createSocket('udp4').bind(one, '127.0.0.1')
process.stderr.write(`child ${child.pid}\n`)
