/**
 * Event types of a council's own: a store keeps them as it keeps ours, and needs to know nothing of
 * them, for who records has checked them.
 */
import { checkEvent, type Instant, type Ledger, recorder } from '@send-ledger/core'
import {
  eventTypes,
  isCarried,
  localType,
  once,
  ourTypes,
  text,
} from '@send-ledger/core/own-events'
import { all, append, done } from './done.js'
import { idOf, minute, note, stream, write } from './told.js'

const ruled = localType({
  name: 'walsall.HubOpened',
  category: 'action',
  dateMeans: 'the day on which the hub opened',
  fields: { place: text },
  rules: [once('hub-once', 'walsall.HubOpened')],
})

const types = eventTypes(ruled)

/** What a store must do with events of a council's own. */
export const ownEventsContract = (open: (now: () => Instant) => Promise<Ledger>): void => {
  const now = () => minute(30)
  const hub = (n: number) => ({
    ...note(n, stream('a')),
    type: 'walsall.HubOpened',
    data: { place: 'Willenhall' },
  })

  test('an event of a council’s own that was checked is kept, and read by who knows it not', async () => {
    const ledger = await open(now)
    const event = checkEvent(hub(1), types)
    if (event._tag === 'Left') throw new Error(JSON.stringify(event.left))
    const events = [event.right]
    const { refused } = await append(
      ledger,
      { stream: stream('a'), expected: 'noStream', events },
      write('a', 0, 2),
    )
    expect(refused).toBeUndefined()
    const [kept, ours] = await all(ledger)
    expect(kept).toMatchObject(hub(1))
    expect([kept, ours].map((each) => each && isCarried(each, ourTypes))).toEqual([true, false])
    expect(await done(ledger.readStream(stream('a')))).toEqual(await all(ledger))
  })

  test('one that was not checked is refused', async () => {
    const events = [hub(1) as never]
    const { refused } = await append(await open(now), {
      stream: stream('a'),
      expected: 'noStream',
      events,
    })
    expect(refused?._tag).toBe('InvalidEvent')
  })

  test('a recorder takes the types, and their rules, from the ledger', async () => {
    const ledger = await open(now)
    const starts = { event: startOf('b') as never }
    const opened = [1, 2].map((n) => ({ event: { ...hub(n), stream: stream('b') } as never }))
    const knowing = recorder({ ...ledger, types }, { now })
    const outcomes = await done(knowing.record([starts, ...opened]))
    expect(outcomes.map((each) => (each._tag === 'Left' ? each.left : 'recorded'))).toEqual([
      'recorded',
      'recorded',
      expect.objectContaining({ _tag: 'LifeCycleBroken', rule: 'hub-once' }),
    ])
    const [unknown] = await done(recorder(ledger, { now }).record([{ event: hub(4) as never }]))
    expect(unknown).toMatchObject({ _tag: 'Left', left: { _tag: 'InvalidEvent' } })
  })
}

/** What an action starts with. */
const startOf = (name: string) => ({
  ...note(9, stream(name)),
  id: idOf(9),
  type: 'ActionAgreed',
  data: {
    programmeId: 'programme-1',
    number: '1.1',
    title: 'A hub',
    areaIds: ['a'],
    workstreamId: 'w',
    owner: 'Head of SEND',
    dueOn: '2021-12-31',
    successCriteria: [],
  },
})
