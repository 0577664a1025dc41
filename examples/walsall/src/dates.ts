/**
 * The dates that the example turns on.
 */
import { civilDate } from '@send-ledger/core'

/** The day on which the ledger of the example was opened. */
export const opened = civilDate('2019-03-04')

/** The date of the report. */
export const reportDate = civilDate('2021-07-31')

/** The day on which the backlog is counted. */
export const backlogOn = civilDate('2019-03-31')

/** The day on which the last case of the backlog ended. */
export const backlogClearedOn = civilDate('2020-10-31')
