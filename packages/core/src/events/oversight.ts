/**
 * One visit, meeting or report.
 */
import type * as t from 'io-ts'
import { ahead, eventOf } from './event.js'
import { date, flag, list, localId, quantity, streamOf, text } from './fields.js'
import { fieldset, optional } from './fieldset.js'

const event = eventOf('oversight')
const announced = eventOf('oversight', ahead)

/** A monitoring visit was held by the bodies named. */
export const MonitoringVisitHeld = announced('MonitoringVisitHeld', 1, {
  programmeId: optional(streamOf('programme')),
  by: list(text, 1),
  purpose: optional(text),
})
export type MonitoringVisitHeld = t.TypeOf<typeof MonitoringVisitHeld>

/** Feedback was given. */
export const FeedbackGiven = event('FeedbackGiven', 1, {
  feedbackId: localId,
  text,
  areaId: optional(localId),
})
export type FeedbackGiven = t.TypeOf<typeof FeedbackGiven>

/** Feedback was answered. */
export const FeedbackAnswered = event('FeedbackAnswered', 1, {
  feedbackId: localId,
  text,
  actionIds: optional(list(streamOf('action'))),
})
export type FeedbackAnswered = t.TypeOf<typeof FeedbackAnswered>

const toldFigure = fieldset('figure', {
  measure: text,
  period: optional(text),
  numerator: quantity,
  denominator: optional(quantity),
})

/** A report was presented. Its figures are kept as they were told and never recomputed. */
export const ReportPresented = event('ReportPresented', 1, {
  title: text,
  to: text,
  asAt: date,
  figures: list(toldFigure),
  packRoot: optional(text),
})
export type ReportPresented = t.TypeOf<typeof ReportPresented>

/** A recommendation was made. */
export const RecommendationMade = event('RecommendationMade', 1, {
  recommendationId: localId,
  text,
})
export type RecommendationMade = t.TypeOf<typeof RecommendationMade>

/** A recommendation was answered. */
export const RecommendationAnswered = event('RecommendationAnswered', 1, {
  recommendationId: localId,
  accepted: flag,
  text,
})
export type RecommendationAnswered = t.TypeOf<typeof RecommendationAnswered>
