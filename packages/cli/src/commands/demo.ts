/**
 * `send-ledger demo`: the Walsall example, its figures beside the published ones.
 */
import type { AddCommand } from '../command.js'

/** Adds `demo` to the program. */
export const addDemo: AddCommand = (program, perform) => {
  program
    .command('demo')
    .description(
      'Make the ledger of the Walsall example, set its figures beside those published, and issue packs.',
    )
    .option(
      '--out <folder>',
      'where to keep the ledger and its packs (default: a new folder for passing files)',
    )
    .action((options: { readonly out?: string }) =>
      perform(async (terminal) => {
        const { demo } = await import('../demo/demo.js')
        return demo(terminal, options.out)
      }),
    )
}
