/**
 * What is of a council's own: the views and the event types that its `send-ledger.config.mjs`
 * gives. It is read from beside the ledger, or from where `--config` says. It is a program, and
 * runs as one.
 */
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { explainOption, optionsFlaw, optionsGiven, readOptions } from '@send-ledger/core/figures'
import {
  type AnyLocalType,
  type EventTypes,
  eventTypes,
  isLocalName,
} from '@send-ledger/core/own-events'
import type { OwnView } from '@send-ledger/evidence'
import { placeOf } from '@send-ledger/store-by-name'
import * as E from 'fp-ts/lib/Either.js'
import { type Outcome, reasonOf, wrongUse } from './stop.js'
import type { Terminal } from './terminal.js'
import { isViewName } from './view/views.js'

/** The name of the file beside a ledger. */
export const configName = 'send-ledger.config.mjs'

/** What a file gives; without a file there are no views, and our event types alone. */
export interface Own {
  readonly views: readonly OwnView[]
  readonly types: EventTypes | undefined
}

/**
 * What is of the council's own; nothing where there is no file. What came from elsewhere, such as a
 * pack, is looked at without a file beside it: then no ledger is named.
 */
export const ownOf = async (
  { config }: Pick<Terminal, 'config'>,
  ledger?: string,
): Promise<Outcome<Own>> => {
  const path = config ?? (ledger === undefined ? undefined : besideLedger(ledger))
  if (path === undefined) return E.right({ views: [], types: undefined })
  try {
    const module: { readonly default?: unknown } = await import(pathToFileURL(resolve(path)).href)
    return ownIn(path, module.default)
  } catch (cause) {
    return wrongUse(`${path} could not be run: ${reasonOf(cause)}. Mend it, or leave it out.`)
  }
}

const besideLedger = (ledger: string): string | undefined => {
  const place = placeOf(ledger)
  if (E.isLeft(place) || place.right.kind !== 'file') return undefined
  const path = join(dirname(place.right.at), configName)
  return existsSync(path) ? path : undefined
}

/** The views of the council's own. */
export const ownViews = async (
  terminal: Pick<Terminal, 'config'>,
  ledger?: string,
): Promise<Outcome<readonly OwnView[]>> =>
  E.map(({ views }: Own) => views)(await ownOf(terminal, ledger))

const ownIn = (path: string, given: unknown): Outcome<Own> => {
  const { views, events } = (given ?? {}) as { readonly views?: unknown; readonly events?: unknown }
  if (!Array.isArray(views) && !Array.isArray(events)) {
    return wrongUse(
      `${path} gives no views and no events. Write: export default { views: [myView], events: [myType] }`,
    )
  }
  const types = typesIn(path, events ?? [])
  if (E.isLeft(types)) return types
  return E.map((own: readonly OwnView[]) => ({ views: own, types: types.right }))(
    viewsIn(path, views ?? []),
  )
}

const typesIn = (path: string, events: unknown): Outcome<EventTypes | undefined> => {
  if (!Array.isArray(events)) return wrongUse(`${path}: events is no list.`)
  if (!events.every(isLocalType)) {
    return wrongUse(`${path}: an event type is none that localType of send-ledger has made.`)
  }
  try {
    return E.right(events.length === 0 ? undefined : eventTypes(...events))
  } catch (cause) {
    return wrongUse(`${path}: ${reasonOf(cause)}.`)
  }
}

const isLocalType = (given: unknown): given is AnyLocalType => {
  const { name, of, decode } = (given ?? {}) as Partial<Record<string, unknown>>
  return (
    typeof name === 'string' &&
    isLocalName(name) &&
    typeof of === 'function' &&
    typeof decode === 'function'
  )
}

const viewsIn = (path: string, views: unknown): Outcome<readonly OwnView[]> => {
  if (!Array.isArray(views)) return wrongUse(`${path}: views is no list.`)
  const names: string[] = []
  for (const view of views as readonly Partial<OwnView>[]) {
    const flaw = flawOf(view, names)
    if (flaw !== undefined) return wrongUse(`${path}: ${flaw}`)
    names.push(view.name as string)
  }
  return E.right(views as readonly OwnView[])
}

/** What is wrong with a view that was given; undefined where nothing is. */
const flawOf = (view: Partial<OwnView>, before: readonly string[]): string | undefined => {
  const { name, version, projections, answer, defaults } = view ?? {}
  if (typeof name !== 'string' || !/^[a-z][A-Za-z0-9-]{0,63}$/.test(name)) {
    return 'a view has no name of letters, digits and dashes that begins with a small letter.'
  }
  if (isViewName(name)) return `${name} is the name of a view of ours. Give yours another one.`
  // A pack has a file of this name, and Windows takes neither all names nor two by their capitals.
  if (/^(con|prn|aux|nul|com\d|lpt\d)$/i.test(name)) {
    return `${name} is no name of a file on Windows, and packs have files of views. Give another.`
  }
  if (before.some((other) => other.toLowerCase() === name.toLowerCase())) {
    return `two views are called ${name}. Give one of them another name.`
  }
  if (!Number.isSafeInteger(version)) return `the view ${name} has no version, a whole number.`
  if (!Array.isArray(projections)) return `the view ${name} has no list of projections.`
  if (typeof answer !== 'function') return `the view ${name} has no function answer.`
  if (typeof defaults !== 'object' || defaults === null) {
    return `the view ${name} has no defaults: {} where it takes no options.`
  }
  const flaw = optionsFlaw(view as OwnView)
  return flaw === undefined ? undefined : `of the view ${name} ${flaw}.`
}

/** Views of the council's own as a pack asks them: what is given is `view.name=value` each. */
export const ownAsked = (
  own: readonly OwnView[],
  given: readonly string[] = [],
): Outcome<readonly OwnView[]> => {
  const parts = given.map((text) => /^([^.=]+)\.([^=]+)=(.*)$/s.exec(text) ?? [text])
  const strange = parts.find(([, name]) => !own.some((view) => view.name === name))
  if (strange !== undefined) {
    return wrongUse(
      `--with must be VIEW.NAME=VALUE, of a view of the council's own, not "${strange[0]}".`,
    )
  }
  return E.traverseArray((view: OwnView): Outcome<OwnView> => {
    const ofView = parts.filter(([, name]) => name === view.name)
    const pairs = ofView.map(([, , option = '', text = '']) => [option, text] as const)
    // The law of a pack is that of all its views, and has a flag of its own.
    const read = readOptions<object>({ ...view, usesLaw: false }, optionsGiven(pairs))
    return E.isLeft(read)
      ? wrongUse(explainOption(read.left, (option) => `--with ${view.name}.${option}`))
      : E.right({ ...view, defaults: { ...view.defaults, ...read.right.options } })
  })(own)
}
