import { expect, it } from 'vitest'
import { createLifetime } from './lifetime.ts'

it('recovers and starts parts in the order of opening, closes them in reverse order, and each once', async () => {
  const done: string[] = []
  const lifetime = createLifetime()
  for (const part of ['redis', 'sessions', 'http']) {
    lifetime.recovers(async () => done.push(`recover ${part}`))
    lifetime.starts(() => done.push(`start ${part}`))
    lifetime.closes(async () => done.push(`close ${part}`))
  }
  await lifetime.recover()
  await lifetime.start()
  await lifetime.close()
  await lifetime.close()
  expect(done).toEqual([
    'recover redis',
    'recover sessions',
    'recover http',
    'start redis',
    'start sessions',
    'start http',
    'close http',
    'close sessions',
    'close redis',
  ])
})

it('closes the other parts when one fails to close, and reports the failure', async () => {
  const done: string[] = []
  const lifetime = createLifetime()
  lifetime.closes(() => done.push('redis'))
  lifetime.closes(() => Promise.reject(new Error('the disk is full')))
  lifetime.closes(() => done.push('http'))
  await expect(lifetime.close()).rejects.toMatchObject({ errors: [new Error('the disk is full')] })
  expect(done).toEqual(['http', 'redis'])
})
