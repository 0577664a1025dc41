/**
 * Events to measure with: cases from request to plan, eight records each, in recorded order.
 */

const types = [
  ['RequestReceived', 0],
  ['AssessmentAgreed', 30],
  ['AdviceRequested', 33],
  ['AdviceReturned', 70],
  ['AdviceRequested', 34],
  ['AdviceReturned', 75],
  ['DraftPlanIssued', 110],
  ['PlanIssued', 138],
]

const dateOf = (day) => new Date(day * 86_400_000).toISOString().slice(0, 10)

const dataOf = (step) => {
  if (step === 0) return { requestedBy: 'school', startedBy: 'request' }
  if (step === 2 || step === 4)
    return { adviceId: `advice-${step}`, kind: step === 2 ? 'health' : 'educationalPsychology' }
  if (step === 3 || step === 5) return { adviceId: `advice-${step - 1}` }
  return {}
}

/** So many records as lines of a file. Many cases run side by side, as in a council. */
export function* lines(count) {
  const side = 400
  let n = 0
  for (let first = 0; n < count; first += side) {
    for (let step = 0; step < types.length; step++) {
      for (let i = first; i < first + side && n < count; i++) {
        const [type, after] = types[step]
        const start = 14_000 + Math.floor(first / side) * 2
        const late = step === 7 && i % 3 === 0 ? 40 : 0
        const effectivedate = dateOf(start + after + late)
        const recordedtime = new Date((14_000 + 4_700) * 86_400_000 + n * 10).toISOString()
        n++
        yield {
          specversion: '1.0',
          id: `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`,
          source: 'urn:send-ledger:bench',
          type: `uk.send-ledger.${type}.v1`,
          subject: `case-${i}`,
          effectivedate,
          recordedtime,
          datacontenttype: 'application/json',
          data: dataOf(step),
        }
      }
    }
  }
}
