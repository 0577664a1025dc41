/**
 * Posts and workers by chance.
 */
import * as fc from 'fast-check'
import { days, maybe, one, told } from './told.js'

const place = { team: one('EHC', 'EP'), role: one('coordinator', 'psychologist') }
const hours = one(0.2, 0.5, 1)
const contract = one('permanent', 'fixedTerm', 'interim', 'agency', 'locum')

/** A post. */
export const post = fc.tuple(
  told(
    'PostEstablished',
    fc.constant(0),
    fc.record({ ...place, fte: hours, funding: one('permanent') }),
  ),
  maybe(told('PostChanged', days(0, 400), fc.record({ fte: hours }))),
  fc.array(told('PostAdvertised', days(0, 300)), { maxLength: 2 }),
  maybe(
    told(
      'AppointmentOffered',
      days(30, 300),
      fc.record({ expectedStartOn: one('2020-12-01', '2021-06-01') }, { requiredKeys: [] }),
    ),
  ),
  maybe(told('AppointmentFellThrough', days(60, 300))),
  maybe(told('PostDisestablished', days(100, 500))),
)

/** A worker. */
export const worker = fc.tuple(
  told(
    'WorkerStarted',
    fc.constant(0),
    fc.record(
      { ...place, fte: hours, contract, postId: one('post-1', 'post-2', 'post-9') },
      { requiredKeys: ['team', 'role', 'fte', 'contract'] },
    ),
  ),
  fc.array(
    told(
      'WorkerChanged',
      days(0, 400),
      fc
        .record({ ...place, fte: hours, contract }, { requiredKeys: [] })
        .filter((data) => Object.keys(data).length > 0),
    ),
    { maxLength: 2 },
  ),
  maybe(told('InductionCompleted', days(0, 200))),
  maybe(told('AbsenceStarted', days(10, 300), one({ kind: 'sickness' }))),
  maybe(told('AbsenceEnded', days(20, 400))),
  maybe(told('WorkerLeft', days(30, 500))),
)
