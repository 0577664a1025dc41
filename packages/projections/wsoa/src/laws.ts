/**
 * What is conserved in a programme, whatever is recorded.
 */
import { lawOf, type MeasureLaw, measure, type Reader } from '@send-ledger/core/projection'
import type { WsoaMeasure } from './measures.js'

/** The laws of each programme; each sum is zero for every action. */
export const wsoaLaws = (read: Reader<WsoaMeasure>): readonly MeasureLaw<WsoaMeasure>[] =>
  read
    .dimensions('agreed')
    .map(([programme = '']) =>
      lawOf<WsoaMeasure>(`${programme}: each action that stands has one rating, or none`, [
        [1, measure('agreed', programme)],
        [-1, measure('withdrawn', programme)],
        ...read
          .dimensions('actions', [programme, 'all', ''])
          .map(([rating = '']) => [-1, measure('actions', programme, 'all', '', rating)] as const),
      ]),
    )
