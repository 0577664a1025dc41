/**
 * Moving what another program holds for a moment.
 */
import { movedPatiently } from '../../src/pack/moved.js'

const failing = (codes: readonly string[]) => {
  const left = [...codes]
  return async (): Promise<void> => {
    const code = left.shift()
    if (code !== undefined) throw Object.assign(new Error(code), { code })
  }
}

const free = async (): Promise<boolean> => false

const movedBy = async (codes: readonly string[], isTaken = free) => {
  const waits: number[] = []
  const end = await movedPatiently(failing(codes), isTaken, async (wait) => waits.push(wait)).then(
    () => 'moved',
    ({ code }: NodeJS.ErrnoException) => code,
  )
  return { end, waits }
}

test('what is held for a moment is moved then', async () => {
  expect(await movedBy([])).toEqual({ end: 'moved', waits: [] })
  expect(await movedBy(['EPERM', 'EBUSY', 'EACCES'])).toEqual({
    end: 'moved',
    waits: [50, 100, 200],
  })
})

test('what is held on and on is given up after three seconds', async () => {
  const { end, waits } = await movedBy(Array.from({ length: 50 }, () => 'EBUSY'))
  expect(end).toBe('EBUSY')
  expect(waits.reduce((sum, wait) => sum + wait)).toBe(3000)
})

test('what no waiting mends is told at once', async () => {
  expect(await movedBy(['ENOSPC'])).toEqual({ end: 'ENOSPC', waits: [] })
  // Windows says EPERM of a folder that is there already, too.
  expect(await movedBy(['EPERM'], async () => true)).toEqual({ end: 'EPERM', waits: [] })
})
