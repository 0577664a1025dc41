/**
 * A raw count does not reach a public template: it does not compile. Each `@ts-expect-error` fails
 * the check of the types if what stands below it compiles.
 */
import type { Compliance } from '@send-ledger/compliance'
import { complianceView } from '@send-ledger/compliance'
import { civilDate } from '@send-ledger/core'
import { answerOf, type Sum } from '@send-ledger/core/projection'
import type { PublishedAnswer, PublishedFigure, ShownCount } from '@send-ledger/disclosure'

/** A template for the public. */
const template = (figure: PublishedFigure): string => {
  switch (figure._tag) {
    case 'ShownCount':
      return String(figure.count)
    case 'ShownText':
      return String(figure.text)
    case 'Hidden':
      return figure.symbol
  }
}

const reportOf = ({ plansMaintained }: PublishedAnswer<Compliance>): string =>
  template(plansMaintained)

test('raw counts, raw figures and raw answers do not fit', () => {
  const { plansMaintained, ...rest } = answerOf([], complianceView, {
    asAt: civilDate('2021-07-31'),
  })
  const uses: readonly (() => unknown)[] = [
    // @ts-expect-error a number is not published
    () => template(3),
    // @ts-expect-error a sum is not published
    () => template(plansMaintained satisfies Sum),
    // @ts-expect-error looking like one is not being one
    () => template({ _tag: 'ShownCount', count: 3 }),
    // @ts-expect-error the mark cannot be made outside
    (): ShownCount => ({ _tag: 'ShownCount', count: 3 }),
    // @ts-expect-error an answer is not published before its figures are
    () => reportOf({ plansMaintained, ...rest }),
  ]
  expect(uses).toHaveLength(5)
})
