/**
 * One process of several that record at random into one ledger: lawful events and unlawful ones,
 * repeats, and ids of other content, on subjects that all of them share. It says what it recorded,
 * what became of it, and how long its event loop was held up. Started by `as-of-one.test.ts`.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { recorder } from '@send-ledger/core'
import { openSqliteLedger } from '@send-ledger/store-sqlite'

const [path, seed, count] = process.argv.slice(2)

/** Chance that can be had again. Source: mulberry32, public domain. */
let state = Number(seed)
const chance = () => {
  state = (state + 0x6d2b79f5) | 0
  let t = Math.imul(state ^ (state >>> 15), 1 | state)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}
const upTo = (n) => Math.floor(chance() * n)

const scale = (...codes) => ({
  scaleVersion: codes.join(),
  ratings: codes.map((code, order) => {
    return { code, label: code, meaning: code, order, complete: false, notStarted: false }
  }),
})

const agreed = (of) => ({
  programmeId: `programme-${of}`,
  number: '1.1',
  title: 'An action',
  areaIds: ['a'],
  workstreamId: 'w',
  owner: 'Head of SEND',
  dueOn: '2021-12-31',
  successCriteria: [],
})

const rated = (rag) => ({ rag, reason: 'because', assessedBy: 'a role' })
const request = (requestedBy) => ({ requestedBy, startedBy: 'request' })
const established = { title: 'P', framework: 'writtenStatementOfAction' }

/** So many events are told of the same subjects; then others come. */
const inEpoch = 24

const idOf = (epoch, n) =>
  `00000000-0000-4000-8000-${(epoch * 2 * inEpoch + n).toString(16).padStart(12, '0')}`

/** What may be told of the subjects of an epoch. */
const kinds = [
  () => ['case', 'RequestReceived', request('school')],
  () => ['case', 'RequestReceived', request('parent')],
  () => ['case', 'RequestWithdrawn', {}],
  () => ['case', 'AssessmentAgreed', {}],
  () => ['case', 'AssessmentRefused', {}],
  () => ['case', 'PlanIssued', {}],
  (epoch, n) => ['case', 'EventRetracted', { retracts: idOf(epoch, n % 20), reason: 'twice' }],
  (epoch, n) => [
    'case',
    'EventCorrected',
    { corrects: idOf(epoch, n % 16), effectiveOn: '2021-05-03', reason: 'typing mistake' },
  ],
  () => ['programme', 'ProgrammeEstablished', established],
  () => ['programme', 'RagScaleAdopted', scale('red', 'green')],
  () => ['programme', 'RagScaleAdopted', scale('red', 'blue')],
  (epoch, n) => ['programme', 'EventRetracted', { retracts: idOf(epoch, n % 20), reason: 'no' }],
  (epoch) => ['action', 'ActionAgreed', agreed(epoch)],
  () => ['action', 'ActionRagChanged', rated('green')],
  () => ['action', 'ActionRagChanged', rated('blue')],
  () => ['action', 'ActionProgressNoted', { note: 'a note' }],
  () => ['action', 'ActionProgressNoted', { note: 7 }],
]

/** Mostly the id says what is told, so that others who take the same one tell the same. */
const draft = (told) => {
  const epoch = Math.floor(told / inEpoch)
  const n = upTo(2 * inEpoch)
  const of = chance() < 0.75 ? n : upTo(1000)
  const [category, type, data] = kinds[(of * 7) % kinds.length](epoch, of * 5)
  const stream = category === 'programme' ? `programme-${epoch}` : `${category}-${epoch}.${of % 2}`
  const effectiveOn = `2021-05-0${2 + (of % 3)}`
  return { event: { id: idOf(epoch, n), type, version: 1, stream, effectiveOn, data } }
}

/** The clocks of the processes differ by minutes. */
const minute = () => `2021-05-04T09:1${upTo(5)}:00.000Z`
let at = minute()
const now = () => at

const done = async (task) => {
  const either = await task()
  if (either._tag === 'Left') throw new Error(JSON.stringify(either.left))
  return either.right
}

const ledger = await done(openSqliteLedger(path, { now }))
const by = recorder(ledger, { now })
const size = async () => (await done(ledger.head())).size

const call = async (drafts) => {
  const before = await size()
  const called = { drafts, now: at, before }
  const recorded = await by.record(drafts)()
  if (recorded._tag === 'Left') throw new Error(JSON.stringify(recorded.left))
  return { ...called, after: await size(), outcomes: recorded.right }
}

const calls = []
const loop = monitorEventLoopDelay({ resolution: 1 })

process.once('message', async () => {
  loop.enable()
  for (let told = 0; told < Number(count); ) {
    at = minute()
    const parts = Array.from({ length: chance() < 0.2 ? 2 : 1 }, () =>
      Array.from({ length: 1 + upTo(3) }, () => draft(told++)),
    )
    calls.push(...(await Promise.all(parts.map(call))))
  }
  loop.disable()
  await done(ledger.close())
  process.send({ calls, heldUp: loop.max / 1e6 }, () => process.disconnect())
})
process.send('ready')
