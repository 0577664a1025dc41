/**
 * A council's records over ten years, made from a seed: cases of every course, corrections and
 * retractions, late entries, a programme of actions rated every month, and a workforce. Everything
 * in it is invented.
 */

/** A generator of numbers from 0 to 1 (mulberry32): the same seed gives the same history. */
const randomOf = (seed) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** The first day of every history, and how many days it has. Days count from 1 January 1970. */
export const firstDay = 15_340
const days = 3650

const dates = new Map()

/** The date of a day number, as text. */
export const dateOf = (day) => {
  const known = dates.get(day)
  if (known) return known
  const date = new Date(day * 86_400_000).toISOString().slice(0, 10)
  dates.set(day, date)
  return date
}

const kinds = ['educationalPsychology', 'health', 'socialCare', 'school', 'parent']

/** So many records, as lines of a file, in recorded order. */
export function* lines(count, seed) {
  const random = randomOf(seed)
  const whole = (from, to) => from + Math.floor(random() * (to - from + 1))
  const recordedOn = new Map()
  /** Has a record recorded on a day, or later where its subject has one later. */
  const plan = (subject, state, on, type, data) => {
    const lag = random() < 0.05 ? whole(8, 60) : whole(0, 3)
    const day = Math.max(state.recorded, on + lag)
    state.recorded = day
    if (!recordedOn.has(day)) recordedOn.set(day, [])
    recordedOn.get(day).push({ subject, type, on, data })
  }
  const perDay = count / 8.2 / days
  let due = 0
  let cases = 0
  let n = 0
  startProgramme(plan, whole)
  for (let day = firstDay; n < count; day++) {
    for (due += perDay; due >= 1; due--) startCase(`case-${++cases}`, day, { plan, random, whole })
    const today = recordedOn.get(day) ?? []
    recordedOn.delete(day)
    for (let i = 0; i < today.length && n < count; i++) {
      n++
      yield lineOf(today[i], n, day, i)
    }
  }
}

const lineOf = ({ subject, type, on, data }, n, day, i) => {
  const id = `${n.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`
  if (data.idOf !== undefined) data.idOf.id = id
  const { idOf: _, mends, ...told } = data
  if (mends) told[mends.as] = mends.of.id
  return {
    specversion: '1.0',
    id,
    source: 'urn:send-ledger:bench',
    type: `uk.send-ledger.${type}.v1`,
    subject,
    effectivedate: dateOf(on),
    recordedtime: new Date(day * 86_400_000 + 28_800_000 + i * 500).toISOString(),
    datacontenttype: 'application/json',
    data: told,
  }
}

const startCase = (subject, start, { plan, random, whole }) => {
  const state = { recorded: start }
  const add = (after, type, data = {}) => plan(subject, state, start + after, type, data)
  add(0, 'RequestReceived', { requestedBy: 'school', startedBy: 'request' })
  if (random() < 0.05) return add(whole(5, 40), 'RequestWithdrawn', { reason: 'moved' })
  if (random() < 0.15)
    return add(whole(28, 50), 'AssessmentRefused', { reason: 'support in place' })
  const agreed = whole(20, 45)
  add(agreed, 'AssessmentAgreed')
  const asked = [kinds[whole(0, 4)], kinds[whole(0, 4)]]
  asked.forEach((kind, i) => {
    add(agreed + i, 'AdviceRequested', { adviceId: `${i}`, kind })
  })
  asked.forEach((_, i) => {
    if (random() < 0.96) add(agreed + whole(20, 70), 'AdviceReturned', { adviceId: `${i}` })
  })
  add(agreed + 75, 'DraftPlanIssued')
  const issued = random() < 0.6 ? whole(agreed + 76, 140) : whole(141, 260)
  const plan1 = {}
  add(issued, 'PlanIssued', { idOf: plan1 })
  if (random() < 0.02) {
    const mends = { as: 'corrects', of: plan1 }
    add(issued + 30, 'EventCorrected', {
      mends,
      effectiveOn: dateOf(start + issued + whole(1, 20)),
      reason: 'wrong date',
    })
  } else if (random() < 0.004) {
    const mends = { as: 'retracts', of: plan1 }
    add(issued + 30, 'EventRetracted', { mends, reason: 'wrong case' })
  } else if (random() < 0.5) {
    add(issued + 350, 'ReviewMeetingHeld', { reviewId: '1' })
    add(issued + 350 + whole(10, 40), 'ReviewDecided', { reviewId: '1', decision: 'maintain' })
  }
}

const ratings = ['red', 'amber', 'green']

const startProgramme = (plan, whole) => {
  const of = (subject) => {
    const state = { recorded: firstDay }
    return (after, type, data) => plan(subject, state, firstDay + after, type, data)
  }
  const programme = of('programme-1')
  programme(0, 'ProgrammeEstablished', { title: 'Plan', framework: 'writtenStatementOfAction' })
  programme(0, 'AreaOfConcernIdentified', { areaId: '1', number: 1, title: 'Timeliness' })
  programme(0, 'WorkstreamEstablished', { workstreamId: 'ehcp', title: 'EHCP', lead: 'Head' })
  for (let a = 1; a <= 40; a++) {
    const action = of(`action-${a}`)
    action(1, 'ActionAgreed', {
      programmeId: 'programme-1',
      number: `1.${a}`,
      title: `Action ${a}`,
      areaIds: ['1'],
      workstreamId: 'ehcp',
      owner: 'Head of SEND',
      accountable: 'Director',
      dueOn: dateOf(firstDay + whole(200, 2000)),
      successCriteria: ['done'],
    })
    for (let month = 1; month <= 24; month++) {
      action(month * 30, 'ActionRagChanged', {
        rag: ratings[whole(0, 2)],
        reason: 'reviewed',
        assessedBy: 'Programme manager',
        evidenceIds: [],
      })
    }
  }
  for (let w = 1; w <= 60; w++) {
    const worker = of(`worker-${w}`)
    worker(whole(0, 400), 'WorkerStarted', {
      team: 'EHC',
      role: w % 3 === 0 ? 'psychologist' : 'coordinator',
      fte: w % 2 === 0 ? 1 : 0.5,
      contract: 'permanent',
    })
  }
}
