/**
 * Whether a view that came from elsewhere describes its options in a way that can be read: it may
 * be written in JavaScript, where no compiler looked at it.
 */
import * as t from 'io-ts'
import type { Askable } from './options.js'
import { askedWith, optionsTaken } from './read-options.js'

const number = t.intersection([
  t.type({ kind: t.literal('number'), least: t.number, most: t.number }),
  t.partial({ decimals: t.number }),
])

const one = t.union([
  t.type({ kind: t.literal('choice'), values: t.record(t.string, t.string) }),
  number,
  t.type({ kind: t.union([t.literal('date'), t.literal('month'), t.literal('yesNo')]) }),
  t.intersection([t.type({ kind: t.literal('text') }), t.partial({ longest: t.number })]),
])

const labelled = t.intersection([
  t.type({ label: t.string, help: t.string }),
  t.union([
    one,
    t.type({ kind: t.literal('list'), each: one }),
    t.type({ kind: t.literal('numberByName'), of: t.string, example: t.string, number }),
  ]),
])

const described = t.record(
  t.string,
  t.union([
    labelled,
    t.type({
      label: t.string,
      help: t.string,
      kind: t.literal('group'),
      of: t.record(t.string, labelled),
      needs: t.array(t.string),
    }),
  ]),
)

/**
 * What is wrong with the description of a view's options, as the end of a sentence; undefined where
 * nothing is.
 *
 * @example
 * import { optionsFlaw } from '@send-ledger/core/figures'
 *
 * const view = { name: 'mine', usesLaw: false, defaults: {}, options: { by: { kind: 'choice' } } }
 * assert.match(optionsFlaw(view) ?? '', /^its option by has no label, help and form/)
 */
export const optionsFlaw = (view: Askable): string | undefined => {
  const { options = {}, defaults, usesLaw } = view
  const decoded = described.decode(options)
  if (decoded._tag === 'Left') {
    const name = decoded.left[0]?.context[1]?.key
    return name === undefined
      ? 'its options are no object'
      : `its option ${name} has no label, help and form: a kind, and what goes with it`
  }
  const names = optionsTaken(view).map(({ name }) => name)
  const unfit = names.find((name) => !/^[a-z][A-Za-z0-9]{0,63}$/.test(name))
  if (unfit !== undefined) {
    return `its option ${unfit} has no name of letters and digits that begins with a small letter`
  }
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice !== undefined) {
    const ofLaw = twice === 'counting' && usesLaw
    return `two of its options are called ${twice}${ofLaw ? ', of which one is that of the law' : ''}`
  }
  return askedWith(view, defaults as Readonly<Record<string, unknown>>) === undefined
    ? 'its defaults are not such as its options can be'
    : undefined
}
