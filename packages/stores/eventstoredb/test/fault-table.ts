/**
 * Every fault of the test server, and what becomes of a call of the ledger that meets it.
 */
import type { Fault } from './server/faults.js'

/** The answer is as without the fault, or a refusal, or a typed failure. */
export type Outcome = 'same' | 'refused' | 'fails' | 'same or fails'

/** A fault, and what it comes to: where it happens once, and where it always does. */
export interface Row {
  readonly name: string
  readonly fault: Fault
  readonly once: Outcome
  readonly always: Outcome
}

const row = (name: string, fault: Fault, once: Outcome, always: Outcome): Row => ({
  name,
  fault,
  once,
  always,
})

/** The deadline of the ledgers under test. Unit: milliseconds. */
export const deadline = 250

/** The catalogue. `deadPort` is one at which nobody listens. */
export const faultTable = (deadPort: number): readonly Row[] => [
  row('is never answered', { _tag: 'NeverAnswers' }, 'same', 'fails'),
  row('is answered late, but in time', { _tag: 'AnswersLate', ms: 20 }, 'same', 'same'),
  row('is answered too late', { _tag: 'AnswersLate', ms: 2 * deadline }, 'same', 'fails'),
  row('fails after it was done', { _tag: 'FailsAfterApplying' }, 'same', 'fails'),
  row('fails before it is done', { _tag: 'FailsBeforeApplying' }, 'same', 'fails'),
  row('is cut before it is done', { _tag: 'ResetsConnection' }, 'same', 'fails'),
  row('is cut after it was done', { _tag: 'ResetsConnection', applied: true }, 'same', 'fails'),
  row('is cut at its beginning', { _tag: 'ResetsConnection', after: 0 }, 'same', 'fails'),
  row('meets a connection that goes away', { _tag: 'GoesAway', graceMs: 10 }, 'same', 'same'),
  row('finds no leader', { _tag: 'NotLeader' }, 'same', 'fails'),
  row(
    'is told of a leader who is dead',
    { _tag: 'NotLeader', host: '127.0.0.1', port: deadPort },
    'same',
    'fails',
  ),
  row('is called too large', { _tag: 'TooLarge' }, 'refused', 'refused'),
  row('ends at its beginning as if complete', { _tag: 'EndsEarly', after: 0 }, 'same', 'fails'),
  row('fails at its beginning', { _tag: 'FailsMidway', after: 0 }, 'same', 'fails'),
  row('is told that a stream was deleted', { _tag: 'DeletedMidway', after: 0 }, 'fails', 'fails'),
  row('ends midway as if complete', { _tag: 'EndsEarly', after: 3 }, 'same', 'same or fails'),
  row('fails midway', { _tag: 'FailsMidway', after: 3 }, 'same', 'same or fails'),
  row('is cut midway', { _tag: 'ResetsConnection', after: 3 }, 'same', 'same or fails'),
  row('is told an event twice', { _tag: 'DuplicatesEvent', at: 2 }, 'same', 'same or fails'),
  row(
    'is told events the wrong way round',
    { _tag: 'ReordersEvents', at: 2 },
    'same',
    'same or fails',
  ),
]
