/**
 * The rooms of core stand in one order, that of ARCHITECTURE.md: none imports one after it, not
 * even a type.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { catalogue } from '@send-ledger/core/records'

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

/** The rooms that know a ledger of two times, and not what is recorded in it. */
const engine = ['proof', 'ledger', 'speed', 'engine', 'figures', 'told', 'ask', 'live']

const filesOf = (room: string) =>
  readdirSync(join(source, room)).map((file) => ({
    name: `${room}/${file}`,
    // What code says; comments show it by examples of ours.
    text: readFileSync(join(source, room, file), 'utf8').replaceAll(/\/\*\*[\s\S]*?\*\//g, ''),
  }))

test('the engine imports no event of ours and no law: they are handed in', () => {
  expect(rooms.slice(rooms.indexOf('lifecycle') + 1)).toEqual(engine)
  const families = readdirSync(join(source, 'events'))
    .map((file) => file.replace('.ts', ''))
    .filter((file) =>
      /= eventOf\(/.test(readFileSync(join(source, 'events', `${file}.ts`), 'utf8')),
    )
  expect(families).toContain('case')
  const ours = [...families.map((family) => `events/${family}`), 'law/england-1']
  const imported = engine.flatMap(filesOf).flatMap(({ name, text }) =>
    [...text.matchAll(/^import (type )?[^']*? from '\.\.\/([^']+)\.js'$/gm)]
      // The types of the catalogue say what a record may be; its codecs are no business of theirs.
      .filter(([, type, from]) =>
        from === 'events/catalogue' ? type === undefined : ours.includes(from as string),
      )
      .map(([, , from]) => `${name} imports ${from}`),
  )
  expect(imported).toEqual([])
})

test('the engine names no event but those by which a ledger tells of itself', () => {
  const known = ['EventCorrected', 'EventRetracted', 'ImportDeclared', 'ReportPresented']
  const strange = Object.keys(catalogue).filter((type) => !known.includes(type))
  const named = engine
    .flatMap(filesOf)
    .flatMap(({ name, text }) =>
      strange.filter((type) => text.includes(`'${type}'`)).map((type) => `${name} names ${type}`),
    )
  expect(named).toEqual([])
})
