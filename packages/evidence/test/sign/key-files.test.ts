import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openNote, readVerifierKey, signNote } from '@send-ledger/core/proof'
import {
  createKeyFiles,
  ed25519,
  explainKeyFile,
  type KeyFileFailure,
  readSignerFile,
  readVerifierKeyFile,
  sha256,
} from '@send-ledger/evidence/sign'
import * as E from 'fp-ts/lib/Either.js'

const right = <A>(either: E.Either<unknown, A>): A => {
  if (E.isLeft(either)) throw new Error(JSON.stringify(either.left))
  return either.right
}
const sentence = (either: E.Either<KeyFileFailure, unknown>): string => {
  if (E.isRight(either)) throw new Error('it was not refused')
  return explainKeyFile(either.left)
}

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'send-ledger-keys-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const at = (name: string): string => join(folder, name)
const ledger = { name: 'urn:send-ledger:walsall', use: 'signature' } as const
const witness = { name: 'example.org/chair', use: 'cosignature' } as const
const modeOf = (path: string): number => statSync(path).mode & 0o777

test.each([ledger, witness])('a key for a $use is made, kept and read back', async (wanted) => {
  const made = right(await createKeyFiles(at('key'), wanted)())
  expect(made).toMatchObject({ signerKeyPath: at('key'), verifierKeyPath: at('key.pub') })
  expect(readFileSync(at('key.pub'), 'utf8')).toBe(`${made.verifierKey}\n`)
  expect(readFileSync(at('key'), 'utf8')).toMatch(/^PRIVATE\+KEY\+\S+\n$/)

  const { signer, isExposed } = right(await readSignerFile(at('key'))())
  const key = right(await readVerifierKeyFile(at('key.pub'))())
  expect(signer.key).toEqual(key)
  expect(key).toMatchObject(wanted)
  expect(key).toEqual(right(readVerifierKey(sha256, made.verifierKey)))
  expect(isExposed).toBe(false)
})

test('what the key of a file signs is opened with the key of the other file', async () => {
  right(await createKeyFiles(at('key'), ledger)())
  const { signer } = right(await readSignerFile(at('key'))())
  const key = right(await readVerifierKeyFile(at('key.pub'))())
  const note = right(signNote('A text.\n', signer))
  expect(right(openNote(ed25519.verify, note, [key])).text).toBe('A text.\n')
  right(await createKeyFiles(at('other'), ledger)())
  const other = right(await readVerifierKeyFile(at('other.pub'))())
  expect(openNote(ed25519.verify, note, [other])).toMatchObject({ left: { _tag: 'NotSigned' } })
})

test('only the owner can read a private key, and anybody a public one', async () => {
  right(await createKeyFiles(at('key'), ledger)())
  expect(modeOf(at('key'))).toBe(0o600)
  expect(modeOf(at('key.pub')) & 0o600).toBe(0o600)
  expect(modeOf(at('key.pub')) & 0o133).toBe(0)
})

test.each([0o640, 0o604, 0o660, 0o622])(
  'a private key of mode %o is told as exposed',
  async (mode) => {
    right(await createKeyFiles(at('key'), ledger)())
    chmodSync(at('key'), mode)
    expect(right(await readSignerFile(at('key'))()).isExposed).toBe(true)
  },
)

test('no key is overwritten, neither the private nor the public one', async () => {
  const made = right(await createKeyFiles(at('key'), ledger)())
  const before = [at('key'), at('key.pub')].map((path) => readFileSync(path, 'utf8'))
  expect(sentence(await createKeyFiles(at('key'), ledger)())).toBe(
    `there is a file ${at('key')} already, and a key is never overwritten. Choose another path.`,
  )
  rmSync(at('key'))
  expect(sentence(await createKeyFiles(at('key'), ledger)())).toContain(`${at('key.pub')} already`)
  expect(existsSync(at('key'))).toBe(false)
  expect(readFileSync(at('key.pub'), 'utf8')).toBe(before[1])
  expect(before[1]).toBe(`${made.verifierKey}\n`)
})

test('two makers of one key: one succeeds, and what it made stays', async () => {
  const makers = Array.from({ length: 8 }, () => createKeyFiles(at('key'), ledger)())
  const made = (await Promise.all(makers)).filter(E.isRight)
  expect(made).toHaveLength(1)
  const { signer } = right(await readSignerFile(at('key'))())
  expect(signer.key).toEqual(right(await readVerifierKeyFile(at('key.pub'))()))
})

test('two keys are never the same', async () => {
  const first = right(await createKeyFiles(at('one'), ledger)())
  const second = right(await createKeyFiles(at('two'), ledger)())
  expect(first.verifierKey).not.toBe(second.verifierKey)
})

test('a name that is none is refused, and nothing is written', async () => {
  const refused = await createKeyFiles(at('key'), { ...ledger, name: 'Walsall Council' })()
  expect(sentence(refused)).toContain('has a space')
  expect(existsSync(at('key'))).toBe(false)
})

test('a path that cannot be written or read is told with its reason', async () => {
  expect(sentence(await createKeyFiles(at('none/key'), ledger)())).toBe(
    `the key file ${at('none/key')} failed in writing: there is no such file or folder.`,
  )
  expect(sentence(await readSignerFile(at('none'))())).toContain('there is no such file')
  mkdirSync(at('folder'))
  expect(sentence(await readSignerFile(at('folder'))())).toContain('it is a folder')
})

test('the two files are not taken for each other, and the private key is not repeated', async () => {
  right(await createKeyFiles(at('key'), ledger)())
  const secret = readFileSync(at('key'), 'utf8').trim()
  const swapped = sentence(await readVerifierKeyFile(at('key'))())
  expect(swapped).toContain('it is a private key')
  expect(swapped).not.toContain(secret.slice(-20))
  expect(sentence(await readSignerFile(at('key.pub'))())).toContain('a public key cannot sign')
})

test('a key that an editor saved is read; one that was damaged is not', async () => {
  const { verifierKey } = right(await createKeyFiles(at('key'), ledger)())
  writeFileSync(at('windows'), `\ufeff${verifierKey}\r\n`)
  writeFileSync(at('bare'), verifierKey)
  for (const name of ['windows', 'bare']) {
    expect(right(await readVerifierKeyFile(at(name))()).name).toBe(ledger.name)
  }
  writeFileSync(at('cut'), verifierKey.slice(0, -4))
  writeFileSync(at('two'), `${verifierKey}\n${verifierKey}\n`)
  writeFileSync(at('empty'), '')
  for (const name of ['cut', 'two', 'empty']) {
    expect(sentence(await readVerifierKeyFile(at(name))())).toContain(at(name))
  }
})
