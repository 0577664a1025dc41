/**
 * That rejections are really seen, in jest too.
 */
import { setTimeout } from 'node:timers/promises'
import { watchRejections } from './no-unhandled.js'

test('a rejection that is handled too late is seen', async () => {
  const watch = watchRejections()
  const late = Promise.reject(new Error('late'))
  await setTimeout(5)
  await late.catch(() => undefined)
  // Time for jest to hear that it is handled, and to forgive.
  await setTimeout(5)
  watch.stop()
  expect(watch.seen).toEqual([new Error('late')])
})

test('a rejection that is handled at once is none', async () => {
  const watch = watchRejections()
  const handled = Promise.reject(new Error('handled')).catch(() => undefined)
  await setTimeout(5)
  await handled
  watch.stop()
  expect(watch.seen).toEqual([])
})
