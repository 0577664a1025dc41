/**
 * A check names the subjects for which it does not hold, even where their sum is zero.
 */
import { civilDate, defaultLaw, Fold, type View } from '@send-ledger/core'
import { brokenInTotal, checked } from '@send-ledger/core/figures'
import { lawOf, type Projection } from '@send-ledger/core/projection'
import { event } from '../given.js'

/** Actions but for their notes. */
// biome-ignore format: names, and nothing to read line by line
type Ignored =
  | 'ActionAgreed' | 'ActionRagChanged' | 'ActionRebaselined' | 'EvidenceRecorded'
  | 'ActionWithdrawn'

const wrong: Projection<{ note: string }, 'action', 'left', Ignored> = {
  name: 'wrong',
  version: 1,
  category: 'action',
  initial: () => ({ note: '' }),
  on: {
    ActionProgressNoted: (facts, { data }) => {
      facts.note = data.note
    },
  },
  // One action too many, one too few.
  steps: ({ note }, count) => count.step('left', civilDate('2021-01-01'), note === 'more' ? 1 : -1),
}

const view: View<'left', object, object> = {
  name: 'wrong',
  version: 1,
  projections: [wrong],
  usesLaw: false,
  defaults: {},
  answer: () => ({}),
  laws: () => [lawOf('nothing is left', [[1, 'left']])],
}

test('two mistakes do not cancel out', () => {
  const fold = new Fold([wrong], defaultLaw)
  ;['more', 'less'].forEach((note, position) => {
    const given = event(position, `action-${note}`, 'ActionProgressNoted', '2021-01-01', { note })
    fold.next({ ...given, position, revision: 0, recordedAt: '2021-01-01T12:00:00.000Z' } as never)
  })
  const known = { points: fold.points, size: 2, asAt: civilDate('2021-07-31') }
  expect(brokenInTotal(view, known)).toEqual([])
  expect(brokenInTotal(view, { ...known, size: 1 })).toMatchObject([
    { failing: [{ subject: 'action-more', count: 1 }] },
  ])
  expect(checked(view, known)).toMatchObject([
    {
      name: 'nothing is left',
      failing: [
        { subject: 'action-more', count: 1 },
        { subject: 'action-less', count: -1 },
      ],
    },
  ])
})
