/**
 * Every event of a post and of a worker in every state: taken, or refused by the rule named.
 */
import { drafts, rulesOf, testTable } from './states.js'

const post = { category: 'post', stream: 'post-1' } as const
const worker = { category: 'worker', stream: 'worker-1' } as const

describe('a post', () => {
  const established = 'PostEstablished'
  const offered = [established, 'PostAdvertised', 'AppointmentOffered']
  testTable({
    ...post,
    states: {
      none: [],
      funded: [established],
      void: [established, 'EventRetracted of 1'],
      offered,
      fallen: [...offered, 'AppointmentFellThrough'],
      gone: [established, 'PostDisestablished'],
      goneOffered: [...offered, 'PostDisestablished'],
      back: [established, 'PostDisestablished', 'EventRetracted of 2'],
    },
    rules: {
      start: 'starts-with',
      twice: 'starts-once',
      again: 'disestablished-once',
      late: 'nothing-after-disestablishment',
      offer: 'falls-through-once',
      other: 'mends-own-stream',
      stands: 'mends-what-stands',
    },
    cells: `
                              none    funded  void    offered fallen  gone    goneOffered  back
      PostEstablished         ok      twice   ok      twice   twice   twice   twice        twice
      PostChanged             start   ok      start   ok      ok      late    late         ok
      PostAdvertised          start   ok      start   ok      ok      late    late         ok
      AppointmentOffered      start   ok      start   ok      ok      late    late         ok
      AppointmentFellThrough  start   offer   start   ok      offer   offer   ok           offer
      PostDisestablished      start   ok      start   ok      ok      again   again        ok
      EventRetracted          other   ok      stands  start   start   start   start        ok
      EventCorrected          other   ok      stands  start   start   start   start        ok
    `,
  })

  test.each<[string, readonly string[], string]>([
    [
      'its end is moved before what came of it',
      [...offered, 'PostDisestablished', 'EventCorrected of 4 to 2'],
      'nothing-after-disestablishment',
    ],
    [
      'the offer is taken back that fell through',
      [...offered, 'AppointmentFellThrough', 'EventRetracted of 3'],
      'falls-through-once',
    ],
    [
      'the offer is moved behind its falling through',
      [...offered, 'AppointmentFellThrough', 'EventCorrected of 3 to 5'],
      'falls-through-once',
    ],
  ])('a correction is refused where %s', async (_, path, rule) => {
    expect((await rulesOf(drafts(post, path))).at(-1)).toBe(rule)
  })

  test('a second offer may fall through as the first did', async () => {
    const again = ['AppointmentFellThrough', 'AppointmentOffered', 'AppointmentFellThrough']
    expect(new Set(await rulesOf(drafts(post, [...offered, ...again])))).toEqual(new Set(['ok']))
  })
})

describe('a worker', () => {
  const started = 'WorkerStarted'
  testTable({
    ...worker,
    states: {
      none: [],
      there: [started],
      void: [started, 'EventRetracted of 1'],
      inducted: [started, 'InductionCompleted'],
      away: [started, 'AbsenceStarted'],
      back: [started, 'AbsenceStarted', 'AbsenceEnded'],
      left: [started, 'WorkerLeft'],
      leftAway: [started, 'AbsenceStarted', 'WorkerLeft'],
      stayed: [started, 'WorkerLeft', 'EventRetracted of 2'],
    },
    rules: {
      start: 'starts-with',
      twice: 'starts-once',
      again: 'left-once',
      late: 'nothing-after-leaving',
      once: 'induction-once',
      apart: 'absences-apart',
      other: 'mends-own-stream',
      stands: 'mends-what-stands',
    },
    cells: `
                          none   there  void    inducted away   back   left   leftAway stayed
      WorkerStarted       ok     twice  ok      twice    twice  twice  twice  twice    twice
      WorkerChanged       start  ok     start   ok       ok     ok     late   late     ok
      InductionCompleted  start  ok     start   once     ok     ok     late   late     ok
      AbsenceStarted      start  ok     start   ok       apart  ok     late   late     ok
      AbsenceEnded        start  apart  start   apart    ok     apart  late   late     apart
      WorkerLeft          start  ok     start   ok       ok     ok     again  again    ok
      EventRetracted      other  ok     stands  start    start  start  start  start    ok
      EventCorrected      other  ok     stands  start    start  start  start  start    ok
    `,
  })

  test.each<[string, readonly string[], string]>([
    [
      'the leaving is moved before an absence',
      [started, 'InductionCompleted', 'AbsenceStarted', 'WorkerLeft', 'EventCorrected of 4 to 2'],
      'nothing-after-leaving',
    ],
    [
      'the start of an absence that ended is taken back',
      [started, 'AbsenceStarted', 'AbsenceEnded', 'EventRetracted of 2'],
      'absences-apart',
    ],
  ])('a correction is refused where %s', async (_, path, rule) => {
    expect((await rulesOf(drafts(worker, path))).at(-1)).toBe(rule)
  })
})
