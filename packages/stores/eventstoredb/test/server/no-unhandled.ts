/**
 * Makes a test file fail on a rejection that nobody handled in time.
 *
 * jest forgives one that is handled later, and does not see one that comes after the last test;
 * Node ends the process on both. A test's own `process` is a copy made by jest which hears no
 * events, so the listener is put on the real one.
 */
import { EventEmitter } from 'node:events'
import { setImmediate, setTimeout } from 'node:timers/promises'

/** What has been rejected since the watch began. */
export interface Watch {
  readonly seen: readonly unknown[]
  readonly stop: () => void
}

/** Begins to watch. */
export const watchRejections = (): Watch => {
  const seen: unknown[] = []
  const note = (reason: unknown): void => {
    seen.push(reason)
  }
  realProcess().on('unhandledRejection', note)
  return { seen, stop: () => realProcess().off('unhandledRejection', note) }
}

/** Watches the whole of the test file that calls it, and a little longer. */
export const failOnUnhandled = (): void => {
  let watch: Watch | undefined
  beforeAll(() => {
    watch = watchRejections()
  })
  afterEach(async () => {
    await setImmediate()
    expect(watch?.seen).toEqual([])
  })
  afterAll(async () => {
    await setTimeout(50)
    watch?.stop()
    expect(watch?.seen).toEqual([])
  })
}

/** Functions of Node's own modules are made outside of jest's copy, and so is what they make. */
const realProcess = (): NodeJS.Process => {
  const make = EventEmitter.constructor as FunctionConstructor
  return make('return process')()
}
