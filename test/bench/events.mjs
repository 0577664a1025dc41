/**
 * The records as the others keep them: one row an event, with days as whole numbers; and the table
 * of versions that a careful analyst would make by hand, one row for each change of a case.
 */

/** An event as a row. */
export const rowOf = (record) => ({
  position: record.position,
  id: record.id,
  subject: record.stream,
  type: record.type,
  day: dayOf(record.effectiveOn),
  corrects: record.data.corrects ?? null,
  retracts: record.data.retracts ?? null,
  newDay: record.data.effectiveOn === undefined ? null : dayOf(record.data.effectiveOn),
})

const dayOf = (date) => Math.round(Date.parse(date) / 86_400_000)

/** State of a case as a plain object, changed in a loop: the simplest thing that could work. */
export const mutated = (rows) => {
  const cases = new Map()
  for (const { subject, type, day } of rows) {
    if (!subject.startsWith('case-')) continue
    let state = cases.get(subject)
    if (state === undefined) {
      state = { received: null, plan: null, ended: null, advice: 0 }
      cases.set(subject, state)
    }
    if (type === 'RequestReceived') state.received = day
    else if (type === 'AdviceReturned') state.advice++
    else if (type === 'RequestWithdrawn' || type === 'AssessmentRefused') state.ended = day
    else if (type === 'PlanIssued') {
      state.plan = day
      state.ended = day
    }
  }
  return cases
}

const forever = 4_294_967_295

/** A row for each state that a case was in, by the positions from and to which it was known. */
export function* versionsOf(rows) {
  const cases = new Map()
  for (const row of rows) {
    if (!row.subject.startsWith('case-')) continue
    const before = cases.get(row.subject)
    const events = before === undefined ? new Map() : before.events
    if (row.corrects !== null) {
      if (row.newDay !== null) events.get(row.corrects).day = row.newDay
    } else if (row.retracts !== null) events.delete(row.retracts)
    else if (counted.has(row.type)) events.set(row.id, { type: row.type, day: row.day })
    else continue
    const now = { ...stateOf([...events.values()]), events, from: row.position }
    if (before !== undefined) yield versionOf(row.subject, before, row.position)
    cases.set(row.subject, now)
  }
  for (const [subject, state] of cases) yield versionOf(subject, state, forever)
}

const counted = new Set(['RequestReceived', 'RequestWithdrawn', 'AssessmentRefused', 'PlanIssued'])

const stateOf = (events) => {
  const first = (is) => {
    const days = events.filter(({ type }) => is(type)).map(({ day }) => day)
    return days.length === 0 ? null : Math.min(...days)
  }
  return {
    received: first((type) => type === 'RequestReceived'),
    plan: first((type) => type === 'PlanIssued'),
    ended: first((type) => type !== 'RequestReceived'),
  }
}

const versionOf = (subject, { received, plan, ended, from }, to) => ({
  subject,
  from,
  to,
  received,
  plan,
  ended,
})
