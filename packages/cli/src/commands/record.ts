/**
 * `send-ledger record`: one event.
 */

import { randomUUID } from 'node:crypto'
import {
  checkEvent,
  explain,
  type Ledger,
  type NewEvent,
  type Recorded,
  recorder,
} from '@send-ledger/core'
import { type EventTypes, ourTypes } from '@send-ledger/core/own-events'
import { explainJson, strictJson } from '@send-ledger/core/records'
import { smallFile } from '@send-ledger/evidence/sign'
import { wireLine } from '@send-ledger/interop'
import * as E from 'fp-ts/lib/Either.js'
import type { AddCommand } from '../command.js'
import { dateOf } from '../dates.js'
import { trustClock, withLedger } from '../ledger-place.js'
import { ownOf } from '../own.js'
import { type Exact, inJsonLine, type Line } from '../printed.js'
import { notDone, type Outcome, reasonOf, refused, wrongUse } from '../stop.js'
import type { Terminal } from '../terminal.js'

/** Adds `record` to the program. */
export const addRecord: AddCommand = (program, perform) => {
  program
    .command('record')
    .description('Record one event, with the checks of its life cycle.')
    .argument('<ledger>', 'path of the ledger, or its address')
    .argument('<stream>', 'the subject, such as case-1042')
    .argument('<type>', 'the event type, such as RequestReceived')
    .requiredOption('--on <date>', 'the date on which it happened, YYYY-MM-DD')
    .option('--data <json>', 'the data of the event, a JSON object (default: {})')
    .option('--data-file <file>', 'the same from a file, for shells that change quotes')
    .option('--id <uuid>', 'the id; the same id again is recorded once (default: a new one)')
    .option('--actor <who>', 'pseudonym or role of who records it; never a name')
    .option(...trustClock)
    .action((ledger: string, stream: string, type: string, options: RecordOptions) =>
      perform(async (terminal) => {
        const own = await ownOf(terminal, ledger)
        if (E.isLeft(own)) return own
        const { types = ourTypes } = own.right
        const data = await dataOf(options)
        if (E.isLeft(data)) return data
        const event = eventOf({ stream, type, text: data.right }, options, types)
        if (E.isLeft(event)) return event
        return withLedger(
          ledger,
          terminal,
          (opened) => record(terminal, opened, event.right),
          options.trustClock ? 'trusted' : 'write',
        )
      }),
    )
}

interface RecordOptions {
  readonly on: string
  readonly data?: string
  readonly dataFile?: string
  readonly id?: string
  readonly actor?: string
  readonly trustClock?: boolean
}

/** The text of the data: a shell of Windows takes the quotes out of one on its line. */
const dataOf = async ({ data, dataFile }: RecordOptions): Promise<Outcome<string>> => {
  if (dataFile === undefined) return E.right(data ?? '{}')
  if (data !== undefined) return wrongUse('give --data or --data-file, not both.')
  try {
    return E.right(new TextDecoder().decode(await smallFile(dataFile)))
  } catch (cause) {
    return notDone(`${dataFile} could not be read: ${reasonOf(cause)}. Give the path of a file.`)
  }
}

/** The event that the arguments describe. */
const eventOf = (
  { stream, type, text }: Record<'stream' | 'type' | 'text', string>,
  options: RecordOptions,
  types: EventTypes,
): Outcome<NewEvent> => {
  const codec = types.codecNamed(type)
  if (codec === undefined) {
    return wrongUse(`there is no event type ${type}.${likeIt(type, types)}`)
  }
  const data = strictJson(text)
  if (E.isLeft(data)) return wrongUse(`--data ${explainJson(data.left)}`)
  const on = dateOf('--on', options.on)
  if (E.isLeft(on)) return on
  const told = {
    id: options.id ?? randomUUID(),
    type,
    version: codec.version,
    stream,
    effectiveOn: on.right,
    data: data.right,
    ...(options.actor === undefined ? {} : { actor: options.actor }),
  }
  const event = checkEvent(told, types)
  return E.isRight(event)
    ? event
    : wrongUse(`${type} cannot be recorded as given: ${explain(event.left)}.`)
}

/** Names that differ in their capitals only, or begin alike. */
const likeIt = (type: string, { names }: EventTypes): string => {
  const start = type.toLowerCase().slice(0, 5)
  const like = names.filter((name) => name.toLowerCase().startsWith(start))
  return like.length > 0 ? ` Did you mean ${like.join(', ')}?` : ' The reference lists them all.'
}

const record = async (terminal: Terminal, ledger: Ledger, event: NewEvent): Promise<Outcome> => {
  const outcomes = await recorder(ledger, { now: terminal.io.now }).record([{ event }])()
  if (E.isLeft(outcomes)) return notDone(explain(outcomes.left))
  const [outcome] = outcomes.right
  if (outcome === undefined) throw new Error('the recorder gave no outcome')
  if (E.isLeft(outcome)) return refused(`not recorded: ${explain(outcome.left)}`)
  if (terminal.quiet && !terminal.json) return E.right(0)
  const printed = await terminal.print(
    terminal.json ? inJson(outcome.right, ledger.origin) : inWords(outcome.right),
  )
  return E.map(() => 0 as const)(printed)
}

const inJson = ({ record: kept, duplicate }: Recorded, origin: string): Exact =>
  inJsonLine({ duplicate, record: JSON.parse(wireLine(kept, origin)) })

const inWords = ({ record: kept, duplicate }: Recorded): readonly Line[] => [
  duplicate
    ? `Recorded before, at position ${kept.position}: nothing more was written.`
    : `Recorded ${kept.type} of ${kept.effectiveOn} in ${kept.stream} at position ${kept.position}.`,
  // What corrects or retracts it names the id; what is asked as known just then, the instant.
  `Its id: ${kept.id}. Known since ${kept.recordedAt}.`,
]
