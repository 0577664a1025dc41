/**
 * One established job.
 */
import type * as t from 'io-ts'
import { ahead, eventOf } from './event.js'
import { code, date, fte, text } from './fields.js'
import { optional } from './fieldset.js'

const event = eventOf('post')
const announced = eventOf('post', ahead)

/** The post is funded from this day. */
export const PostEstablished = announced('PostEstablished', 1, {
  team: text,
  role: text,
  fte,
  funding: code('permanent', 'temporary'),
})
export type PostEstablished = t.TypeOf<typeof PostEstablished>

/** The post has other hours from this day. */
export const PostChanged = announced('PostChanged', 1, { fte })
export type PostChanged = t.TypeOf<typeof PostChanged>

/** The post was advertised. */
export const PostAdvertised = event('PostAdvertised', 1, { closesOn: optional(date) })
export type PostAdvertised = t.TypeOf<typeof PostAdvertised>

/** An appointment was offered. */
export const AppointmentOffered = event('AppointmentOffered', 1, {
  expectedStartOn: optional(date),
})
export type AppointmentOffered = t.TypeOf<typeof AppointmentOffered>

/** The appointment is known to have fallen through. */
export const AppointmentFellThrough = event('AppointmentFellThrough', 1, {
  reason: optional(text),
})
export type AppointmentFellThrough = t.TypeOf<typeof AppointmentFellThrough>

/** The day before was the last funded day. */
export const PostDisestablished = announced('PostDisestablished', 1, { reason: optional(text) })
export type PostDisestablished = t.TypeOf<typeof PostDisestablished>
