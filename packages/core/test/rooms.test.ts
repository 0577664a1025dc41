/**
 * The rooms of core stand in one order, that of ARCHITECTURE.md: none imports one after it, not
 * even a type.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const source = join(__dirname, '../src')
const page = readFileSync(join(__dirname, '../../../ARCHITECTURE.md'), 'utf8')
const [, told = ''] = /comes after it: ([^.]+)\./.exec(page) ?? []
const rooms = [...told.matchAll(/`([a-z]+)`/g)].map(([, room]) => room as string)

test('every room stands in the order, and imports none that comes after it', () => {
  const folders = readdirSync(source, { withFileTypes: true }).filter((each) => each.isDirectory())
  expect(rooms.toSorted()).toEqual(folders.map(({ name }) => name).sort())
  const against = rooms.flatMap((room, i) =>
    readdirSync(join(source, room)).flatMap((file) => {
      const text = readFileSync(join(source, room, file), 'utf8')
      return [...text.matchAll(/from '\.\.\/([a-z]+)\//g)]
        .filter(([, to]) => rooms.indexOf(to as string) > i)
        .map(([, to]) => `${relative(source, join(source, room, file))} imports ${to}`)
    }),
  )
  expect(against).toEqual([])
})
