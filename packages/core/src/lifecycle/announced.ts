/**
 * What may be announced ahead, and so be dated after the day on which it is recorded.
 */
import type { EventType } from '../events/catalogue.js'
import type { NewEvent } from '../events/record.js'

const announcedAhead: ReadonlySet<EventType> = new Set([
  'PostEstablished',
  'PostChanged',
  'PostDisestablished',
  'WorkerChanged',
  'WorkerLeft',
  'PlanCeased',
  'RagScaleAdopted',
  'WorkerStarted',
  'MonitoringVisitHeld',
])

/** Whether an event may be announced ahead; a projection is of a period that is still to come. */
export const isAnnouncedAhead = (event: NewEvent): boolean =>
  announcedAhead.has(event.type) || (isMeasured(event) && event.data.status === 'projected')

const isMeasured = (event: NewEvent): event is NewEvent<'MeasureRecorded'> =>
  event.type === 'MeasureRecorded'
