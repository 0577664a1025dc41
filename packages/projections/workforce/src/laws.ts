/**
 * What is conserved in the workforce, whatever is recorded.
 */
import {
  type ConservationLaw,
  measure,
  minus,
  plus,
  type Reader,
  type Sum,
} from '@send-ledger/core/projection'
import type { WorkforceMeasure } from './measures.js'

/** The laws of the workforce; each sum is nought for every post and worker. */
export const workforceLaws = (read: Reader<WorkforceMeasure>): readonly ConservationLaw[] => {
  const all = (name: 'heads' | 'inPost' | 'cover' | 'available' | 'absent'): Sum =>
    plus(...read.dimensions(name).map((dimensions) => read.at(measure(name, ...dimensions))))
  return [
    {
      name: 'everyone in post or covering is available or absent',
      nought: minus(plus(all('inPost'), all('cover')), plus(all('available'), all('absent'))),
    },
    {
      name: 'everyone who started and has not left is in one team, role and contract',
      nought: minus(minus(read.at('joined'), read.at('departed')), all('heads')),
    },
  ]
}
