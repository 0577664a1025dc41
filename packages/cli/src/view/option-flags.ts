/**
 * The options of views on the command line. Those of our views have a flag each, made of what the
 * view says of it: `openOn` is `--open-on`. `--with name=value` gives any option of any view, such
 * as one of the council's own, which is known only when its file has been read.
 */
import { defaultLaw, type Law } from '@send-ledger/core'
import {
  explainOption,
  type OptionsGiven,
  type OptionsRead,
  type OptionTaken,
  optionsGiven,
  optionsTaken,
  readOptions,
} from '@send-ledger/core/figures'
import type { Counting } from '@send-ledger/core/projection'
import type { OwnView } from '@send-ledger/evidence'
import { type Command, Option } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import { type Outcome, wrongUse } from '../stop.js'
import { ourViews } from './views.js'

/** Which answer the options are of: the one asked for, or the earlier one beside it. */
export type Answer = 'is' | 'was'

/** Adds the options of our views to a command, and the one that gives any option. */
export const addOptionFlags = async (command: Command, answer: Answer): Promise<Command> => {
  for (const { option, views } of optionsOfOurs(await ourViews())) {
    command.addOption(flagOf(option, `${views.join(', ')}: ${option.help}`, answer))
  }
  const which = answer === 'is' ? 'an option of the view' : 'an option of the earlier answer'
  const says = `${which} by its name, such as one of the council's own; may be repeated`
  return command.option(`${prefixes[answer]}with <name=value>`, says, eachGiven)
}

/** Adds the option of the law alone, for a command that asks every view. */
export const addLawFlag = async (command: Command): Promise<Command> => {
  const counting = optionsOfOurs(await ourViews()).find(({ option }) => option.name === 'counting')
  return counting === undefined
    ? command
    : command.addOption(flagOf(counting.option, counting.option.help, 'is'))
}

/** The law that its option gives. */
export const lawGiven = async (counting: string | undefined): Promise<Outcome<Law>> => {
  const view = (await ourViews()).find(({ usesLaw }) => usesLaw) as OwnView
  const read = await optionsOf(view, counting === undefined ? {} : { counting }, 'is')
  return E.map((given: OptionsRead<object>) => lawWith(given.counting))(read)
}

/** The law of a question, with the counting where it is given. */
export const lawWith = (counting: Counting = defaultLaw.counting): Law => ({
  ...defaultLaw,
  counting,
})

/** Collects an option that may be repeated. */
export const eachGiven = (text: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  text,
]

const prefixes: Readonly<Record<Answer, string>> = { is: '--', was: '--was-' }

interface OptionOfOurs {
  readonly option: OptionTaken
  /** The views that take it. */
  readonly views: readonly string[]
}

const optionsOfOurs = (views: readonly OwnView[]): readonly OptionOfOurs[] => {
  const found = new Map<string, OptionOfOurs>()
  for (const view of views) {
    for (const option of optionsTaken(view)) {
      const { views: before = [] } = found.get(option.name) ?? {}
      found.set(option.name, { option, views: [...before, view.name] })
    }
  }
  return [...found.values()]
}

/** The flag of an option. What is given with it is read by the view, not by the command line. */
const flagOf = ({ name, form, usual }: OptionTaken, says: string, answer: Answer): Option =>
  new Option(
    `${prefixes[answer]}${flagName(name)} <${placeholders[form.kind]}>`,
    [
      says,
      ...(form.kind === 'choice' ? [`one of ${Object.keys(form.values).join(', ')}`] : []),
      ...(usual.length > 0 && answer === 'is' ? [`usually ${usual.join(' ')}`] : []),
    ].join('; '),
  )

const placeholders: Readonly<Record<OptionTaken['form']['kind'], string>> = {
  choice: 'choice',
  number: 'number',
  date: 'date',
  month: 'month',
  text: 'text',
  yesNo: 'yes|no',
  list: 'value...',
  numberByName: 'name=number...',
}

/** `openOn` as it stands in a flag: `open-on`. */
const flagName = (name: string): string => name.replace(/[A-Z]/g, (big) => `-${big.toLowerCase()}`)

/** What was given with a command, as commander has it. */
export type Flags = Readonly<Record<string, unknown>>

/**
 * The options of a view that flags give. Those of the earlier answer are those of the later one,
 * but for what is given for it.
 */
export const optionsOf = async (
  view: OwnView,
  flags: Flags,
  answer: Answer,
): Promise<Outcome<OptionsRead<object>>> => {
  const ours = optionsOfOurs(await ourViews()).map(({ option: { name } }) => name)
  const is = givenBy(flags, ours, 'is')
  if (E.isLeft(is)) return is
  const was = answer === 'is' ? E.right({}) : givenBy(flags, ours, 'was')
  if (E.isLeft(was)) return was
  const read = readOptions<object>(view, { ...is.right, ...was.right })
  if (E.isRight(read)) return read
  const called = (name: string): string => {
    const prefix = prefixes[Object.hasOwn(was.right, name) ? 'was' : 'is']
    return ours.includes(name) ? `${prefix}${flagName(name)}` : `${prefix}with ${name}`
  }
  return wrongUse(explainOption(read.left, called))
}

const givenBy = (flags: Flags, ours: readonly string[], answer: Answer): Outcome<OptionsGiven> => {
  const pairs: (readonly [string, string])[] = ours.flatMap((name) =>
    [flags[flagKey(name, answer)] ?? []].flat().map((text) => [name, String(text)] as const),
  )
  for (const text of (flags[flagKey('with', answer)] ?? []) as readonly string[]) {
    const at = text.indexOf('=')
    if (at < 1) return wrongUse(`${prefixes[answer]}with must be NAME=VALUE, not "${text}".`)
    pairs.push([text.slice(0, at), text.slice(at + 1)])
  }
  return E.right(optionsGiven(pairs))
}

/** By what commander keeps the flag of an option. */
const flagKey = (name: string, answer: Answer): string =>
  answer === 'is' ? name : `was${name.slice(0, 1).toUpperCase()}${name.slice(1)}`
