/**
 * The styles of GOV.UK, without what only GOV.UK may use: its font and its crest.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** The style sheet as it is published, with Arial for the font. */
export const govukStyles = (): string =>
  readFileSync(
    createRequire(import.meta.url).resolve('govuk-frontend/dist/govuk/govuk-frontend.min.css'),
    'utf8',
  ).replaceAll(/"?GDS Transport"?,\s*/g, '')
