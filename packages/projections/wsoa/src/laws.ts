/**
 * What is conserved in a programme, whatever is recorded.
 */
import {
  type ConservationLaw,
  measure,
  minus,
  plus,
  type Reader,
} from '@send-ledger/core/projection'
import type { WsoaMeasure } from './measures.js'

/** The laws of each programme; each sum is nought for every action. */
export const wsoaLaws = (read: Reader<WsoaMeasure>): readonly ConservationLaw[] =>
  read.dimensions('agreed').map(([programme = '']) => {
    const rated = read
      .dimensions('actions', [programme, 'all', ''])
      .map(([rating = '']) => read.at(measure('actions', programme, 'all', '', rating)))
    const standing = minus(
      read.at(measure('agreed', programme)),
      read.at(measure('withdrawn', programme)),
    )
    return {
      name: `${programme}: each action that stands has one rating, or none`,
      nought: minus(standing, plus(...rated)),
    }
  })
