/**
 * The version of this package.
 */
import { readFileSync } from 'node:fs'

/** The version, such as 0.1.0. */
export const version = (): string => {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { readonly version: string }).version
}
