/**
 * Options of a view as they are given and as they are told: texts become options, and options
 * texts, by the description that the view gives of them.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { Counting } from '../law/rule.js'
import { canonicalJson } from '../proof/canonical-json.js'
import { type Form, textsOf, valueGiven } from './option-forms.js'
import type { Askable, Labelled, OptionOf } from './options.js'

/** An option that a view takes, for a flag or a field. Those of a group stand by themselves. */
export interface OptionTaken extends Labelled {
  /** By what it is given: `openOn`, which is `--open-on` on the command line. */
  readonly name: string
  readonly form: Form
  /** The texts that give what is asked where nothing is given; none where nothing is asked. */
  readonly usual: readonly string[]
}

/** The option of every view whose figures rest on the statutory clock. */
const counting: OptionOf<Counting> = {
  label: 'Weeks counted',
  help: 'whether the 20 weeks count the day of receipt',
  kind: 'choice',
  values: {
    exclusive: 'the day of the request is day 0, so 20 weeks end 140 days after it',
    inclusive: 'the day of the request is day 1, so 20 weeks end 139 days after it',
  },
}

/** A place of an option in the options of a view; that of the law is in none. */
interface Placed extends Omit<OptionTaken, 'usual'> {
  readonly within?: string
  readonly ofLaw?: true
}

type Described = Readonly<Record<string, OptionOf<unknown>>>

const placed = ({ usesLaw, options = {} }: Askable): readonly Placed[] => [
  ...Object.entries(options as Described).flatMap(([name, option]): readonly Placed[] =>
    option.kind === 'group'
      ? Object.entries(option.of).map(([part, each]) => ({ ...formed(part, each), within: name }))
      : [formed(name, option)],
  ),
  ...(usesLaw ? [{ ...formed('counting', counting), ofLaw: true as const }] : []),
]

const formed = (name: string, option: Labelled & Form): Placed => {
  const { label, help, ...form } = option
  return { name, label, help, form }
}

/**
 * The options that a view takes, in its order; after them that of the law, where it uses one.
 *
 * @example
 * import { optionsTaken } from '@send-ledger/core/figures'
 * import { complianceView } from '@send-ledger/compliance'
 *
 * const names = optionsTaken(complianceView).map(({ name }) => name)
 * assert.deepStrictEqual(names, ['cohort', 'from', 'openOn', 'counting'])
 */
export const optionsTaken = (view: Askable): readonly OptionTaken[] => {
  const usual = optionTexts(view, { ...view.defaults, counting: 'exclusive' })
  return placed(view).map(({ name, label, help, form }) => ({
    ...{ name, label, help, form },
    usual: usual[name] ?? [],
  }))
}

/** Options as they are given: by the name of each its text, or its texts. */
export type OptionsGiven = Readonly<Record<string, string | readonly string[] | undefined>>

/**
 * Options as pairs of a name and a text give them, such as those of a query string: a name that
 * comes more than once gives several texts.
 *
 * @example
 * import { optionsGiven } from '@send-ledger/core/figures'
 *
 * const given = optionsGiven(new URLSearchParams('from=2021-01&by=school&by=parent'))
 * assert.deepStrictEqual(given, { from: ['2021-01'], by: ['school', 'parent'] })
 */
export const optionsGiven = (pairs: Iterable<readonly [string, string]>): OptionsGiven => {
  const given = new Map<string, readonly string[]>()
  for (const [name, text] of pairs) given.set(name, [...(given.get(name) ?? []), text])
  return Object.fromEntries(given)
}

/** Why options cannot be asked. */
export type OptionFlaw =
  | {
      readonly _tag: 'NoSuchOption'
      readonly name: string
      readonly view: string
      readonly takes: readonly string[]
    }
  | {
      readonly _tag: 'OptionUnfit'
      readonly name: string
      readonly text: string
      readonly must: string
    }
  | { readonly _tag: 'OptionNeeds'; readonly name: string; readonly needs: string }

/** What is asked: options that differ from the usual ones, and the counting where it is given. */
export interface OptionsRead<Options> {
  readonly options: Partial<Options>
  readonly counting: Counting | undefined
}

/**
 * The options of a view that texts give: those of flags, of a query string or of a form.
 *
 * Errors: NoSuchOption, OptionUnfit, OptionNeeds.
 *
 * @example
 * import { optionsGiven, readOptions } from '@send-ledger/core/figures'
 * import { complianceView } from '@send-ledger/compliance'
 *
 * const given = optionsGiven(new URLSearchParams('from=2021-01&counting=inclusive'))
 * assert.deepStrictEqual(readOptions(complianceView, given), {
 *   _tag: 'Right',
 *   right: { options: { from: '2021-01' }, counting: 'inclusive' },
 * })
 */
export const readOptions = <Options extends object>(
  view: Askable<Options>,
  given: OptionsGiven,
): E.Either<OptionFlaw, OptionsRead<Options>> => {
  const taken = placed(view)
  const names = Object.keys(given).filter((name) => given[name] !== undefined)
  const strange = names.find((name) => !taken.some((each) => each.name === name))
  if (strange !== undefined) {
    const takes = taken.map(({ name }) => name)
    return E.left({ _tag: 'NoSuchOption', name: strange, view: view.name, takes })
  }
  const options: Record<string, unknown> = {}
  let counted: Counting | undefined
  for (const { name, form, within, ofLaw } of taken) {
    const texts = given[name]
    if (texts === undefined) continue
    const value = valueGiven(form, typeof texts === 'string' ? [texts] : texts)
    if (E.isLeft(value)) return E.left({ _tag: 'OptionUnfit', name, ...value.left })
    if (ofLaw) counted = value.right as Counting
    else if (within === undefined) options[name] = value.right
    else options[within] = { ...(options[within] as object), [name]: value.right }
  }
  const lacking = groupLacking(view, options)
  return lacking === undefined
    ? E.right({ options: options as Partial<Options>, counting: counted })
    : E.left({ _tag: 'OptionNeeds', ...lacking })
}

const groupLacking = (
  { options = {} }: Askable,
  read: Readonly<Record<string, unknown>>,
): { readonly name: string; readonly needs: string } | undefined => {
  for (const [group, option] of Object.entries(options as Described)) {
    if (option.kind !== 'group' || read[group] === undefined) continue
    const given = Object.keys(read[group] as object)
    const needs = option.needs.find((part) => !given.includes(part))
    if (needs !== undefined) return { name: given[0] ?? group, needs }
  }
  return undefined
}

/**
 * What is wrong with options, and what to do. Who takes them says what each is called there.
 *
 * @example
 * import { explainOption } from '@send-ledger/core/figures'
 *
 * const flaw = { _tag: 'OptionUnfit', name: 'from', text: '2021', must: 'be a month' } as const
 * assert.strictEqual(explainOption(flaw), 'from must be a month, not "2021".')
 */
export const explainOption = (
  flaw: OptionFlaw,
  called: (name: string) => string = (name) => name,
): string => {
  const name = called(flaw.name)
  switch (flaw._tag) {
    case 'NoSuchOption': {
      const takes = flaw.takes.map(called).join(', ') || 'none'
      return `${name} is no option of the view ${flaw.view}, which takes ${takes}. Leave it out.`
    }
    case 'OptionUnfit':
      return `${name} must ${flaw.must}, not "${flaw.text}".`
    case 'OptionNeeds':
      return `${name} needs ${called(flaw.needs)} too. Give both, or neither.`
  }
}

/**
 * Options as texts, each by its name: what `readOptions` reads them from again. Those of a basis
 * hold the counting too.
 *
 * @example
 * import { optionTexts } from '@send-ledger/core/figures'
 * import { capacityView } from '@send-ledger/workforce'
 *
 * const options = { assumption: { plansPerFtePerMonth: { caseworker: 2.5 } } }
 * assert.deepStrictEqual(optionTexts(capacityView, options), {
 *   plansPerFtePerMonth: ['caseworker=2.5'],
 * })
 */
export const optionTexts = (
  view: Askable,
  options: Readonly<Record<string, unknown>>,
): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    placed(view).flatMap(({ name, form, within }) => {
      const holder = within === undefined ? options : (options[within] as typeof options | null)
      const value = holder?.[name]
      return value === undefined ? [] : [[name, textsOf(form, value)] as const]
    }),
  )

/**
 * A view with other options as its usual ones, so that whoever asks it asks it so. Undefined where
 * it does not take them: what comes from elsewhere, such as a pack, may hold anything.
 *
 * @example
 * import { civilDate } from '@send-ledger/core'
 * import { askedWith } from '@send-ledger/core/figures'
 * import { complianceView } from '@send-ledger/compliance'
 *
 * assert.strictEqual(askedWith(complianceView, { cohort: 'all' })?.defaults.cohort, 'all')
 * assert.strictEqual(askedWith(complianceView, { cohort: 'some' }), undefined)
 */
export const askedWith = <V extends Askable>(
  view: V,
  options: Readonly<Record<string, unknown>>,
): V | undefined => {
  const read = readOptions<object>(view, optionTexts(view, options))
  if (E.isLeft(read)) return undefined
  const defaults = { ...view.defaults, ...read.right.options }
  return sameJson(defaults, options) ? { ...view, defaults } : undefined
}

const sameJson = (a: unknown, b: unknown): boolean => {
  try {
    return canonicalJson(a) === canonicalJson(b)
  } catch {
    return false
  }
}
