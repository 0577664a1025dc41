/**
 * Histories by chance that a ledger takes whole.
 */
import {
  checkEvent,
  type Draft,
  endOfDay,
  type LedgerRecord,
  londonDate,
  type StreamId,
} from '@send-ledger/core'
import { programmeOfRating, ratingRefused, streamRefusal } from '@send-ledger/core/proof'
import type * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { histories } from './histories.js'

/**
 * Histories by chance, in recorded order, of which a ledger refuses nothing: what `histories`
 * gives, without the events that break a life cycle or rest on such.
 */
export const lawfulHistories: fc.Arbitrary<readonly Draft[]> = histories.map((drafts) => {
  const streams = new Map<StreamId, readonly LedgerRecord[]>()
  return drafts.filter(({ event, recordedAt = endOfDay(event.effectiveOn) }, position) => {
    if (E.isLeft(checkEvent(event))) return false
    const stream = streams.get(event.stream) ?? []
    const record = { ...event, position, revision: stream.length, recordedAt } as LedgerRecord
    if (londonDate(recordedAt) < event.effectiveOn || streamRefusal(stream, record)) return false
    const programme = programmeOfRating(stream, record)
    if (programme && ratingRefused(streams.get(programme) ?? [], stream, record)) return false
    streams.set(event.stream, [...stream, record])
    return true
  })
})
