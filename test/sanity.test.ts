import * as core from '@send-ledger/core'
import * as E from 'fp-ts/lib/Either.js'
import { produce } from 'immer'

test('a test reads a package of this repository from its sources, and its dependencies', () => {
  expect(typeof core).toBe('object')
  expect(produce(E.right(1), () => {})).toEqual(E.right(1))
})
