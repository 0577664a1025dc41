/**
 * The views of a council's own: those that its `send-ledger.config.mjs` gives. It is read from
 * beside the ledger, or from where `--config` says. It is a program, and runs as one.
 */
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { OwnView } from '@send-ledger/evidence'
import * as E from 'fp-ts/lib/Either.js'
import { placeOf } from '../ledger-place.js'
import { type Outcome, reasonOf, wrongUse } from '../stop.js'
import type { Terminal } from '../terminal.js'
import { isViewName } from './views.js'

/** The name of the file beside a ledger. */
export const configName = 'send-ledger.config.mjs'

/**
 * The views of the council's own; none where there is no file. What came from elsewhere, such as a
 * pack, is looked at without a file beside it: then no ledger is named.
 */
export const ownViews = async (
  { config }: Pick<Terminal, 'config'>,
  ledger?: string,
): Promise<Outcome<readonly OwnView[]>> => {
  const path = config ?? (ledger === undefined ? undefined : besideLedger(ledger))
  if (path === undefined) return E.right([])
  try {
    const module: { readonly default?: unknown } = await import(pathToFileURL(resolve(path)).href)
    return viewsIn(path, module.default)
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

const viewsIn = (path: string, given: unknown): Outcome<readonly OwnView[]> => {
  const views = (given as { readonly views?: unknown } | undefined)?.views
  if (!Array.isArray(views)) {
    return wrongUse(`${path} gives no views. Write: export default { views: [myView] }`)
  }
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
  if (before.includes(name)) return `two views are called ${name}. Give one of them another name.`
  if (!Number.isSafeInteger(version)) return `the view ${name} has no version, a whole number.`
  if (!Array.isArray(projections)) return `the view ${name} has no list of projections.`
  if (typeof answer !== 'function') return `the view ${name} has no function answer.`
  return typeof defaults === 'object' && defaults !== null
    ? undefined
    : `the view ${name} has no defaults: {} where it takes no options.`
}
