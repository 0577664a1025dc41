/**
 * Who follows a ledger is told that it has caught up, whatever the number of records.
 */
import { createHash } from 'node:crypto'
import { checkEvent, instant, type Ledger, type NewEvent, streamId } from '@send-ledger/core'
import { follow } from '@send-ledger/core/live'
import { memoryLedger } from '@send-ledger/store-memory'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

/** How many records a following reads at a time. */
const page = 2000

const note = (n: number): NewEvent => {
  const id = `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`
  const event = { id, type: 'ActionProgressNoted', version: 1, stream: `action-${n}` }
  const checked = checkEvent({ ...event, effectiveOn: '2021-05-04', data: { note: 'x' } })
  if (checked._tag === 'Left') throw new Error(JSON.stringify(checked.left))
  return checked.right
}

const added = async (ledger: Ledger, from: number, until: number): Promise<void> => {
  const writes = Array.from({ length: until - from }, (_, i) => {
    const stream = streamId(`action-${from + i}`)
    return { stream, expected: 'noStream', events: [note(from + i)] } as const
  })
  expect((await ledger.append(writes)())._tag).toBe('Right')
}

const ledgerOf = async (size: number): Promise<Ledger> => {
  const ledger = memoryLedger({ sha256, now: () => instant('2021-05-04T09:12:00.000Z') })
  await added(ledger, 0, size)
  return ledger
}

/** The sizes at which a following of a ledger said that there is no more. */
const caughtUpAt = async (
  ledger: Ledger,
  then: (size: number) => 'enough' | 'more',
): Promise<readonly number[]> => {
  const sizes: number[] = []
  let seen = 0
  for await (const each of follow(ledger, { stop: new AbortController().signal })) {
    if (each._tag === 'Left') throw new Error(JSON.stringify(each.left))
    seen += each.right.records.length
    if (!each.right.isCaughtUp) continue
    sizes.push(seen)
    if (then(seen) === 'enough') break
  }
  return sizes
}

test.each([0, 1, page - 1, page, page + 1, 2 * page])(
  '%i records are caught up with',
  async (size) => {
    expect(await caughtUpAt(await ledgerOf(size), () => 'enough')).toEqual([size])
  },
)

test('a ledger that grows by whole pages meanwhile is caught up with each time', async () => {
  const ledger = await ledgerOf(page)
  const sizes = await caughtUpAt(ledger, (size) => {
    if (size === 3 * page) return 'enough'
    setTimeout(() => added(ledger, size, size + page), 5)
    return 'more'
  })
  expect(sizes).toEqual([page, 2 * page, 3 * page])
})
