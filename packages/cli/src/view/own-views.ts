/**
 * The views of a council's own: those that its `send-ledger.config.mjs` gives. It is read from
 * beside the ledger, or from where `--config` says. It is a program, and runs as one.
 */
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { explainOption, optionsFlaw, optionsGiven, readOptions } from '@send-ledger/core/figures'
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
